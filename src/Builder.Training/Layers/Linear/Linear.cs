using Builder.Graph.Shapes;
using Builder.Training.Onnx;
using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>y = x Wᵀ + b. https://pytorch.org/docs/stable/generated/torch.nn.Linear.html</summary>
public sealed class Linear : UnaryLayer, IChainable
{
    private readonly Tensor _weight;
    private readonly Tensor? _bias;

    /// <summary>Weights [out_features, in_features] and bias [out_features].</summary>
    public Linear(LayerContext context)
    {
        var (inFeatures, outFeatures) = (context.Block.Input.Shape[-1].Size, context.Block.Int("out_features"));
        _weight = Weight("weight", Initialization.FanIn(context, inFeatures, outFeatures, inFeatures));
        _bias = context.Block.Flag("bias") ? Weight("bias", Initialization.FanIn(context, inFeatures, outFeatures)) : null;
    }

    /// <inheritdoc/>
    public ChainLink Link => new(ChainOperator.Linear, _bias is null ? 0 : 1);

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.linear(input, _weight, _bias);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => input.Shape.Rank == 2
        ? graph.Op("Gemm", [input.Name, graph.Weight("weight", _weight), .. _bias is null ? Array.Empty<string>() : [graph.Weight("bias", _bias)]], ("transB", 1L))
        : Apply(input.Name, graph.Weight("weight", _weight), _bias is null ? null : graph.Weight("bias", _bias), graph);

    /// <summary>x Wᵀ + b of tensors of any rank in an ONNX graph.</summary>
    internal static string Apply(string input, string weight, string? bias, OnnxGraph graph)
    {
        var product = graph.Op("MatMul", [input, graph.Op("Transpose", [weight], ("perm", (long[])[1, 0]))]);
        return bias is null ? product : graph.Op("Add", [product, bias]);
    }
}
