using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Several tensors joined along one dimension. https://pytorch.org/docs/stable/generated/torch.cat.html</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class Concatenate(LayerContext context) : Layer
{
    private readonly long _dim = context.Block.Int("dim");

    /// <inheritdoc/>
    public override Tensor[] Forward(Tensor?[] inputs, Pass pass) => [cat(Array.ConvertAll(inputs, input => input!), _dim)];
}
