using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>The same number everywhere, in the shape of the input.</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class Constant(LayerContext context) : UnaryLayer
{
    private readonly double _value = context.Block.Real("value");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => full_like(input, _value, dtype: context.DType);
}
