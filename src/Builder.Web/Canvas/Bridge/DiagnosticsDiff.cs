using System.Collections.Immutable;
using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Graph.Problems;
using Builder.Web.Canvas.Messages;

namespace Builder.Web.Canvas.Bridge;

/// <summary>What an analysis says in a language, as a whole or as the difference from what was said before.</summary>
internal static class DiagnosticsDiff
{
    /// <summary>All of it.</summary>
    public static DiagnosticsView Whole(ProjectDocument document, GraphAnalysis analysis, string language)
    {
        var ports = new PortLookup(document);
        return View(analysis, language, analysis.Blocks
            .Where(s => document.Blocks.ContainsKey(s.Key) && !IsSilent(s.Value))
            .ToDictionary(s => s.Key, s => (BlockView?)CanvasViews.Of(s.Value, document.Blocks[s.Key], ports, language)));
    }

    /// <summary>The blocks of which something else is said than before; null where nothing at all has changed.</summary>
    public static DiagnosticsView? Between(
        ProjectDocument documentBefore, GraphAnalysis before, ProjectDocument document, GraphAnalysis after, string language)
    {
        var (old, ports) = (new PortLookup(documentBefore), new PortLookup(document));
        var blocks = new SortedDictionary<string, BlockView?>(StringComparer.Ordinal);
        foreach (var (id, summary) in after.Blocks)
        {
            if (document.Blocks.TryGetValue(id, out var block) && !(before.Blocks.TryGetValue(id, out var was) ? Same(was, summary) && SameOutputs(old, documentBefore, ports, block) : IsSilent(summary)))
            {
                blocks.Add(id, CanvasViews.Of(summary, block, ports, language));
            }
        }

        foreach (var id in before.Blocks.Keys.Where(id => !after.Blocks.ContainsKey(id)))
        {
            blocks.Add(id, null);
        }

        return blocks.Count == 0 && SameAsAWhole(before, after) ? null : View(after, language, blocks);
    }

    /// <summary>Problems of the document as a whole.</summary>
    public static ImmutableArray<Problem> OfDocument(GraphAnalysis analysis) => [.. analysis.Problems.Where(p => p.Block is null)];

    private static DiagnosticsView View(GraphAnalysis analysis, string language, IReadOnlyDictionary<string, BlockView?> blocks) =>
        new(blocks, CanvasViews.Of(OfDocument(analysis), language), analysis.TotalParameters, analysis.CanTrain);

    /// <summary>Of such a block nothing is said: the canvas client takes silence for it.</summary>
    private static bool IsSilent(BlockSummary summary) => summary is { Outputs.IsEmpty: true, Parameters: 0, Problems.IsEmpty: true };

    /// <summary>The outputs of a use are named by the inside of its group.</summary>
    private static bool SameOutputs(PortLookup old, ProjectDocument before, PortLookup ports, Block block) =>
        block.Kind != GroupPorts.UseKind || (before.Blocks.TryGetValue(block.Id, out var was) && old.Outputs(was).SequenceEqual(ports.Outputs(block)));

    private static bool Same(BlockSummary a, BlockSummary b) =>
        a.Parameters == b.Parameters && a.Outputs.SequenceEqual(b.Outputs) && Same(a.Problems, b.Problems);

    private static bool SameAsAWhole(GraphAnalysis a, GraphAnalysis b) =>
        a.TotalParameters == b.TotalParameters && a.CanTrain == b.CanTrain && Same(OfDocument(a), OfDocument(b));

    private static bool Same(ImmutableArray<Problem> a, ImmutableArray<Problem> b) => a.Length == b.Length && a.Zip(b).All(p => Same(p.First, p.Second));

    private static bool Same(Problem a, Problem b) =>
        a.Code == b.Code && a.Severity == b.Severity && a.Message == b.Message && a.Fix?.Title == b.Fix?.Title;
}
