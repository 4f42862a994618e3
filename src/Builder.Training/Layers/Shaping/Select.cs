using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>One slice along a dimension. https://pytorch.org/docs/stable/generated/torch.select.html</summary>
public sealed class Select(LayerContext context) : UnaryLayer
{
    private readonly long _dim = context.Block.Int("dim");
    private readonly long _index = context.Block.Int("index");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => input.select(_dim, _index);
}
