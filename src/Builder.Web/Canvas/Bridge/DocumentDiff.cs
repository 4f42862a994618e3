using System.Collections.Immutable;
using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Web.Canvas.Messages;

namespace Builder.Web.Canvas.Bridge;

/// <summary>
/// What differs between two documents. Where it is known what a change touched, only that is compared; otherwise everything is.
/// </summary>
internal static class DocumentDiff
{
    /// <summary>What is new or different in <paramref name="after"/>, and what is gone.</summary>
    /// <param name="before">The document before.</param>
    /// <param name="after">The document after.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="change">Where they may differ; null where that is not known.</param>
    public static (PatchSet Set, PatchRemoved Removed) Between(ProjectDocument before, ProjectDocument after, string language, DocumentChange? change = null)
    {
        var ports = new PortLookup(after);
        var (blocks, goneBlocks) = Compare(before.Blocks, after.Blocks, change?.Blocks);
        var (links, goneLinks) = Compare(before.Links, after.Links, change?.Links);
        var (groups, goneGroups) = Compare(before.Groups, after.Groups, change?.Groups);
        var (notes, goneNotes) = Compare(before.Notes, after.Notes, change?.Notes);
        blocks.UnionWith(MayChangePorts(before, after, change) ? UsesWithOtherPorts(before, after, ports) : []);
        return (
            new(
                [.. blocks.Select(id => CanvasViews.Of(after.Blocks[id], ports))],
                [.. links.Select(key => CanvasViews.Of(after.Links[key]))],
                [.. groups.Select(id => CanvasViews.Of(after.Groups[id]))],
                [.. notes.Select(id => CanvasViews.Of(after.Notes[id], language))]),
            new(goneBlocks, [.. goneLinks.Select(CanvasViews.Key)], goneGroups, goneNotes));
    }

    /// <summary>True where uses of groups may look different although they are the same.</summary>
    public static bool MayChangePorts(ProjectDocument before, ProjectDocument after, DocumentChange? change) =>
        change is null || change.Blocks.Any(id => IsPort(before.Blocks.GetValueOrDefault(id)) || IsPort(after.Blocks.GetValueOrDefault(id)));

    /// <summary>True where a patch would say nothing.</summary>
    public static bool IsEmpty(PatchSet set, PatchRemoved removed) =>
        set is { Blocks.Count: 0, Links.Count: 0, Groups.Count: 0, Notes.Count: 0 }
        && removed is { Blocks.Count: 0, Links.Count: 0, Groups.Count: 0, Notes.Count: 0 };

    private static bool IsPort(Block? block) => block is { Kind: GroupPorts.InputKind or GroupPorts.OutputKind };

    private static (SortedSet<TKey> Changed, List<TKey> Gone) Compare<TKey, T>(
        ImmutableSortedDictionary<TKey, T> before, ImmutableSortedDictionary<TKey, T> after, IEnumerable<TKey>? named)
        where TKey : notnull
        where T : class
    {
        var (changed, gone) = (new SortedSet<TKey>(after.KeyComparer), new SortedSet<TKey>(before.KeyComparer));
        foreach (var key in ReferenceEquals(before, after) ? [] : named ?? before.Keys.Union(after.Keys))
        {
            var (b, a) = (before.GetValueOrDefault(key), after.GetValueOrDefault(key));
            if (a is not null && !a.Equals(b))
            {
                changed.Add(key);
            }
            else if (a is null && b is not null)
            {
                gone.Add(key);
            }
        }

        return (changed, [.. gone]);
    }

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
