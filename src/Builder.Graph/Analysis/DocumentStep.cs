using Builder.Graph.Documents;

namespace Builder.Graph.Analysis;

/// <summary>What is different in the next document, as far as an analysis goes.</summary>
/// <param name="Before">The document before.</param>
/// <param name="After">The next document.</param>
/// <param name="Blocks">Blocks that are new, gone or another object.</param>
/// <param name="Links">Links that are new, gone or another object.</param>
internal sealed record DocumentStep(
    ProjectDocument Before, ProjectDocument After, IReadOnlyList<BlockStep> Blocks, IReadOnlyList<LinkStep> Links)
{
    /// <summary>True where blocks come or go.</summary>
    public bool ChangesSizes => Blocks.Any(b => b.IsStructural);

    /// <summary>True where blocks or links come or go.</summary>
    public bool IsStructural => Links.Count > 0 || ChangesSizes;

    /// <summary>What is different.</summary>
    public static DocumentStep Between(ProjectDocument before, ProjectDocument after, DocumentChange change) => new(
        before,
        after,
        [.. change.Blocks.Select(id => new BlockStep(before.Blocks.GetValueOrDefault(id), after.Blocks.GetValueOrDefault(id))).Where(b => !ReferenceEquals(b.Before, b.After))],
        [.. change.Links.Select(key => new LinkStep(before.Links.GetValueOrDefault(key), after.Links.GetValueOrDefault(key))).Where(l => !ReferenceEquals(l.Before, l.After))]);

    /// <summary>
    /// True where only plain blocks and the links between them are different. What shapes a group, is led through a muted block or finds its weights
    /// elsewhere has an effect far from where it stands.
    /// </summary>
    public bool CanBeFollowed(DocumentIndex index, GraphOpening opening) =>
        ReferenceEquals(Before.Groups, After.Groups) && ReferenceEquals(Before.Data, After.Data)
        && Links.All(l => l.IsPlain(Before, After))
        && Blocks.All(b => b.IsLook || (b.IsPlain(index.Shares) && (!b.IsStructural || opening.ScopesOf(b.Block.Group).All(s => s.Path == s.WeightsPath))));
}
