using Builder.Graph.Analysis;
using Builder.Graph.Documents;

namespace Builder.Graph.Edits.Gestures;

/// <summary>Removing what is selected.</summary>
public static class DeletionGestures
{
    /// <summary>
    /// Removes links, blocks and notes. What somebody else has removed in the meantime is passed over. The inside of a group goes together
    /// with its last use.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="blocks">Ids of blocks.</param>
    /// <param name="links">Where links end.</param>
    /// <param name="notes">Ids of notes.</param>
    /// <param name="join">Whether the neighbours of removed blocks are linked to each other again.</param>
    public static Edit Delete(
        ProjectDocument document,
        IReadOnlyCollection<string> blocks,
        IReadOnlyCollection<LinkKey> links,
        IReadOnlyCollection<string> notes,
        bool join)
    {
        var steps = new EditSteps(document);
        foreach (var link in links.Distinct().Where(document.Links.ContainsKey))
        {
            steps.Add(new Disconnect(link.To, link.Slot));
        }

        var present = blocks.Distinct(StringComparer.Ordinal).Where(document.Blocks.ContainsKey).ToList();
        if (present.Count > 0)
        {
            steps.Add(join ? CanvasGestures.DeleteAndJoin(steps.Document, present) : Plainly(present));
            RemoveUnused(steps, new(present.Select(id => GroupPorts.GroupOf(document.Blocks[id])).OfType<string>()));
        }

        foreach (var note in notes.Distinct(StringComparer.Ordinal).Where(steps.Document.Notes.ContainsKey))
        {
            steps.Add(new SetNote(note, null));
        }

        return steps.IsEmpty ? Missing(blocks, links, notes) : steps.ToEdit();
    }

    private static Batch Plainly(List<string> blocks) => new([.. blocks.Order(StringComparer.Ordinal).Select(id => new RemoveBlock(id))]);

    private static void RemoveUnused(EditSteps steps, Queue<string> groups)
    {
        while (groups.TryDequeue(out var group))
        {
            if (!steps.Document.Groups.ContainsKey(group) || steps.Document.Blocks.Values.Any(b => GroupPorts.GroupOf(b) == group))
            {
                continue;
            }

            foreach (var inner in steps.Document.Blocks.Values.Where(b => b.Group == group).ToList())
            {
                steps.Add(new RemoveBlock(inner.Id));
                if (GroupPorts.GroupOf(inner) is { } nested)
                {
                    groups.Enqueue(nested);
                }
            }

            foreach (var note in steps.Document.Notes.Values.Where(n => n.Group == group).ToList())
            {
                steps.Add(new SetNote(note.Id, null));
            }

            steps.Add(new RemoveGroup(group));
        }
    }

    /// <summary>Nothing of it is there any more: an edit that is refused with that reason.</summary>
    private static Edit Missing(IReadOnlyCollection<string> blocks, IReadOnlyCollection<LinkKey> links, IReadOnlyCollection<string> notes) =>
        blocks.FirstOrDefault() is { } block ? new RemoveBlock(block)
        : notes.FirstOrDefault() is { } note ? new SetNote(note, null)
        : links.Count > 0 ? new Disconnect(links.First().To, links.First().Slot)
        : new Batch([]);
}
