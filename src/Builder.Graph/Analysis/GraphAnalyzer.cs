using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Messages;

namespace Builder.Graph.Analysis;

/// <summary>
/// Finds out everything about a document that can be known without running it. Takes any document, however broken, and never throws;
/// the same document always gives the same answer.
/// </summary>
public static class GraphAnalyzer
{
    private static readonly MessageTemplate TooMany = new(
        "TooMany.document",
        "The project is too large: it may have {blocks} blocks, {links} links and {groups} groups. Use groups that repeat.",
        "项目过大：最多可有 {blocks} 个模块、{links} 条连线和 {groups} 个分组。请使用可重复的分组。");

    /// <summary>Opens groups out, infers shapes and checks the training plan.</summary>
    /// <param name="document">The document.</param>
    /// <param name="data">What is known of its data sets; null before data is attached.</param>
    public static GraphAnalysis Analyze(ProjectDocument document, DataSchema? data) => new AnalysisState(document, data).Conclude();

    /// <summary>True where a document is small enough to be looked at.</summary>
    internal static bool IsWithinLimits(ProjectDocument document) =>
        document.Blocks.Count <= DocumentLimits.Blocks && document.Links.Count <= DocumentLimits.Links && document.Groups.Count <= DocumentLimits.Groups;

    /// <summary>The document itself, or an empty one in its place where it is too large to be looked at.</summary>
    internal static ProjectDocument WithinLimits(ProjectDocument document, ProblemList problems)
    {
        if (IsWithinLimits(document))
        {
            return document;
        }

        problems.Add(new(null, TooMany.With(("blocks", DocumentLimits.Blocks), ("links", DocumentLimits.Links), ("groups", DocumentLimits.Groups))));
        return ProjectDocument.Create(document.Name);
    }
}
