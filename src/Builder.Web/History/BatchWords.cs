using Builder.Graph;
using Builder.Graph.Documents;
using Builder.Proposals;

namespace Builder.Web.History;

/// <summary>Words for edits that consist of several: what matters most of them, and how many more there are.</summary>
internal static class BatchWords
{
    private const int MostNames = 2;

    public static Localized Of(Batch batch, ProjectDocument document)
    {
        var edits = Flat(batch).ToList();
        if (edits.OfType<AddGroup>().FirstOrDefault() is { } group && edits.Exists(e => e is RemoveBlock or SetBlockGroup))
        {
            return new($"Grouped blocks as “{group.Group.Name}”", $"将模块组成分组“{group.Group.Name}”");
        }

        if (edits.Exists(e => e is RemoveGroup) && edits.Exists(e => e is AddBlock))
        {
            return new("Took a group apart", "拆开了一个分组");
        }

        if (edits.OfType<SetDataSet>().FirstOrDefault(d => d.DataSet is not null && !document.Data.ContainsKey(d.Id)) is { } arrival)
        {
            return EditWords.Of(arrival, document);
        }

        if (edits.Exists(e => e is SetNote { Note: not null } note && note.Id.StartsWith(Proposer.NotePrefix, StringComparison.Ordinal)) && edits.Exists(e => e is AddBlock))
        {
            return new("Took the proposed model", "采用了推荐的模型");
        }

        var added = edits.OfType<AddBlock>().ToList();
        var removed = edits.OfType<RemoveBlock>().ToList();
        return (added.Count, removed.Count) switch
        {
            ( > 0, 0) => Added(added),
            (0, > 0) => Removed(removed, document),
            ( > 0, > 0) => new(
                $"Added {Blocks(added.Count)} and removed {Blocks(removed.Count)}", $"添加了 {added.Count} 个模块，删除了 {removed.Count} 个模块"),
            _ => Others(edits, document),
        };
    }

    private static Localized Added(List<AddBlock> added)
    {
        var names = added.Select(a => EditWords.Name(a.Block)).ToList();
        return names.Count <= MostNames
            ? new($"Added {string.Join(" and ", names.Select(n => n.En))}", $"添加了{string.Join("和", names.Select(n => n.Zh))}")
            : new($"Added {names[0].En} and {names.Count - 1} more blocks", $"添加了{names[0].Zh}等 {names.Count} 个模块");
    }

    private static Localized Removed(List<RemoveBlock> removed, ProjectDocument document)
    {
        var names = removed.Select(r => EditWords.Name(document, r.Block)).ToList();
        return names.Count <= MostNames
            ? new($"Removed {string.Join(" and ", names.Select(n => n.En))}", $"删除了{string.Join("和", names.Select(n => n.Zh))}")
            : new($"Removed {names[0].En} and {names.Count - 1} more blocks", $"删除了{names[0].Zh}等 {names.Count} 个模块");
    }

    private static Localized Others(List<Edit> edits, ProjectDocument document)
    {
        if (edits.Count == 0)
        {
            return new("Changed nothing", "没有修改");
        }

        // Replacing a link is first cutting, then connecting: the second is what it was for.
        var main = edits.OfType<SetDataSet>().FirstOrDefault() ?? edits.OfType<Connect>().FirstOrDefault() ?? edits[0];
        var words = EditWords.Of(main, document);
        var more = edits.Count(e => e is not Disconnect && e.GetType() != main.GetType());
        return more == 0 ? words : new($"{words.En} and {more} more {(more == 1 ? "change" : "changes")}", $"{words.Zh}，以及另外 {more} 处修改");
    }

    private static string Blocks(int count) => count == 1 ? "1 block" : $"{count} blocks";

    private static IEnumerable<Edit> Flat(Batch batch) => batch.Edits.SelectMany(e => e is Batch inner ? Flat(inner) : [e]);
}
