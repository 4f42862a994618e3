using Builder.Graph.Analysis;
using Builder.Training.Layers;
using static TorchSharp.torch;

namespace Builder.Training.Programs;

/// <summary>
/// A document compiled for one device: a layer with weights for every node that computes, shared where the document shares them.
/// From it come <see cref="ExecutionPlan"/>s that compute just what is asked for.
/// </summary>
public sealed class TrainingProgram : IDisposable
{
    private readonly Layer?[] _layers;
    private readonly List<Layer> _owned = [];

    private TrainingProgram(FlatGraph graph, Device device)
    {
        (Graph, Device) = (graph, device);
        _layers = new Layer?[graph.Nodes.Length];
    }

    /// <summary>What was compiled.</summary>
    public FlatGraph Graph { get; }

    /// <summary>Where it runs.</summary>
    public Device Device { get; }

    /// <summary>All weights and buffers once, under "path.name" with dots between the parts as in PyTorch's state dictionaries.</summary>
    public IReadOnlyList<NamedTensor> Weights { get; private set; } = [];

    /// <summary>Compiles a graph without problems. Fresh weights come from libtorch's random generator.</summary>
    /// <exception cref="TrainingException">The weights do not fit into memory.</exception>
    public static TrainingProgram Compile(FlatGraph graph, Device device, ScalarType dtype = ScalarType.Float32)
    {
        MemoryCheck.Weights(graph, device);
        var program = new TrainingProgram(graph, device);
        var byWeights = new Dictionary<string, Layer>(StringComparer.Ordinal);
        foreach (var node in graph.Nodes.Where(n => LayerFactory.Has(n.Kind.Id)))
        {
            if (!byWeights.TryGetValue(node.WeightsPath, out var layer))
            {
                layer = LayerFactory.Create(new LayerContext(node.Instance!, dtype, device));
                byWeights.Add(node.WeightsPath, layer);
                program._owned.Add(layer);
            }

            program._layers[node.Index] = layer;
        }

        program.Weights = program.CollectWeights();
        return program;
    }

    /// <summary>The layer of a node; null where it computes nothing.</summary>
    public Layer? LayerOf(FlatNode node) => _layers[node.Index];

    /// <summary>A plan that computes these outputs and nothing that they do not need.</summary>
    public ExecutionPlan Plan(params IEnumerable<FlatSource> wanted) => new(this, wanted);

    /// <summary>The trainable weights that lie under these paths, in the order of the nodes.</summary>
    public IReadOnlyList<NamedTensor> Trainable(IReadOnlyCollection<string> paths) =>
        [.. Named().Where(w => w.Weight.Trainable && paths.Contains(w.Path)).Select(w => w.Weight)];

    /// <inheritdoc/>
    public void Dispose() => _owned.ForEach(layer => layer.Dispose());

    private NamedTensor[] CollectWeights() => [.. Named().Select(w => w.Weight)];

    private IEnumerable<(string Path, NamedTensor Weight)> Named() =>
        from node in Graph.Nodes
        where node.Path == node.WeightsPath && _layers[node.Index] is not null
        from weight in _layers[node.Index]!.Weights
        select (node.Path, weight with { Name = $"{node.Path.Replace('/', '.')}.{weight.Name}" });
}
