using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Difference, broadcast.</summary>
public sealed class Subtract : BinaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, Pass pass) => input.sub(other);
}
