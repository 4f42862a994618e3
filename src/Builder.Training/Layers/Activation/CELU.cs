using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>ELU whose slope is continuous for every alpha. https://pytorch.org/docs/stable/generated/torch.nn.CELU.html</summary>
public sealed class CELU(LayerContext context) : UnaryLayer
{
    private readonly double _alpha = context.Block.Real("alpha");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.celu(input, _alpha);
}
