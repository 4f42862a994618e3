using Builder.Graph.Documents;

namespace Builder.Proposals;

/// <summary>Clears the canvas for a new model; data sets and the person's own remarks on the main canvas stay.</summary>
internal static class ModelRemoval
{
    private const string UseKind = "Group";

    /// <summary>The edits, in an order in which each is allowed.</summary>
    /// <param name="document">The document; the remarks of an earlier proposal go as well.</param>
    public static IEnumerable<Edit> Edits(ProjectDocument document)
    {
        var blocks = document.Blocks.Values;
        foreach (var block in blocks.Where(b => b.WeightsFrom is not null))
        {
            yield return new ShareWeights(block.Id, null);
        }

        foreach (var block in blocks.OrderByDescending(b => b.Kind == UseKind))
        {
            yield return new RemoveBlock(block.Id);
        }

        foreach (var remark in document.Notes.Values.Where(n => n.Group is not null || n.Id.StartsWith(Proposer.NotePrefix, StringComparison.Ordinal)))
        {
            yield return new SetNote(remark.Id, null);
        }

        foreach (var group in document.Groups.Keys)
        {
            yield return new RemoveGroup(group);
        }
    }
}
