using Builder.Graph.Shapes;
using Builder.Training.Onnx;
using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Adds a learned list of numbers for each place: [N, T, F] + weight[0 … T−1]. Starts like torch.nn.Embedding, standard normal.</summary>
public sealed class PositionalEmbedding : UnaryLayer
{
    private readonly Tensor _weight;

    /// <summary>Weight [max_length, F].</summary>
    public PositionalEmbedding(LayerContext context) => _weight = Weight(
        "weight", Initialization.Normal(context, context.Block.Int("max_length"), context.Block.Input.Shape[-1].Size));

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => input + _weight.narrow(0, 0, input.size(1));

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("Add", [input.Name, Beginning(graph.Weight("weight", _weight), input, graph)]);

    /// <summary>The first rows of a table in an ONNX graph, as many as the sequence has steps.</summary>
    internal static string Beginning(string table, OnnxValue sequence, OnnxGraph graph) =>
        graph.Op("Slice", [table, graph.Integers(0), graph.SizeOf(sequence.Name, 1), graph.Integers(0)]);
}

/// <summary>
/// Adds sin(t / 10000^(2i/F)) to even and cos(t / 10000^(2i/F)) to odd features of step t. https://arxiv.org/abs/1706.03762, section 3.5
/// </summary>
/// <param name="context">The block and where it computes.</param>
public sealed class SinusoidalEncoding(LayerContext context) : UnaryLayer
{
    private const double LongestWave = 10_000;
    private Tensor? _table;

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass)
    {
        var steps = input.size(1);
        if (_table is null || _table.size(0) < steps)
        {
            _table?.Dispose();
            _table = Table(steps, input.size(2)).DetachFromDisposeScope();
        }

        return input + _table.narrow(0, 0, steps);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _table?.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>[steps, features]; computed in double precision, then rounded once.</summary>
    private Tensor Table(long steps, long features)
    {
        var values = new double[steps * features];
        for (var i = 0; i < values.Length; i++)
        {
            var (step, feature) = Math.DivRem(i, features);
            var angle = step / Math.Pow(LongestWave, (feature - feature % 2) / (double)features);
            values[i] = feature % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle);
        }

        return tensor(values, [steps, features], dtype: context.DType, device: context.Device);
    }

    // Sequences of another length may be shorter than those of the training, not longer.
    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph)
    {
        var steps = input.Shape[1].IsKnown ? input.Shape[1].Size : context.Block.Input.Shape[1].Size;
        return graph.Op("Add", [input.Name, PositionalEmbedding.Beginning(graph.Constant("table", () => Table(steps, input.Shape[2].Size)), input, graph)]);
    }
}
