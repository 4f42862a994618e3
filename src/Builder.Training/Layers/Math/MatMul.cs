using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Product of matrices over the last two dimensions.</summary>
public sealed class MatMul : BinaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, Pass pass) => input.matmul(other);
}
