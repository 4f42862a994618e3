using System.Collections.Immutable;
using Builder.Graph.Analysis;
using Builder.Graph.Documents;

namespace Builder.Graph.Edits;

/// <summary>Edits of how a block looks and is called, and whether it takes part.</summary>
internal static class BlockLookEdits
{
    /// <summary>Moves blocks on the canvas.</summary>
    public static EditResult Move(ProjectDocument document, MoveBlocks edit)
    {
        var (next, before) = (document, Places);
        foreach (var (id, position) in edit.Positions)
        {
            if (!document.Blocks.TryGetValue(id, out var block))
            {
                return EditProblems.NoBlock(id);
            }

            var moved = block with { Position = position };
            if (StructureRules.OfBlock(document, moved) is { } broken)
            {
                return broken;
            }

            (next, before) = (BlockEdits.With(next, moved), before.Add(id, block.Position));
        }

        return EditResult.Changed(next, new MoveBlocks(before));
    }

    /// <summary>Renames a block.</summary>
    public static EditResult Label(ProjectDocument document, SetLabel edit) =>
        Change(document, edit.Block, b => b with { Label = edit.Label }, b => new SetLabel(b.Id, b.Label));

    /// <summary>Sets the remark on a block.</summary>
    public static EditResult Note(ProjectDocument document, SetBlockNote edit) =>
        Change(document, edit.Block, b => b with { Note = edit.Note }, b => new SetBlockNote(b.Id, b.Note));

    /// <summary>Mutes a block or switches it on.</summary>
    public static EditResult Mute(ProjectDocument document, SetMuted edit) =>
        Change(document, edit.Block, b => b with { Muted = edit.Muted }, b => new SetMuted(b.Id, b.Muted));

    /// <summary>Changes one block in a way that keeps all links.</summary>
    internal static EditResult Change(ProjectDocument document, string id, Func<Block, Block> change, Func<Block, Edit> inverse)
    {
        if (!document.Blocks.TryGetValue(id, out var block))
        {
            return EditProblems.NoBlock(id);
        }

        var changed = change(block);
        return StructureRules.OfBlock(document, changed) is { } broken ? broken : EditResult.Changed(BlockEdits.With(document, changed), inverse(block));
    }

    private static ImmutableSortedDictionary<string, Position> Places { get; } =
        ImmutableSortedDictionary.Create<string, Position>(StringComparer.Ordinal);
}
