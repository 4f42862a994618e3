using System.Collections.Immutable;
using Builder.Graph.Analysis;
using Builder.Graph.Data;
using Builder.Graph.Documents;

namespace Builder.Graph.Differences;

/// <summary>A note that is not the same in two documents.</summary>
/// <param name="Before">The note before; null where it was added.</param>
/// <param name="After">The note after; null where it was removed.</param>
public sealed record NoteDifference(Note? Before, Note? After)
{
    /// <summary>How the note is marked.</summary>
    public ChangeMark Mark => Before is null ? ChangeMark.Added
        : After is null ? ChangeMark.Removed
        : Before with { Position = After.Position } == After ? ChangeMark.Moved
        : ChangeMark.Changed;
}

/// <summary>A group that is not the same in two documents.</summary>
/// <param name="Before">The group before; null where it was added.</param>
/// <param name="After">The group after; null where it was removed.</param>
public sealed record GroupDifference(Group? Before, Group? After);

/// <summary>
/// All that is different between two documents, and nothing else. What they share is not looked at: documents are immutable, so most of the
/// work is a comparison of references.
/// </summary>
public sealed record DocumentDifferences
{
    /// <summary>Blocks that are different, by id.</summary>
    public required ImmutableSortedDictionary<string, BlockDifference> Blocks { get; init; }

    /// <summary>Links of the first document that the second does not have.</summary>
    public required ImmutableHashSet<Link> RemovedLinks { get; init; }

    /// <summary>Links of the second document that the first does not have. A link from another block is another link.</summary>
    public required ImmutableHashSet<Link> AddedLinks { get; init; }

    /// <summary>Notes that are different, by id.</summary>
    public required ImmutableSortedDictionary<string, NoteDifference> Notes { get; init; }

    /// <summary>Groups that are different, by id.</summary>
    public required ImmutableSortedDictionary<string, GroupDifference> Groups { get; init; }

    /// <summary>Ids of the data sets that are different, in order.</summary>
    public required ImmutableArray<string> Data { get; init; }

    /// <summary>The project has another name.</summary>
    public required bool HasOtherName { get; init; }

    /// <summary>The project has another description.</summary>
    public required bool HasOtherDescription { get; init; }

    /// <summary>True where both documents mean the same: nothing is different but places on the canvas.</summary>
    public bool IsSame => RemovedLinks.IsEmpty && AddedLinks.IsEmpty && Groups.IsEmpty && Data.IsEmpty && !HasOtherName && !HasOtherDescription
        && Blocks.Values.All(b => b.Mark == ChangeMark.Moved) && Notes.Values.All(n => n.Mark == ChangeMark.Moved);

    /// <summary>The mark of a block.</summary>
    public ChangeMark MarkOf(Block block) => Blocks.TryGetValue(block.Id, out var difference) ? difference.Mark : ChangeMark.Same;

    /// <summary>The mark of a link.</summary>
    public ChangeMark MarkOf(Link link) =>
        AddedLinks.Contains(link) ? ChangeMark.Added : RemovedLinks.Contains(link) ? ChangeMark.Removed : ChangeMark.Same;

    /// <summary>The mark of a note.</summary>
    public ChangeMark MarkOf(Note note) => Notes.TryGetValue(note.Id, out var difference) ? difference.Mark : ChangeMark.Same;

    /// <summary>What is different in <paramref name="after"/>.</summary>
    public static DocumentDifferences Between(ProjectDocument before, ProjectDocument after) => new()
    {
        Blocks = BlocksOf(before, after),
        RemovedLinks = LinksOnlyIn(before, after),
        AddedLinks = LinksOnlyIn(after, before),
        Notes = Pairs(before.Notes, after.Notes, (b, a) => b == a ? null : new NoteDifference(b, a)),
        Groups = Pairs(before.Groups, after.Groups, (b, a) => b == a ? null : new GroupDifference(b, a)),
        Data = [.. Pairs(before.Data, after.Data, (b, a) => AreSame(b, a) ? null : new object()).Keys],
        HasOtherName = before.Name != after.Name,
        HasOtherDescription = before.Description != after.Description,
    };

    private static ImmutableSortedDictionary<string, BlockDifference> BlocksOf(ProjectDocument before, ProjectDocument after)
    {
        var (portsBefore, portsAfter) = (new PortLookup(before), new PortLookup(after));
        return Pairs(before.Blocks, after.Blocks, (b, a) => (b, a) switch
        {
            (null, _) or (_, null) => new BlockDifference(b, a, BlockAspects.None, []),
            _ => BlockDifference.Between(b, a, a.Kind == GroupPorts.UseKind && b.Kind == a.Kind && !SamePorts(portsBefore.Of(b), portsAfter.Of(a))),
        }, alsoShared: id => after.Blocks.TryGetValue(id, out var block) && block.Kind == GroupPorts.UseKind);
    }

    private static bool SamePorts(GroupPorts a, GroupPorts b) => a.Inputs.SequenceEqual(b.Inputs) && a.Outputs.SequenceEqual(b.Outputs);

    private static ImmutableHashSet<Link> LinksOnlyIn(ProjectDocument one, ProjectDocument other) => ReferenceEquals(one.Links, other.Links)
        ? [] : [.. one.Links.Values.Where(l => !other.Links.TryGetValue(l.Key, out var same) || same != l)];

    // A data set holds arrays, which compare by reference: the bytes decide.
    private static bool AreSame(DataSet? a, DataSet? b) =>
        ReferenceEquals(a, b) || (a is not null && b is not null && DataJson.Write([a]).AsSpan().SequenceEqual(DataJson.Write([b])));

    /// <summary>What two dictionaries hold differently.</summary>
    /// <param name="before">The first.</param>
    /// <param name="after">The second.</param>
    /// <param name="compare">The difference between two values, one of which may be missing; null where there is none.</param>
    /// <param name="alsoShared">Ids for which the same object may mean something else.</param>
    private static ImmutableSortedDictionary<string, TDifference> Pairs<T, TDifference>(
        ImmutableSortedDictionary<string, T> before, ImmutableSortedDictionary<string, T> after, Func<T?, T?, TDifference?> compare, Predicate<string>? alsoShared = null)
        where T : class
        where TDifference : class
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, TDifference>(StringComparer.Ordinal);
        foreach (var id in before.Keys.Union(after.Keys, StringComparer.Ordinal))
        {
            var (b, a) = (before.GetValueOrDefault(id), after.GetValueOrDefault(id));
            if ((!ReferenceEquals(b, a) || alsoShared?.Invoke(id) == true) && compare(b, a) is { } difference)
            {
                found.Add(id, difference);
            }
        }

        return found.ToImmutable();
    }
}
