using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>|x|.</summary>
public sealed class Abs : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => input.abs();
}
