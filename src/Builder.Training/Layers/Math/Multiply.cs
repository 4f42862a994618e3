using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Product, broadcast.</summary>
public sealed class Multiply : BinaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, Pass pass) => input.mul(other);
}
