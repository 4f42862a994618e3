using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Sigmoid from straight pieces. https://pytorch.org/docs/stable/generated/torch.nn.Hardsigmoid.html</summary>
public sealed class Hardsigmoid : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.hardsigmoid(input);
}
