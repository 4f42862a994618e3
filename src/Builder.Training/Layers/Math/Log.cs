using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>ln x.</summary>
public sealed class Log : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => input.log();
}
