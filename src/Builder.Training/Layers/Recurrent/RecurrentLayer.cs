using Builder.Graph.Shapes;
using Builder.Training.Onnx;
using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>
/// A recurrent layer over one call of libtorch's own operator. [N, T, F] to every step [N, T, D·H], or to the last state of each direction
/// side by side [N, D·H].
/// </summary>
/// <param name="context">The block and where it computes.</param>
public abstract class RecurrentLayer(LayerContext context) : UnaryLayer
{
    private readonly bool _lastOnly = context.Block.Text("output") == "last";

    /// <summary>Number of features of each step.</summary>
    protected long InputSize { get; } = context.Block.Input.Shape[-1].Size;

    /// <summary>How many numbers are remembered.</summary>
    protected long HiddenSize { get; } = context.Block.Int("hidden_size");

    /// <summary>How many layers are stacked.</summary>
    protected long Layers { get; } = context.Block.Int("num_layers");

    /// <summary>Adds constants.</summary>
    protected bool Bias { get; } = context.Block.Flag("bias");

    /// <summary>Share of values dropped between stacked layers; 0 for a single layer, where it has no effect.</summary>
    protected double Dropout { get; } = context.Block.Int("num_layers") > 1 ? context.Block.Real("dropout") : 0;

    /// <summary>Reads the sequence backwards too.</summary>
    protected bool Bidirectional { get; } = context.Block.Flag("bidirectional");

    /// <inheritdoc/>
    public sealed override Tensor Forward(Tensor input, ForwardContext pass)
    {
        // cuDNN gives gradients of training passes only. Without dropout the two are the same.
        var (all, state) = Run(input, pass.Training || (Dropout == 0 && is_grad_enabled()));
        return !_lastOnly ? all
            : Bidirectional ? cat([state.select(0, -2), state.select(0, -1)], 1)
            : state.select(0, -1);
    }

    /// <summary>Outputs of every step [N, T, D·H] and the last states [layers·D, N, H].</summary>
    protected abstract (Tensor All, Tensor State) Run(Tensor input, bool training);

    /// <inheritdoc/>
    public sealed override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph)
    {
        // Runtimes read the steps first: https://onnx.ai/onnx/operators/onnx__LSTM.html, layout 0.
        var sequence = graph.Op("Transpose", [input.Name], ("perm", (long[])[1, 0, 2]));
        for (var layer = 0; layer < Layers; layer++)
        {
            var isLast = layer == Layers - 1;
            sequence = Node(graph, sequence, layer, isLast && _lastOnly);
            if (!isLast)
            {
                // [T, directions, N, H] to [T, N, directions·H].
                sequence = graph.Op("Reshape", [graph.Op("Transpose", [sequence], ("perm", (long[])[0, 2, 1, 3])), graph.Integers(0, 0, Width)]);
            }
        }

        return _lastOnly
            ? graph.Op("Reshape", [graph.Op("Transpose", [sequence], ("perm", (long[])[1, 0, 2])), graph.Integers(0, Width)])
            : graph.Op("Reshape", [graph.Op("Transpose", [sequence], ("perm", (long[])[2, 0, 1, 3])), graph.Integers(0, 0, Width)]);
    }

    /// <summary>The operator in ONNX, where its gates stand in PyTorch, in ONNX's order, and what else it needs to be told.</summary>
    protected abstract (string Operator, int[] Gates, (string Name, object Value)[] Settings) Onnx { get; }

    private long Width => HiddenSize * (Bidirectional ? 2 : 1);

    // One layer of the stack: all steps [T, directions, N, H], or the last states [directions, N, H].
    private string Node(OnnxGraph graph, string sequence, int layer, bool lastOnly)
    {
        string[] directions = Bidirectional ? ["", "_reverse"] : [""];
        var weights = Weights.ToDictionary(w => w.Name, w => w.Tensor, StringComparer.Ordinal);
        Tensor Ordered(string name) => cat([.. Onnx.Gates.Select(gate => weights[name].narrow(0, gate * HiddenSize, HiddenSize))]);
        string Stacked(string name, Func<string, Tensor> of) => graph.Weight($"{name}_l{layer}", Weights[0].Tensor, () => stack([.. directions.Select(of)]));
        string[] inputs =
        [
            sequence,
            Stacked("W", direction => Ordered($"weight_ih_l{layer}{direction}")),
            Stacked("R", direction => Ordered($"weight_hh_l{layer}{direction}")),
            .. Bias ? [Stacked("B", direction => cat([Ordered($"bias_ih_l{layer}{direction}"), Ordered($"bias_hh_l{layer}{direction}")]))] : Array.Empty<string>(),
        ];
        return graph.Op(Onnx.Operator, 2, lastOnly ? 1 : 0, inputs,
            [("hidden_size", HiddenSize), ("direction", Bidirectional ? "bidirectional" : "forward"), .. Onnx.Settings]);
    }
}
