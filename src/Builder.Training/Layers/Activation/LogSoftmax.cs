using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Logarithm of the softmax. https://pytorch.org/docs/stable/generated/torch.nn.LogSoftmax.html</summary>
public sealed class LogSoftmax(LayerContext context) : UnaryLayer
{
    private readonly long _dim = context.Block.Int("dim");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.log_softmax(input, _dim);
}
