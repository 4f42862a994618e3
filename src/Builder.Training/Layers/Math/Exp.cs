using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>eˣ.</summary>
public sealed class Exp : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => input.exp();
}
