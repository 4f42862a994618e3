using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Swish from straight pieces. https://pytorch.org/docs/stable/generated/torch.nn.Hardswish.html</summary>
public sealed class Hardswish : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.hardswish(input);
}
