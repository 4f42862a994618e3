using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Every number kept between two bounds.</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class Clamp(LayerContext context) : UnaryLayer
{
    private readonly double _min = context.Block.Real("min");
    private readonly double _max = context.Block.Real("max");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => input.clamp(_min, _max);
}
