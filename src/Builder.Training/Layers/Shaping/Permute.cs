using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Dimensions in another order. https://pytorch.org/docs/stable/generated/torch.permute.html</summary>
public sealed class Permute(LayerContext context) : UnaryLayer
{
    private readonly long[] _dims = [.. context.Block.Ints("dims")];

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => input.permute(_dims);
}
