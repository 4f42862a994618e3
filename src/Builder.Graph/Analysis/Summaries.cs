using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Analysis;

/// <summary>Gathers for every block of the document what was found out about its nodes.</summary>
internal sealed class Summaries(DocumentIndex index, GraphOpening opening, ShapeInference inference, FlatGraph graph)
{
    private const int MostScopes = 16;
    private readonly Dictionary<string, long> _parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<OpenScope>> _scopes = new(StringComparer.Ordinal);

    /// <summary>Trainable values of all nodes that own their weights.</summary>
    public long Total { get; private set; }

    /// <summary>A summary for every block.</summary>
    public ImmutableSortedDictionary<string, BlockSummary> Run(ImmutableArray<Problem> problems)
    {
        CountParameters();
        CollectScopes(opening.Root);
        var byBlock = problems.Where(p => p.Block is not null).ToLookup(p => p.Block!, StringComparer.Ordinal);
        return index.Document.Blocks.Values.ToImmutableSortedDictionary(
            b => b.Id,
            b => new BlockSummary(OutputsOf(b), _parameters.GetValueOrDefault(b.Id), [.. byBlock[b.Id]]),
            StringComparer.Ordinal);
    }

    private void CountParameters()
    {
        for (var i = 0; i < opening.Nodes.Count; i++)
        {
            var (open, flat) = (opening.Nodes[i], graph.Nodes[inference.PlaceOf(i)]);
            if (flat.WeightsPath != flat.Path || flat.Weights.IsEmpty)
            {
                continue;
            }

            var count = flat.Weights.Where(w => w.Trainable).Aggregate(0L, (sum, w) => Added(sum, w.Count));
            Total = Added(Total, count);
            Count(open.Block.Id, count);
            for (var scope = open.Scope; scope.Use is { } use; scope = scope.Parent!)
            {
                Count(use.Id, count);
            }
        }
    }

    private void Count(string block, long count) => _parameters[block] = Added(_parameters.GetValueOrDefault(block), count);

    private static long Added(long sum, long more) => (long)Int128.Min(long.MaxValue, (Int128)sum + more);

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

        var ports = index.Ports.Outputs(block).Where(p => p.Content == PortContent.Tensor).Select(p => new PortRef(block.Id, p.Name)).ToList();
        return scopes.Select(scope => TypesIn(scope, ports)).FirstOrDefault(t => t.Length == ports.Count, []);
    }

    private ImmutableArray<TensorType> TypesIn(OpenScope scope, List<PortRef> ports) =>
        [.. ports.Select(p => inference.TypeOf(opening.Tracer.Trace(scope, p), graph)).OfType<TensorType>()];
}
