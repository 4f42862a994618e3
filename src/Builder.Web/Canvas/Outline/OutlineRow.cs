using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Graph.Problems;
using Builder.Web.Canvas.Editing;

namespace Builder.Web.Canvas.Outline;

/// <summary>One line of the outline.</summary>
/// <param name="Block">The block.</param>
/// <param name="Level">How deep it stands, from 1.</param>
/// <param name="Path">Its uses of groups and itself: unique in the tree.</param>
/// <param name="Inside">The group that it opens to; null for other blocks.</param>
/// <param name="Worst">Its worst problem; null where it has none.</param>
public sealed record OutlineRow(Block Block, int Level, string Path, string? Inside, Severity? Worst)
{
    /// <summary>The rows of a canvas and of all groups that are open in the tree, in the order in which data flows.</summary>
    public static IReadOnlyList<OutlineRow> Of(ModelState state, IReadOnlySet<string> open)
    {
        var rows = new List<OutlineRow>();
        var places = Places(state);
        Add(rows, state, open, places, new(null, 1, ""));
        return rows;
    }

    private static void Add(List<OutlineRow> rows, ModelState state, IReadOnlySet<string> open, Dictionary<string, int> places, Canvas canvas)
    {
        if (canvas.Level > DocumentLimits.GroupDepth || rows.Count > DocumentLimits.Blocks)
        {
            return;
        }

        var blocks = state.Document.Blocks.Values.Where(b => b.Group == canvas.Group)
            .OrderBy(b => places.GetValueOrDefault(b.Id, Default(b))).ThenBy(b => b.Position.X).ThenBy(b => b.Position.Y);
        foreach (var block in blocks)
        {
            var inside = GroupPorts.GroupOf(block) is { } group && state.Document.Groups.ContainsKey(group) ? group : null;
            var row = new OutlineRow(block, canvas.Level, $"{canvas.Path}/{block.Id}", inside, WorstOf(state, block));
            rows.Add(row);
            if (inside is not null && open.Contains(row.Path))
            {
                Add(rows, state, open, places, new(inside, canvas.Level + 1, row.Path));
            }
        }
    }

    /// <summary>Ports of a group frame its inside; blocks that take no part come last.</summary>
    private static int Default(Block block) => block.Kind == GroupPorts.InputKind ? -1 : int.MaxValue;

    /// <summary>Where each block comes first in the computation; a use of a group comes where its inside begins.</summary>
    private static Dictionary<string, int> Places(ModelState state)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in state.Analysis.Graph.Nodes)
        {
            places.TryAdd(node.Block.Id, node.Index);
            foreach (var use in node.Path.Split('/')[..^1])
            {
                places.TryAdd(use.Split('.')[0], node.Index);
            }
        }

        return Close(state.Document, places);
    }

    /// <summary>What nothing leads to, such as a target, stands right before the first block that reads it.</summary>
    private static Dictionary<string, int> Close(ProjectDocument document, Dictionary<string, int> places)
    {
        const int between = 2;
        var fed = document.Links.Values.Select(l => l.To.Block).ToHashSet(StringComparer.Ordinal);
        var readers = document.Links.Values.ToLookup(l => l.From.Block, l => places.GetValueOrDefault(l.To.Block, int.MaxValue / between), StringComparer.Ordinal);
        return places.ToDictionary(
            p => p.Key, p => fed.Contains(p.Key) || !readers.Contains(p.Key) ? p.Value * between : (readers[p.Key].Min() * between) - 1, StringComparer.Ordinal);
    }

    private static Severity? WorstOf(ModelState state, Block block) =>
        state.Analysis.Blocks.GetValueOrDefault(block.Id)?.Problems is { IsDefaultOrEmpty: false } problems ? problems.Max(p => p.Severity) : null;

    private sealed record Canvas(string? Group, int Level, string Path);
}
