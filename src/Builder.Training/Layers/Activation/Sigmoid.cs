using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Any value to between 0 and 1. https://pytorch.org/docs/stable/generated/torch.nn.Sigmoid.html</summary>
public sealed class Sigmoid : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.sigmoid(input);
}
