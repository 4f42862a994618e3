using System.Collections.Immutable;
using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Graph.Problems;
using Builder.Web.Canvas.Editing;
using Builder.Web.Canvas.Messages;
using Builder.Web.Sessions;

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
    /// <param name="before">The state that was told last.</param>
    /// <param name="after">The state that is to be told.</param>
    /// <param name="way">How one led to the other; null where that is not known, and everything is compared.</param>
    /// <param name="language">The language of the words.</param>
    public static DiagnosticsView? Between(ModelState before, ModelState after, ChangeStep? way, string language)
    {
        var (old, ports) = (new PortLookup(before.Document), new PortLookup(after.Document));
        var named = DocumentDiff.MayChangePorts(before.Document, after.Document, way?.Change) ? null : way?.Told;
        var blocks = new SortedDictionary<string, BlockView?>(StringComparer.Ordinal);
        foreach (var id in named ?? after.Analysis.Blocks.Keys.Union(before.Analysis.Blocks.Keys))
        {
            if (!after.Analysis.Blocks.TryGetValue(id, out var summary))
            {
                _ = before.Analysis.Blocks.ContainsKey(id) && blocks.TryAdd(id, null);
            }
            else if (after.Document.Blocks.TryGetValue(id, out var block) && !(before.Analysis.Blocks.TryGetValue(id, out var was)
                ? Same(was, summary) && SameOutputs(old, before.Document, ports, block) : IsSilent(summary)))
            {
                blocks.Add(id, CanvasViews.Of(summary, block, ports, language));
            }
        }

        return blocks.Count == 0 && SameAsAWhole(before.Analysis, after.Analysis) ? null : View(after.Analysis, language, blocks);
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
