using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>
/// The sound part of a document, ordered for quick access; what breaks a rule is left out and becomes a problem. Can follow a change, of which it
/// only looks at what is named.
/// </summary>
internal sealed class DocumentIndex
{
    private const string MainCanvas = "";
    private readonly Dictionary<string, SortedDictionary<string, Block>> _byGroup = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, Block>> _byKind = new(StringComparer.Ordinal);
    private readonly LinkIndex _links = new();
    private readonly SortedDictionary<string, List<Problem>> _unsound = new(StringComparer.Ordinal);
    private readonly SortedDictionary<LinkKey, Problem> _badLinks = [];
    private readonly HashSet<string> _naming = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _owners = new(StringComparer.Ordinal);

    public DocumentIndex(ProjectDocument document)
    {
        (Document, Ports) = (document, new PortLookup(document));
        foreach (var block in document.Blocks.Values)
        {
            Add(block);
            Check(block);
        }

        foreach (var link in document.Links.Values)
        {
            Add(link);
        }
    }

    /// <summary>The document.</summary>
    public ProjectDocument Document { get; private set; }

    /// <summary>Ports of its blocks.</summary>
    public PortLookup Ports { get; private set; }

    /// <summary>True where the document breaks a rule that every stored document keeps.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>How often the rules of a block were checked.</summary>
    public int Checks { get; private set; }

    /// <summary>Blocks of a group, or with null of the main canvas, in the order of their ids.</summary>
    public IReadOnlyCollection<Block> BlocksOf(string? group) => _byGroup.TryGetValue(group ?? MainCanvas, out var blocks) ? blocks.Values : [];

    /// <summary>Blocks of a kind on all canvases, in the order of their ids.</summary>
    public IReadOnlyCollection<Block> OfKind(string kind) => _byKind.TryGetValue(kind, out var blocks) ? blocks.Values : [];

    /// <summary>Blocks of a role on all canvases, kind by kind.</summary>
    public IEnumerable<Block> OfRole(Role role) => _byKind.Where(k => BlockCatalog.Get(k.Key).Role == role).SelectMany(k => k.Value.Values);

    /// <summary>Links that end at a port, by slot.</summary>
    public IReadOnlyList<Link> Into(PortRef port) => _links.Into(port);

    /// <summary>Ids of the blocks that read a block's outputs.</summary>
    public IReadOnlyList<string> Readers(string block) => _links.Readers(block);

    /// <summary>True where a link starts at an output port.</summary>
    public bool IsRead(PortRef port) => _links.IsRead(port);

    /// <summary>True where the parameters of a block have the right types and lie in their ranges.</summary>
    public bool IsSound(Block block) => !_unsound.ContainsKey(block.Id);

    /// <summary>True where a block has weights in common with another.</summary>
    public bool Shares(Block block) => block.WeightsFrom is not null || _owners.ContainsKey(block.Id);

    /// <summary>What is wrong with blocks and links in themselves.</summary>
    public IEnumerable<Problem> Problems => _unsound.Values.SelectMany(p => p).Concat(_badLinks.Values);

    /// <summary>Goes on to the next document.</summary>
    /// <param name="document">A document with the same groups and data sets.</param>
    /// <param name="blocks">The blocks that are different in it.</param>
    /// <param name="links">The links that are different in it.</param>
    /// <returns>Ids of the blocks of which something else may be true.</returns>
    public IReadOnlyCollection<string> Follow(ProjectDocument document, IReadOnlyCollection<BlockStep> blocks, IReadOnlyCollection<LinkStep> links)
    {
        (Document, Ports) = (document, Ports.For(document));
        foreach (var step in blocks)
        {
            Remove(step.Before);
            Add(step.After);
        }

        foreach (var step in links)
        {
            _links.Remove(step.Before);
            Add(step.After);
        }

        var again = blocks.Where(b => b.After is not null).Select(b => b.After!.Id).ToHashSet(StringComparer.Ordinal);
        again.UnionWith(blocks.Any(b => b.Before is null || b.After is null) ? _naming : []);
        foreach (var id in again)
        {
            Check(document.Blocks[id]);
        }

        return again;
    }

    private void Add(Block? block)
    {
        if (block is null)
        {
            return;
        }

        if (block.WeightsFrom is { } owner)
        {
            _owners[owner] = _owners.GetValueOrDefault(owner) + 1;
        }

        if (BlockCatalog.Find(block.Kind) is not { } kind)
        {
            return;
        }

        ListOf(_byKind, block.Kind)[block.Id] = block;
        if (block.Group is null || Document.Groups.ContainsKey(block.Group))
        {
            ListOf(_byGroup, block.Group ?? MainCanvas)[block.Id] = block;
        }

        if (block.Parameters.Keys.Any(name => kind.FindParameter(name) is { Type: ParameterType.Blocks }))
        {
            _naming.Add(block.Id);
        }
    }

    private void Remove(Block? block)
    {
        if (block is null)
        {
            return;
        }

        if (block.WeightsFrom is { } owner && --_owners[owner] == 0)
        {
            _owners.Remove(owner);
        }

        ListOf(_byKind, block.Kind).Remove(block.Id);
        ListOf(_byGroup, block.Group ?? MainCanvas).Remove(block.Id);
        _naming.Remove(block.Id);
        _unsound.Remove(block.Id);
    }

    private void Check(Block block)
    {
        Checks++;
        _unsound.Remove(block.Id);
        var broken = StructureRules.OfBlock(Document, block);
        IsBroken |= broken is not null;
        var problems = broken is not null ? [broken] : ParameterProblems(block).ToList();
        if (problems.Count > 0)
        {
            _unsound.Add(block.Id, problems);
        }
    }

    private IEnumerable<Problem> ParameterProblems(Block block)
    {
        var kind = BlockCatalog.Get(block.Kind);
        foreach (var (name, value) in block.Parameters)
        {
            if (ParameterRules.OfRange(block, kind.GetParameter(name), value) is { } outOfRange)
            {
                yield return outOfRange;
            }
            else if (ReferenceRules.Of(Document, block, kind.GetParameter(name), value) is { } unknown)
            {
                yield return unknown;
            }
        }
    }

    private void Add(Link? link)
    {
        if (link is null)
        {
            return;
        }

        if (StructureRules.OfLink(Document, Ports, link) is { } broken)
        {
            _badLinks.Add(link.Key, broken);
            IsBroken = true;
        }

        _links.Add(link, isSound: !_badLinks.ContainsKey(link.Key));
    }

    private static SortedDictionary<string, Block> ListOf(Dictionary<string, SortedDictionary<string, Block>> lists, string key)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = new(StringComparer.Ordinal));
        }

        return list;
    }
}
