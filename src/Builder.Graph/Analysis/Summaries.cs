using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Analysis;

/// <summary>Gathers for every block of the document what was found out about its nodes.</summary>
internal sealed class Summaries(DocumentIndex index, GraphOpening opening, ShapeInference inference, FlatGraph graph)
{
    private readonly Dictionary<string, long> _parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OpenScope> _scopes = new(StringComparer.Ordinal);

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

    private void CollectScopes(OpenScope scope)
    {
        _scopes.TryAdd(scope.Group ?? "", scope);
        foreach (var repetitions in scope.Uses.Values)
        {
            if (!_scopes.ContainsKey(repetitions[0].Group!))
            {
                CollectScopes(repetitions[0]);
            }
        }
    }

    private ImmutableArray<TensorType> OutputsOf(Block block)
    {
        if (!_scopes.TryGetValue(block.Group ?? "", out var scope) || BlockCatalog.Find(block.Kind) is null)
        {
            return [];
        }

        var types = index.Ports.Outputs(block).Where(p => p.Content == PortContent.Tensor).Select(p => inference.TypeOf(opening.Tracer.Trace(scope, new(block.Id, p.Name)), graph)).ToList();
        return types.Contains(null) ? [] : [.. types.OfType<TensorType>()];
    }
}
