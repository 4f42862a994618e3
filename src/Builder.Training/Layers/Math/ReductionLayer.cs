using Builder.Graph.Catalog.Kinds;
using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Many numbers become one, along chosen dimensions or along all but the batch.</summary>
/// <param name="context">The block and where it computes.</param>
public abstract class ReductionLayer(LayerContext context) : UnaryLayer
{
    private readonly long[] _dims = [.. ReductionKind.Dims(context.Block).Select(d => (long)d)];
    private readonly bool _keep = context.Block.Flag("keepdim");

    /// <summary>Without dimensions PyTorch would reduce all of them; here there is then nothing to reduce.</summary>
    public sealed override Tensor Forward(Tensor input, Pass pass) => _dims.Length == 0 ? input.alias() : Reduce(input, _dims, _keep);

    /// <summary>Reduces along <paramref name="dims"/>.</summary>
    protected abstract Tensor Reduce(Tensor input, long[] dims, bool keep);
}
