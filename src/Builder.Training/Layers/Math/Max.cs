using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Largest value along dimensions. https://pytorch.org/docs/stable/generated/torch.amax.html</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class Max(LayerContext context) : ReductionLayer(context)
{
    /// <inheritdoc/>
    protected override Tensor Reduce(Tensor input, long[] dims, bool keep)
    {
        var largest = input.amax(dims);
        return keep ? dims.Aggregate(largest, (result, dim) => result.unsqueeze(dim)) : largest;
    }
}
