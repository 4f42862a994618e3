using System.Collections.Immutable;
using Builder.Graph.Analysis;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Problems;

namespace Builder.Web.Sessions;

/// <summary>What a session knows of its data: the last schema of each data set, and what stands in the way of the others.</summary>
/// <param name="Schema">The schemas that could be read.</param>
/// <param name="Problems">Why others could not.</param>
/// <param name="ReadFor">The data sets for which this was found out; null before anything was read.</param>
internal sealed record DataKnowledge(DataSchema Schema, ImmutableArray<Problem> Problems, object? ReadFor)
{
    private const string NoData = "NoData";

    public static DataKnowledge Nothing { get; } = new(DataSchema.Empty, [], ReadFor: null);

    /// <summary>What is known once readings have arrived.</summary>
    /// <param name="data">The document's data sets, as the very object that was read.</param>
    /// <param name="readings">What was found.</param>
    public static DataKnowledge Of(object data, ImmutableArray<DataSetReading> readings) => new(
        new DataSchema([.. readings.Select(r => r.Schema).OfType<DataSetSchema>()]), [.. readings.Select(r => r.Problem).OfType<Problem>()], data);

    /// <summary>True while the data sets of a document are read and nothing is known of them yet.</summary>
    public bool IsReading(ProjectDocument document) => !document.Data.IsEmpty && !ReferenceEquals(document.Data, ReadFor);

    /// <summary>What is known of the data sets that a document has.</summary>
    public DataSchema SchemaFor(ProjectDocument document) => new([.. Schema.DataSets.Where(d => document.Data.ContainsKey(d.Id))]);

    /// <summary>
    /// All that can be said of a document. Data that are there but cannot be read, or not yet, are a problem of their own; nobody is told
    /// to attach data then.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="analysis">What an analysis with <see cref="SchemaFor"/> says of it.</param>
    public GraphAnalysis Completed(ProjectDocument document, GraphAnalysis analysis)
    {
        var isUnread = Schema.DataSets.Count(d => document.Data.ContainsKey(d.Id)) < document.Data.Count;
        ImmutableArray<Problem> problems = isUnread && IsReading(document) ? [.. Problems, SessionTexts.ReadingData] : Problems;
        return !isUnread || problems.IsEmpty ? analysis : analysis with
        {
            Problems = [.. problems, .. analysis.Problems.Where(p => p.Code != NoData)],
            Blocks = analysis.Blocks.SetItems(analysis.Blocks.Where(b => b.Value.Problems.Any(p => p.Code == NoData))
                .Select(b => KeyValuePair.Create(b.Key, b.Value with { Problems = b.Value.Problems.RemoveAll(p => p.Code == NoData) }))),
        };
    }
}
