using Builder.Graph.Catalog;
using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Over the last dimensions. https://pytorch.org/docs/stable/generated/torch.nn.LayerNorm.html</summary>
public sealed class LayerNorm : UnaryLayer
{
    private readonly long[] _shape;
    private readonly double _eps;
    private readonly Tensor? _weight;
    private readonly Tensor? _bias;

    /// <summary>Weight (one) and bias (zero) of the normalised sizes, where they are switched on.</summary>
    public LayerNorm(LayerContext context)
    {
        var block = context.Block;
        (_shape, _eps) = ([.. NormalizationRules.NormalizedShape(block)], block.Real("eps"));
        if (block.Flag("elementwise_affine"))
        {
            _weight = Weight("weight", Initialization.Ones(context, _shape));
            _bias = block.Flag("bias") ? Weight("bias", Initialization.Zeros(context, _shape)) : null;
        }
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.layer_norm(input, _shape, _weight, _bias, _eps);
}
