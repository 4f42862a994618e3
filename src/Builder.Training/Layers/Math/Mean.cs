using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Average along dimensions.</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class Mean(LayerContext context) : ReductionLayer(context)
{
    /// <inheritdoc/>
    protected override Tensor Reduce(Tensor input, long[] dims, bool keep) => input.mean(dims, keep);
}
