using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>One dimension becomes several. https://pytorch.org/docs/stable/generated/torch.nn.Unflatten.html</summary>
public sealed class Unflatten(LayerContext context) : UnaryLayer
{
    private readonly long _dim = context.Block.Int("dim");
    private readonly long[] _sizes = [.. context.Block.Ints("unflattened_size")];

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => input.unflatten(_dim, _sizes);
}
