using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Weights each value by how large it is among normal ones. https://pytorch.org/docs/stable/generated/torch.nn.GELU.html</summary>
public sealed class GELU(LayerContext context) : UnaryLayer
{
    private readonly TorchSharp.Modules.GELU.Approximate _approximate = context.Block.Text("approximate") == "tanh"
        ? TorchSharp.Modules.GELU.Approximate.tanh
        : TorchSharp.Modules.GELU.Approximate.none;

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.gelu(input, _approximate);
}
