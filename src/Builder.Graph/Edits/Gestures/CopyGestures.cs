using Builder.Graph.Documents;

namespace Builder.Graph.Edits.Gestures;

/// <summary>Copying blocks and remarks within a project and between projects.</summary>
public static class CopyGestures
{
    private const double Beside = 40;

    /// <summary>
    /// Copies blocks and remarks next to themselves, with the links among the blocks. Those of several canvases are copied each on its own.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="ids">The blocks.</param>
    /// <param name="notes">The remarks.</param>
    public static Edit Duplicate(ProjectDocument document, IReadOnlyCollection<string> ids, IReadOnlyCollection<string>? notes = null)
    {
        var copies = new BlockCopies(document, document);
        foreach (var canvas in Chosen(document, ids).GroupBy(b => b.Group, StringComparer.Ordinal))
        {
            copies.Copy([.. canvas], canvas.Key, Beside, Beside);
        }

        foreach (var note in ChosenNotes(document, notes ?? []))
        {
            copies.Copy([note], note.Group, Beside, Beside);
        }

        return new Batch([.. copies.Edits]);
    }

    /// <summary>
    /// Brings blocks and remarks of another document (or of this one) to a canvas, with the links among them and the groups that they use.
    /// Data sets stay where they are: an input then says which column it misses.
    /// </summary>
    /// <param name="document">The document that gets the copies.</param>
    /// <param name="other">The document that the blocks are in.</param>
    /// <param name="ids">The blocks, all of one canvas.</param>
    /// <param name="group">The group to paste into; null for the main canvas.</param>
    /// <param name="at">Where the top left corner of the copies goes.</param>
    /// <param name="noteIds">The remarks, of the same canvas as the blocks.</param>
    public static Edit PasteFrom(
        ProjectDocument document, ProjectDocument other, IReadOnlyCollection<string> ids, string? group, Position at, IReadOnlyCollection<string>? noteIds = null)
    {
        var blocks = Chosen(other, ids);
        var notes = ChosenNotes(other, noteIds ?? []);
        var places = blocks.Select(b => b.Position).Concat(notes.Select(n => n.Position)).ToList();
        var copies = new BlockCopies(other, document);
        if (places.Count > 0)
        {
            var (dx, dy) = (at.X - places.Min(p => p.X), at.Y - places.Min(p => p.Y));
            copies.Copy(blocks, group, dx, dy);
            copies.Copy(notes, group, dx, dy);
        }

        return new Batch([.. copies.Edits]);
    }

    private static List<Block> Chosen(ProjectDocument document, IReadOnlyCollection<string> ids) =>
        [.. ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(document.Blocks.GetValueOrDefault).OfType<Block>()];

    private static List<Note> ChosenNotes(ProjectDocument document, IReadOnlyCollection<string> ids) =>
        [.. ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(document.Notes.GetValueOrDefault).OfType<Note>()];
}
