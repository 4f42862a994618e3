using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>ReLU with a learned slope for negative values. https://pytorch.org/docs/stable/generated/torch.nn.PReLU.html</summary>
public sealed class PReLU : UnaryLayer
{
    private readonly Tensor _weight;

    /// <summary>Slopes [num_parameters], all starting at "init".</summary>
    public PReLU(LayerContext context) => _weight = Weight(
        "weight", Initialization.Zeros(context, context.Block.Int("num_parameters")).fill_(context.Block.Real("init")));

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.prelu(input, _weight);
}
