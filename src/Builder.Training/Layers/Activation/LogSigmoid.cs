using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Logarithm of the sigmoid. https://pytorch.org/docs/stable/generated/torch.nn.LogSigmoid.html</summary>
public sealed class LogSigmoid : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.logsigmoid(input);
}
