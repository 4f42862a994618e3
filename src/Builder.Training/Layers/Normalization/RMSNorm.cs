using Builder.Graph.Catalog;
using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>
/// x ÷ √(mean of x² + eps), over the last dimensions. https://pytorch.org/docs/stable/generated/torch.nn.RMSNorm.html
/// </summary>
public sealed class RMSNorm : UnaryLayer
{
    private readonly long[] _dims;
    private readonly double? _eps;
    private readonly Tensor? _weight;

    /// <summary>Weight (one) of the normalised sizes, where it is switched on.</summary>
    public RMSNorm(LayerContext context)
    {
        var (block, shape) = (context.Block, NormalizationRules.NormalizedShape(context.Block).ToArray());
        _dims = [.. Enumerable.Range(1, shape.Length).Select(d => -(long)d)];
        _eps = block.Has("eps") ? block.Real("eps") : null;
        _weight = block.Flag("elementwise_affine") ? Weight("weight", Initialization.Ones(context, shape)) : null;
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass)
    {
        // Squares of 16-bit values would lose most of their digits, so these are averaged in 32 bits, as PyTorch does.
        var narrow = input.dtype is ScalarType.BFloat16 or ScalarType.Float16;
        var wide = narrow ? input.to(ScalarType.Float32) : input;
        var scale = wide.square().mean(_dims, keepdim: true).add(_eps ?? Epsilon(input.dtype)).rsqrt();
        var even = narrow ? wide.mul(scale).to(input.dtype) : wide.mul(scale);
        return _weight is null ? even : even.mul(_weight);
    }

    /// <summary>The distance from 1 to the next larger number, which PyTorch takes where no epsilon is given.</summary>
    private static double Epsilon(ScalarType type) => type switch
    {
        ScalarType.Float64 => double.BitIncrement(1) - 1,
        ScalarType.BFloat16 => 1.0 / 128,
        ScalarType.Float16 => 1.0 / 1024,
        _ => float.BitIncrement(1) - 1,
    };
}
