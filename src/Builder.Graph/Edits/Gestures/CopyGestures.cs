using Builder.Graph.Documents;

namespace Builder.Graph.Edits.Gestures;

/// <summary>Copying blocks within a project and between projects.</summary>
public static class CopyGestures
{
    private const double Beside = 40;

    /// <summary>Copies blocks next to themselves, with the links among them. Blocks of several canvases are copied each on its own.</summary>
    public static Edit Duplicate(ProjectDocument document, IReadOnlyCollection<string> ids)
    {
        var copies = new BlockCopies(document, document);
        foreach (var canvas in Chosen(document, ids).GroupBy(b => b.Group, StringComparer.Ordinal))
        {
            copies.Copy([.. canvas], canvas.Key, Beside, Beside);
        }

        return new Batch([.. copies.Edits]);
    }

    /// <summary>
    /// Brings blocks of another document (or of this one) to a canvas, with the links among them and the groups that they use. Data sets stay
    /// where they are: an input then says which column it misses.
    /// </summary>
    /// <param name="document">The document that gets the copies.</param>
    /// <param name="other">The document that the blocks are in.</param>
    /// <param name="ids">The blocks, all of one canvas.</param>
    /// <param name="group">The group to paste into; null for the main canvas.</param>
    /// <param name="at">Where the top left corner of the copies goes.</param>
    public static Edit PasteFrom(ProjectDocument document, ProjectDocument other, IReadOnlyCollection<string> ids, string? group, Position at)
    {
        var blocks = Chosen(other, ids);
        var copies = new BlockCopies(other, document);
        if (blocks.Count > 0)
        {
            var (left, top) = (blocks.Min(b => b.Position.X), blocks.Min(b => b.Position.Y));
            copies.Copy(blocks, group, at.X - left, at.Y - top);
        }

        return new Batch([.. copies.Edits]);
    }

    private static List<Block> Chosen(ProjectDocument document, IReadOnlyCollection<string> ids) =>
        [.. ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(document.Blocks.GetValueOrDefault).OfType<Block>()];
}
