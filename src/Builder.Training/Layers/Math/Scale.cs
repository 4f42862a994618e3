using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>factor · x + offset.</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class Scale(LayerContext context) : UnaryLayer
{
    private readonly double _factor = context.Block.Real("factor");
    private readonly double _offset = context.Block.Real("offset");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => input * _factor + _offset;
}
