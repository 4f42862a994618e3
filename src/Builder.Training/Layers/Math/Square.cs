using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>x².</summary>
public sealed class Square : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => input.square();
}
