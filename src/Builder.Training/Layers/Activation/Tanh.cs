using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Any value to between −1 and 1. https://pytorch.org/docs/stable/generated/torch.nn.Tanh.html</summary>
public sealed class Tanh : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.tanh(input);
}
