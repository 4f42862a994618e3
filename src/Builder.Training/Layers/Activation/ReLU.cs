using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Keeps positive values, sets negative ones to zero. https://pytorch.org/docs/stable/generated/torch.nn.ReLU.html</summary>
public sealed class ReLU : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.relu(input);
}
