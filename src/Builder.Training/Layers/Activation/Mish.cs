using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Value times tanh of its softplus. https://pytorch.org/docs/stable/generated/torch.nn.Mish.html</summary>
public sealed class Mish : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.mish(input);
}
