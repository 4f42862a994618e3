using Builder.Graph.Data;
using Builder.Graph.Documents;

namespace Builder.Graph.Analysis;

/// <summary>
/// Analyses one document after the other as it is edited. What it says is what <see cref="GraphAnalyzer"/> says of each; but where it is told what
/// an edit touched, it looks only at that, and at what lies behind it for as long as types change. Not safe for several threads at once.
/// </summary>
public sealed class DocumentAnalyzer
{
    private AnalysisState? _state;
    private DataSchema? _data;

    /// <summary>
    /// Ids of the blocks of which the last analysis may say something else than the one before, or that are gone; null where it may be any block.
    /// </summary>
    public IReadOnlySet<string>? Changed { get; private set; }

    /// <summary>How often the last analysis checked the settings of a block or inferred its shapes: the work that grows with the change.</summary>
    public int Visits { get; private set; }

    /// <summary>All that can be said of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="data">What is known of its data sets; null before data is attached.</param>
    /// <param name="before">The document from which an edit led to it; null where that is not known.</param>
    /// <param name="change">What that edit touched.</param>
    public GraphAnalysis Analyze(ProjectDocument document, DataSchema? data, ProjectDocument? before, DocumentChange change)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(change);
        var (state, visits) = (_state, _state?.Visits ?? 0);
        _state = null; // Where anything goes wrong below, what is half done must not be gone on with.
        var follows = state is not null && ReferenceEquals(state.Document, before) && IsSame(data) && state.Follow(document, change);
        if (!follows)
        {
            (state, visits, _data) = (new AnalysisState(document, data), 0, data);
        }

        var analysis = state!.Conclude();
        (_state, Visits, Changed) = (state, state.Visits - visits, follows ? state.Changed : null);
        return analysis;
    }

    private bool IsSame(DataSchema? data) => ReferenceEquals(data, _data) || (data is not null && _data is not null && data.DataSets.SequenceEqual(_data.DataSets));
}
