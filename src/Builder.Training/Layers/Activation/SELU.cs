using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Scaled ELU that keeps mean and variance steady. https://pytorch.org/docs/stable/generated/torch.nn.SELU.html</summary>
public sealed class SELU : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.selu(input);
}
