using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>
/// mean + ε · exp(log_variance / 2) with standard normal ε while training, the mean otherwise. https://arxiv.org/abs/1312.6114
/// </summary>
public sealed class Reparameterize : BinaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, Pass pass) =>
        pass.Training ? input + (other * 0.5).exp() * randn_like(input) : input.alias();
}
