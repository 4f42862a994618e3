using System.Collections.Immutable;
using Builder.Graph.Documents;
using Builder.Graph.Json;

namespace Builder.Graph.Edits;

/// <summary>
/// Turns a document into an earlier one of its history by one edit, so that going back is a change like any other: it stands in the log
/// and can be undone.
/// </summary>
public static class DocumentRestore
{
    /// <summary>The edit that makes <paramref name="target"/> out of <paramref name="current"/>, to the byte; an empty batch where they are the same.</summary>
    public static Edit Into(ProjectDocument current, ProjectDocument target)
    {
        var small = new Batch([.. new RestoreSteps(current, target, block => SameIdentity(block, target)).All()]);
        return LeadsTo(current, small, target)
            ? small
            : new Batch([.. new RestoreSteps(current, target, _ => false).All()]);
    }

    private static bool SameIdentity(Block block, ProjectDocument target) =>
        target.Blocks.GetValueOrDefault(block.Id) is { } other && other.Kind == block.Kind && other.Group == block.Group;

    /// <summary>Both ways, because going back must be undone as well: a use that waits for its group, for one, stands in the way of taking the group away.</summary>
    private static bool LeadsTo(ProjectDocument current, Edit edit, ProjectDocument target) =>
        DocumentEditor.Apply(current, edit) is { Succeeded: true } there && IsSame(there.Document, target)
        && DocumentEditor.Apply(there.Document, there.Inverse) is { Succeeded: true } back && IsSame(back.Document, current);

    private static bool IsSame(ProjectDocument left, ProjectDocument right) =>
        ProjectJson.Write(left).AsSpan().SequenceEqual(ProjectJson.Write(right));
}

/// <summary>The steps from one document to another: take away what is not there any more, change what stays, add the rest, and link it.</summary>
/// <param name="current">The document before.</param>
/// <param name="target">The document after.</param>
/// <param name="stays">True for a block that is changed in its place; the others are removed and added anew.</param>
internal sealed class RestoreSteps(ProjectDocument current, ProjectDocument target, Predicate<Block> stays)
{
    private readonly HashSet<string> _kept = [.. current.Blocks.Values.Where(b => stays(b)).Select(b => b.Id)];

    public IEnumerable<Edit> All() => [.. Unlinked(), .. Removed(), .. Data(), .. Changed(), .. Added(), .. Shared(), .. Linked()];

    private IEnumerable<Edit> Unlinked() => current.Links.Values.Where(l => !StaysLinked(l)).Select(l => new Disconnect(l.To, l.Slot));

    private IEnumerable<Edit> Removed() =>
    [
        .. current.Blocks.Keys.Where(id => !_kept.Contains(id)).Select(id => new RemoveBlock(id)),
        .. current.Notes.Values.Where(n => target.Notes.GetValueOrDefault(n.Id) != n).Select(n => new SetNote(n.Id, null)),
        .. current.Groups.Keys.Where(id => !target.Groups.ContainsKey(id)).Select(id => new RemoveGroup(id)),
    ];

    private IEnumerable<Edit> Data()
    {
        if (current.Name != target.Name)
        {
            yield return new RenameProject(target.Name);
        }

        if (current.Description != target.Description)
        {
            yield return new DescribeProject(target.Description);
        }

        foreach (var id in current.Data.Keys.Union(target.Data.Keys, StringComparer.Ordinal))
        {
            var (before, after) = (current.Data.GetValueOrDefault(id), target.Data.GetValueOrDefault(id));
            if (!IsSame(new SetDataSet(id, before), new SetDataSet(id, after)))
            {
                yield return new SetDataSet(id, after);
            }
        }
    }

    private IEnumerable<Edit> Changed() => current.Blocks.Values.Where(b => _kept.Contains(b.Id)).SelectMany(b => Changes(b, target.Blocks[b.Id]));

    private static IEnumerable<Edit> Changes(Block before, Block after)
    {
        foreach (var name in before.Parameters.Keys.Union(after.Parameters.Keys, StringComparer.Ordinal))
        {
            if (before.Parameters.GetValueOrDefault(name) != after.Parameters.GetValueOrDefault(name))
            {
                yield return new SetParameter(after.Id, name, after.Parameters.GetValueOrDefault(name));
            }
        }

        if (before.Position != after.Position)
        {
            yield return new MoveBlocks(ImmutableSortedDictionary.Create<string, Position>(StringComparer.Ordinal).Add(after.Id, after.Position));
        }

        if (before.Label != after.Label)
        {
            yield return new SetLabel(after.Id, after.Label);
        }

        if (before.Note != after.Note)
        {
            yield return new SetBlockNote(after.Id, after.Note);
        }

        if (before.Muted != after.Muted)
        {
            yield return new SetMuted(after.Id, after.Muted);
        }
    }

    private IEnumerable<Edit> Added() =>
    [
        .. target.Groups.Values.Where(g => !current.Groups.ContainsKey(g.Id)).Select(g => new AddGroup(g)),
        .. target.Groups.Values.Where(g => current.Groups.GetValueOrDefault(g.Id) is { } old && old.Name != g.Name).Select(g => new RenameGroup(g.Id, g.Name)),
        .. target.Blocks.Values.Where(b => !_kept.Contains(b.Id)).Select(b => new AddBlock(b with { WeightsFrom = null })),
        .. target.Notes.Values.Where(n => current.Notes.GetValueOrDefault(n.Id) != n).Select(n => new SetNote(n.Id, n)),
    ];

    private IEnumerable<Edit> Shared() => target.Blocks.Values
        .Where(b => b.WeightsFrom != SharesAfterRemoval(b.Id))
        .Select(b => new ShareWeights(b.Id, b.WeightsFrom));

    private string? SharesAfterRemoval(string id) =>
        _kept.Contains(id) && current.Blocks[id].WeightsFrom is { } from && _kept.Contains(from) ? from : null;

    private IEnumerable<Edit> Linked() => target.Links.Values
        .Where(l => !(current.Links.GetValueOrDefault(l.Key) is { } old && StaysLinked(old))).Select(l => new Connect(l));

    private bool StaysLinked(Link link) =>
        target.Links.GetValueOrDefault(link.Key) == link && _kept.Contains(link.From.Block) && _kept.Contains(link.To.Block);

    private static bool IsSame(Edit left, Edit right) => EditJson.Write(left).AsSpan().SequenceEqual(EditJson.Write(right));
}
