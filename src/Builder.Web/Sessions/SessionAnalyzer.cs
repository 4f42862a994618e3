using Builder.Graph.Analysis;
using Builder.Graph.Data;
using Builder.Graph.Documents;

namespace Builder.Web.Sessions;

/// <summary>
/// Finds out what there is to say of the documents of a session, one after the other, and keeps what each step made different. Called by one thread at
/// a time.
/// </summary>
internal sealed class SessionAnalyzer(string project, ILogger logger)
{
    private readonly DocumentAnalyzer _analyzer = new();
    private (ProjectDocument Document, GraphAnalysis Analysis, bool IsWhole)? _last;

    /// <summary>What the last steps made different.</summary>
    public ChangeTrail Trail { get; } = new();

    /// <summary>What there is to say of a document of which nothing else is known, or of which more data are known now.</summary>
    public GraphAnalysis Analyze(ProjectDocument document, DataKnowledge data) => Analyze(document, data, document, DocumentChange.None);

    /// <summary>What there is to say of the document after an edit.</summary>
    /// <param name="document">The document.</param>
    /// <param name="data">What is known of its data.</param>
    /// <param name="before">The document before.</param>
    /// <param name="change">What the edit touched.</param>
    public GraphAnalysis Analyze(ProjectDocument document, DataKnowledge data, ProjectDocument before, DocumentChange change)
    {
        var (analysis, isWhole) = Find(document, data, before, change);
        if (_last is { } last && ReferenceEquals(last.Document, before))
        {
            Trail.Add(last.Analysis, analysis, new(change, isWhole && last.IsWhole ? _analyzer.Changed : null));
        }
        else
        {
            Trail.Clear();
        }

        _last = (document, analysis, isWhole);
        return analysis;
    }

    /// <summary>A drawing that cannot be checked is still there, and can be changed back.</summary>
    private (GraphAnalysis Analysis, bool IsWhole) Find(ProjectDocument document, DataKnowledge data, ProjectDocument before, DocumentChange change)
    {
        try
        {
            var found = _analyzer.Analyze(document, data.SchemaFor(document), before, change);
            var analysis = data.Completed(document, found);
            return (analysis, ReferenceEquals(analysis, found));
        }
        catch (Exception error)
        {
            SessionLog.NotAnalysed(logger, project, error);
            return (GraphAnalyzer.Analyze(ProjectDocument.Create(document.Name), DataSchema.Empty) with { Problems = [SessionTexts.NotAnalysed] }, IsWhole: false);
        }
    }
}
