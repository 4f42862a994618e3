using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Sum, broadcast.</summary>
public sealed class Add : BinaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, Pass pass) => input.add(other);
}
