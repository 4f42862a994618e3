using Builder.Graph.Documents;

namespace Builder.Graph.Analysis;

/// <summary>The links of a document by both of their ends.</summary>
internal sealed class LinkIndex
{
    private readonly Dictionary<PortRef, List<Link>> _into = [];
    private readonly Dictionary<PortRef, int> _from = [];
    private readonly Dictionary<string, List<string>> _readers = new(StringComparer.Ordinal);

    /// <summary>Sound links that end at a port, by slot.</summary>
    public IReadOnlyList<Link> Into(PortRef port) => _into.GetValueOrDefault(port) ?? [];

    /// <summary>Ids of the blocks that read a block's outputs by sound links.</summary>
    public IReadOnlyList<string> Readers(string block) => _readers.GetValueOrDefault(block) ?? [];

    /// <summary>True where any link, sound or not, starts at an output port.</summary>
    public bool IsRead(PortRef port) => _from.ContainsKey(port);

    /// <summary>Adds a link; one that breaks a rule only counts as reading its source.</summary>
    public void Add(Link link, bool isSound)
    {
        _from[link.From] = _from.GetValueOrDefault(link.From) + 1;
        if (isSound)
        {
            var links = ListOf(_into, link.To);
            links.Insert(links.TakeWhile(l => l.Slot < link.Slot).Count(), link);
            ListOf(_readers, link.From.Block).Add(link.To.Block);
        }
    }

    /// <summary>Takes a sound link away.</summary>
    public void Remove(Link? link)
    {
        if (link is null)
        {
            return;
        }

        if (--_from[link.From] == 0)
        {
            _from.Remove(link.From);
        }

        ListOf(_into, link.To).RemoveAll(l => l.Slot == link.Slot);
        ListOf(_readers, link.From.Block).Remove(link.To.Block);
    }

    private static List<TItem> ListOf<TKey, TItem>(Dictionary<TKey, List<TItem>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        return list;
    }
}
