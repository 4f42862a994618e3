using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Value divided by one plus its size. https://pytorch.org/docs/stable/generated/torch.nn.Softsign.html</summary>
public sealed class Softsign : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.softsign(input);
}
