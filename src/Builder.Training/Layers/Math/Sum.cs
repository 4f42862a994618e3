using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Sum along dimensions.</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class Sum(LayerContext context) : ReductionLayer(context)
{
    /// <inheritdoc/>
    protected override Tensor Reduce(Tensor input, long[] dims, bool keep) => input.sum(dims, keep);
}
