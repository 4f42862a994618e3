using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Web.Canvas.Messages;

namespace Builder.Web.Canvas.Bridge;

/// <summary>
/// What differs between two documents. Documents are immutable and share what they have in common, so most of the work is a comparison of
/// references.
/// </summary>
internal static class DocumentDiff
{
    /// <summary>What is new or different in <paramref name="after"/>, and what is gone.</summary>
    public static (PatchSet Set, PatchRemoved Removed) Between(ProjectDocument before, ProjectDocument after)
    {
        var ports = new PortLookup(after);
        var blocks = Changed(before.Blocks, after.Blocks);
        blocks.UnionWith(UsesWithOtherPorts(before, after, ports));
        return (
            new(
                [.. blocks.Select(id => CanvasViews.Of(after.Blocks[id], ports))],
                [.. Changed(before.Links, after.Links).Select(key => CanvasViews.Of(after.Links[key]))],
                [.. Changed(before.Groups, after.Groups).Select(id => CanvasViews.Of(after.Groups[id]))],
                [.. Changed(before.Notes, after.Notes).Select(id => CanvasViews.Of(after.Notes[id]))]),
            new(
                [.. Gone(before.Blocks, after.Blocks)],
                [.. Gone(before.Links, after.Links).Select(CanvasViews.Key)],
                [.. Gone(before.Groups, after.Groups)],
                [.. Gone(before.Notes, after.Notes)]));
    }

    /// <summary>True where a patch would say nothing.</summary>
    public static bool IsEmpty(PatchSet set, PatchRemoved removed) =>
        set is { Blocks.Count: 0, Links.Count: 0, Groups.Count: 0, Notes.Count: 0 }
        && removed is { Blocks.Count: 0, Links.Count: 0, Groups.Count: 0, Notes.Count: 0 };

    private static SortedSet<TKey> Changed<TKey, T>(IReadOnlyDictionary<TKey, T> before, IReadOnlyDictionary<TKey, T> after)
        where T : class => ReferenceEquals(before, after) ? [] :
        [.. after.Where(a => !before.TryGetValue(a.Key, out var b) || !(ReferenceEquals(a.Value, b) || a.Value.Equals(b))).Select(a => a.Key)];

    private static IEnumerable<TKey> Gone<TKey, T>(IReadOnlyDictionary<TKey, T> before, IReadOnlyDictionary<TKey, T> after) =>
        ReferenceEquals(before, after) ? [] : before.Keys.Where(k => !after.ContainsKey(k));

    /// <summary>Uses of groups whose inside got, lost or renamed a port: the block is the same, but it looks different.</summary>
    private static IEnumerable<string> UsesWithOtherPorts(ProjectDocument before, ProjectDocument after, PortLookup ports)
    {
        if (ReferenceEquals(before.Blocks, after.Blocks) || after.Groups.IsEmpty)
        {
            return [];
        }

        var old = new PortLookup(before);
        return after.Blocks.Values
            .Where(b => b.Kind == GroupPorts.UseKind && before.Blocks.TryGetValue(b.Id, out var was) && !SamePorts(old.Of(was), ports.Of(b)))
            .Select(b => b.Id);
    }

    private static bool SamePorts(GroupPorts a, GroupPorts b) => a.Inputs.SequenceEqual(b.Inputs) && a.Outputs.SequenceEqual(b.Outputs);
}
