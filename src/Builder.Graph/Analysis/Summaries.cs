using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Analysis;

/// <summary>Keeps for every block of the document what was found out about its nodes.</summary>
internal sealed class Summaries
{
    private const int MostScopes = 16;
    private readonly DocumentIndex _index;
    private readonly LinkTracer _tracer;
    private readonly Dictionary<string, Int128> _parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<OpenScope>> _scopes = new(StringComparer.Ordinal);
    private readonly Dictionary<OpenNode, HashSet<string>> _shownBy = [];
    private readonly Dictionary<string, int> _told = new(StringComparer.Ordinal);
    private HashSet<string> _blamed = new(StringComparer.Ordinal);
    private HashSet<string> _dirty;
    private Int128 _total;

    public Summaries(DocumentIndex index, GraphOpening opening)
    {
        (_index, _tracer) = (index, opening.Tracer);
        CollectScopes(opening.Root);
        foreach (var block in index.Document.Blocks.Values.Where(b => !BlockStep.IsPlain(b)))
        {
            foreach (var node in NodesShownBy(block))
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(_shownBy, node, out _) ??= new(StringComparer.Ordinal)).Add(block.Id);
            }
        }

        _dirty = [.. index.Document.Blocks.Keys];
    }

    /// <summary>A summary for every block, as of the last <see cref="Run"/>.</summary>
    public ImmutableSortedDictionary<string, BlockSummary> Blocks { get; private set; } =
        ImmutableSortedDictionary.Create<string, BlockSummary>(StringComparer.Ordinal);

    /// <summary>Ids of the blocks whose summary was made anew, or went, in the last <see cref="Run"/>.</summary>
    public IReadOnlySet<string> Changed { get; private set; } = new HashSet<string>();

    /// <summary>Trainable values of all nodes that own their weights.</summary>
    public long Total => Bounded(_total);

    /// <summary>The block, no use of a group, whose nodes have most trainable values; null where none has any.</summary>
    public Block? Largest => _index.Document.Blocks.Values.Where(b => GroupPorts.GroupOf(b) is null && _parameters.GetValueOrDefault(b.Id) > 0)
        .OrderByDescending(b => _parameters.GetValueOrDefault(b.Id)).ThenBy(b => b.Id, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Counts trainable values of a node, or with a negative number takes them off.</summary>
    public void Count(OpenNode node, Int128 parameters)
    {
        if (parameters == 0)
        {
            return;
        }

        _total += parameters;
        Count(node.Block.Id, parameters);
        for (var scope = node.Scope; scope.Use is { } use; scope = scope.Parent!)
        {
            Count(use.Id, parameters);
        }
    }

    /// <summary>A block was added, removed or changed.</summary>
    public void Touch(string block) => _dirty.Add(block);

    /// <summary>A node gives other types than before.</summary>
    public void Touch(OpenNode node)
    {
        _dirty.Add(node.Block.Id);
        _dirty.UnionWith(_shownBy.GetValueOrDefault(node) ?? []);
    }

    /// <summary>Makes the summaries of all blocks anew of which something else is known.</summary>
    public void Run(ImmutableArray<Problem> found)
    {
        FindOtherProblems(found);
        var problems = found.Where(p => p.Block is not null && _dirty.Contains(p.Block)).ToLookup(p => p.Block, StringComparer.Ordinal);
        var blocks = Blocks.ToBuilder();
        foreach (var id in _dirty)
        {
            if (_index.Document.Blocks.TryGetValue(id, out var block))
            {
                blocks[id] = new BlockSummary(OutputsOf(block), Bounded(_parameters.GetValueOrDefault(id)), [.. problems[id]]);
            }
            else
            {
                blocks.Remove(id);
            }
        }

        (Blocks, Changed, _dirty) = (blocks.ToImmutable(), _dirty, new(StringComparer.Ordinal));
    }

    /// <summary>Marks the blocks of which other problems are told than before: problems that stay are the same objects.</summary>
    private void FindOtherProblems(ImmutableArray<Problem> found)
    {
        _told.Clear();
        foreach (var problem in found)
        {
            if (problem.Block is { } block)
            {
                ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_told, block, out _);
                if (!Blocks.TryGetValue(block, out var summary) || place >= summary.Problems.Length || !ReferenceEquals(summary.Problems[place], problem))
                {
                    _dirty.Add(block);
                }

                place++;
            }
        }

        _dirty.UnionWith(_blamed.Where(id => !_told.TryGetValue(id, out var count) || (Blocks.TryGetValue(id, out var summary) && summary.Problems.Length != count)));
        _blamed = [.. _told.Keys];
    }

    private void Count(string block, Int128 parameters)
    {
        _parameters[block] = _parameters.GetValueOrDefault(block) + parameters;
        _dirty.Add(block);
    }

    private static long Bounded(Int128 sum) => (long)Int128.Min(long.MaxValue, sum);

    /// <summary>The first uses of each group: shapes are shown for the first of them in which they are known.</summary>
    private void CollectScopes(OpenScope scope)
    {
        if (!_scopes.TryGetValue(scope.Group ?? "", out var known))
        {
            _scopes.Add(scope.Group ?? "", known = []);
        }

        if (known.Count == MostScopes)
        {
            return;
        }

        known.Add(scope);
        foreach (var repetitions in scope.Uses.Values)
        {
            CollectScopes(repetitions[0]);
        }
    }

    private ImmutableArray<TensorType> OutputsOf(Block block)
    {
        if (!_scopes.TryGetValue(block.Group ?? "", out var scopes) || BlockCatalog.Find(block.Kind) is null)
        {
            return [];
        }

        var ports = PortsOf(block);
        return scopes.Select(scope => TypesIn(scope, ports)).FirstOrDefault(t => t.Length == ports.Count, []);
    }

    private List<PortRef> PortsOf(Block block) =>
        [.. _index.Ports.Outputs(block).Where(p => p.Content == PortContent.Tensor).Select(p => new PortRef(block.Id, p.Name))];

    private ImmutableArray<TensorType> TypesIn(OpenScope scope, List<PortRef> ports) =>
        [.. ports.Select(p => _tracer.Trace(scope, p) is { Node: { } node, Output: var output } ? node.TypeOf(output) : null).OfType<TensorType>()];

    /// <summary>The nodes whose types are shown as those of a block that computes nothing itself.</summary>
    private IEnumerable<OpenNode> NodesShownBy(Block block) =>
        from scope in _scopes.GetValueOrDefault(block.Group ?? "") ?? []
        from port in PortsOf(block)
        let node = _tracer.Trace(scope, port).Node
        where node is not null
        select node;
}
