using Builder.Graph.Catalog;
using Builder.Graph.Documents;

namespace Builder.Graph.Analysis;

/// <summary>A block in two documents that follow each other.</summary>
/// <param name="Before">Null where it is new.</param>
/// <param name="After">Null where it is gone.</param>
internal readonly record struct BlockStep(Block? Before, Block? After)
{
    /// <summary>True where it is new or gone.</summary>
    public bool IsStructural => Before is null || After is null;

    /// <summary>The block as it is last known.</summary>
    public Block Block => After ?? Before!;

    /// <summary>True where the block only lies elsewhere or has another note.</summary>
    public bool IsLook => Before is not null && After is not null && Before with { Position = After.Position, Note = After.Note } == After;

    /// <summary>
    /// True where the change of a block has no other effects than those of a block that computes something by itself: links are not led
    /// through it, and no weights are found or lost by it.
    /// </summary>
    /// <param name="shares">Whether a block has weights in common with another.</param>
    public bool IsPlain(Predicate<Block> shares) =>
        IsPlain(Before) && IsPlain(After) && (IsStructural
            ? !shares(Block)
            : Before!.Kind == After!.Kind && Before.Group == After.Group && Before.WeightsFrom == After.WeightsFrom && (Before.Label == After.Label || !shares(After)));

    /// <summary>True for a block that computes something, and is not muted; also for none.</summary>
    public static bool IsPlain(Block? block) =>
        block is null || (!block.Muted && BlockCatalog.Find(block.Kind) is { Role: not Role.Group });
}

/// <summary>A link in two documents that follow each other.</summary>
/// <param name="Before">Null where it is new.</param>
/// <param name="After">Null where it is gone.</param>
internal readonly record struct LinkStep(Link? Before, Link? After)
{
    /// <summary>True where the link, before and after, runs from one plain block to another.</summary>
    public bool IsPlain(ProjectDocument before, ProjectDocument after) => IsPlain(before, Before) && IsPlain(after, After);

    private static bool IsPlain(ProjectDocument document, Link? link) =>
        link is null || (BlockStep.IsPlain(document.Blocks.GetValueOrDefault(link.From.Block)) && BlockStep.IsPlain(document.Blocks.GetValueOrDefault(link.To.Block)));
}
