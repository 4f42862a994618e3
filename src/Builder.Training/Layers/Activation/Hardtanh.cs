using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Cuts values off at two limits. https://pytorch.org/docs/stable/generated/torch.nn.Hardtanh.html</summary>
public sealed class Hardtanh(LayerContext context) : UnaryLayer
{
    private readonly double _min = context.Block.Real("min_val");
    private readonly double _max = context.Block.Real("max_val");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) =>
        // On a copy and in place: without that, TorchSharp 0.107 gives back its argument as it was.
        nn.functional.hardtanh(input.clone(), _min, _max, inplace: true);
}
