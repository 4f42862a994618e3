using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>The first half of the values, gated by the second. https://pytorch.org/docs/stable/generated/torch.nn.GLU.html</summary>
public sealed class GLU(LayerContext context) : UnaryLayer
{
    private readonly long _dim = context.Block.Int("dim");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.glu(input, _dim);
}
