using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Messages;

namespace Builder.Graph.Edits;

/// <summary>Edits that add or remove a block or change what it is.</summary>
internal static class BlockEdits
{
    private static readonly MessageTemplate Blocks = new("problem-blocks", "blocks", "个模块");

    /// <summary>Adds a block.</summary>
    public static EditResult Add(ProjectDocument document, AddBlock edit)
    {
        if (document.Blocks.Count >= DocumentLimits.Blocks)
        {
            return EditProblems.TooMany(DocumentLimits.Blocks, Blocks.With());
        }

        var block = edit.Block with { Parameters = Block.NoParameters.AddRange(edit.Block.Parameters) };
        if (document.Blocks.ContainsKey(block.Id))
        {
            return EditProblems.IdTaken(block.Id);
        }

        return StructureRules.OfBlock(document, block) is { } broken
            ? broken
            : EditResult.Changed(With(document, block), new RemoveBlock(block.Id));
    }

    /// <summary>Removes a block with its links; blocks that used its weights get their own.</summary>
    public static EditResult Remove(ProjectDocument document, RemoveBlock edit)
    {
        if (!document.Blocks.TryGetValue(edit.Block, out var block))
        {
            return EditProblems.NoBlock(edit.Block);
        }

        var links = LinkChanges.Touching(document, block).ToList();
        var sharing = document.Blocks.Values.Where(b => b.WeightsFrom == block.Id && b.Id != block.Id).ToList();
        var next = document with
        {
            Blocks = document.Blocks.Remove(block.Id).SetItems(sharing.Select(b => KeyValuePair.Create(b.Id, b with { WeightsFrom = null }))),
            Links = document.Links.RemoveRange(links.Select(l => l.Key)),
        };
        return EditResult.Changed(next,
        [
            new AddBlock(block),
            .. sharing.Select(b => new ShareWeights(b.Id, block.Id)),
            .. links.Select(l => new Connect(l)),
        ]);
    }

    /// <summary>Turns a block into one of another kind, keeping the parameters and links that the new kind has too.</summary>
    public static EditResult Change(ProjectDocument document, ChangeKind edit)
    {
        if (!document.Blocks.TryGetValue(edit.Block, out var block))
        {
            return EditProblems.NoBlock(edit.Block);
        }

        var changed = block with { Kind = edit.Kind };
        if (BlockCatalog.Find(edit.Kind) is null)
        {
            return StructureRules.OfBlock(document, changed)!;
        }

        var lost = block.Parameters.Where(p => StructureRules.OfParameter(changed, p.Key, p.Value) is not null).ToList();
        changed = changed with { Parameters = block.Parameters.RemoveRange(lost.Select(p => p.Key)) };
        var (next, dropped) = LinkChanges.DropBroken(With(document, changed), LinkChanges.Touching(document, block).ToList());
        return EditResult.Changed(next,
        [
            new ChangeKind(block.Id, block.Kind),
            .. lost.Select(p => new SetParameter(block.Id, p.Key, p.Value)),
            .. dropped.Select(l => new Connect(l)),
        ]);
    }

    /// <summary>The document with a block put in or replaced.</summary>
    public static ProjectDocument With(ProjectDocument document, Block block) => document with { Blocks = document.Blocks.SetItem(block.Id, block) };
}
