using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Exponentials divided by their sum. https://pytorch.org/docs/stable/generated/torch.nn.Softmax.html</summary>
public sealed class Softmax(LayerContext context) : UnaryLayer
{
    private readonly long _dim = context.Block.Int("dim");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.softmax(input, _dim);
}
