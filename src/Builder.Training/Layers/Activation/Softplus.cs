using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Smooth ReLU, always positive. https://pytorch.org/docs/stable/generated/torch.nn.Softplus.html</summary>
public sealed class Softplus(LayerContext context) : UnaryLayer
{
    private readonly double _beta = context.Block.Real("beta");
    private readonly double _threshold = context.Block.Real("threshold");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.softplus(input, _beta, _threshold);
}
