using System.Collections.Immutable;
using Builder.Graph.Data;

namespace Builder.Graph.Documents;

/// <summary>
/// A whole project as one immutable value: everything that decides the result. All collections are ordered by id, so the same content
/// always has the same bytes, whatever the order of the edits that led to it.
/// </summary>
public sealed record ProjectDocument
{
    /// <summary>The newest format that this version writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Name of the project as a person gave it.</summary>
    public required string Name { get; init; }

    /// <summary>What the project is about, in the person's words.</summary>
    public string? Description { get; init; }

    /// <summary>Data sets by id.</summary>
    public ImmutableSortedDictionary<string, DataSet> Data { get; init; } = Empty<DataSet>();

    /// <summary>All blocks by id, those inside groups as well.</summary>
    public ImmutableSortedDictionary<string, Block> Blocks { get; init; } = Empty<Block>();

    /// <summary>All links by where they end.</summary>
    public ImmutableSortedDictionary<LinkKey, Link> Links { get; init; } = ImmutableSortedDictionary<LinkKey, Link>.Empty;

    /// <summary>Groups by id.</summary>
    public ImmutableSortedDictionary<string, Group> Groups { get; init; } = Empty<Group>();

    /// <summary>Remarks on the canvas by id.</summary>
    public ImmutableSortedDictionary<string, Note> Notes { get; init; } = Empty<Note>();

    /// <summary>A project with nothing in it.</summary>
    public static ProjectDocument Create(string name) => new() { Name = name };

    private static ImmutableSortedDictionary<string, T> Empty<T>() =>
        ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}
