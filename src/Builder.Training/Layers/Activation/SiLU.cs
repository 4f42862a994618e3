using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Value times its own sigmoid. https://pytorch.org/docs/stable/generated/torch.nn.SiLU.html</summary>
public sealed class SiLU : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.silu(input);
}
