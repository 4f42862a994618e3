using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Each sample's values in other sizes. https://pytorch.org/docs/stable/generated/torch.reshape.html</summary>
public sealed class Reshape(LayerContext context) : UnaryLayer
{
    private readonly long[] _shape = [.. context.Block.Ints("shape")];

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => input.reshape([input.size(0), .. _shape]);
}
