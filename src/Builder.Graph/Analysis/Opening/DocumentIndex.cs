using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>The sound part of a document, ordered for quick access; what breaks a rule is left out and becomes a problem.</summary>
internal sealed class DocumentIndex
{
    private const string MainCanvas = "";
    private readonly Dictionary<string, List<Block>> _byGroup = new(StringComparer.Ordinal);
    private readonly Dictionary<PortRef, List<Link>> _into = [];
    private readonly Dictionary<string, List<string>> _readers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unsound = new(StringComparer.Ordinal);

    public DocumentIndex(ProjectDocument document, ProblemList problems)
    {
        (Document, Ports) = (document, new PortLookup(document));
        foreach (var block in document.Blocks.Values)
        {
            AddBlock(block, problems);
        }

        foreach (var link in document.Links.Values)
        {
            AddLink(link, problems);
        }
    }

    /// <summary>The document.</summary>
    public ProjectDocument Document { get; }

    /// <summary>Ports of its blocks.</summary>
    public PortLookup Ports { get; }

    /// <summary>Blocks of a group, or with null of the main canvas, in the order of their ids.</summary>
    public IReadOnlyList<Block> BlocksOf(string? group) => _byGroup.GetValueOrDefault(group ?? MainCanvas) ?? [];

    /// <summary>Links that end at a port, by slot.</summary>
    public IReadOnlyList<Link> Into(PortRef port) => _into.GetValueOrDefault(port) ?? [];

    /// <summary>Ids of the blocks that read a block's outputs.</summary>
    public IReadOnlyList<string> Readers(string block) => _readers.GetValueOrDefault(block) ?? [];

    /// <summary>True where the parameters of a block have the right types and lie in their ranges.</summary>
    public bool IsSound(Block block) => !_unsound.Contains(block.Id);

    private void AddBlock(Block block, ProblemList problems)
    {
        var count = problems.Count;
        if (StructureRules.OfBlock(Document, block) is { } broken)
        {
            problems.Add(broken);
        }
        else
        {
            problems.AddRange(ParameterProblems(block));
        }

        if (problems.Count > count)
        {
            _unsound.Add(block.Id);
        }

        if (BlockCatalog.Find(block.Kind) is not null && (block.Group is null || Document.Groups.ContainsKey(block.Group)))
        {
            Add(_byGroup, block.Group ?? MainCanvas, block);
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

    private void AddLink(Link link, ProblemList problems)
    {
        if (StructureRules.OfLink(Document, Ports, link) is { } broken)
        {
            problems.Add(broken);
        }
        else
        {
            Add(_into, link.To, link);
            Add(_readers, link.From.Block, link.To.Block);
        }
    }

    private static void Add<TKey, TItem>(Dictionary<TKey, List<TItem>> lists, TKey key, TItem item)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        list.Add(item);
    }
}
