using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>ReLU that stops at 6. https://pytorch.org/docs/stable/generated/torch.nn.ReLU6.html</summary>
public sealed class ReLU6 : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.relu6(input);
}
