using Builder.Graph.Catalog.Kinds;
using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>|x|.</summary>
public sealed class Abs : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => input.abs();
}

/// <summary>eˣ.</summary>
public sealed class Exp : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => input.exp();
}

/// <summary>ln x.</summary>
public sealed class Log : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => input.log();
}

/// <summary>x².</summary>
public sealed class Square : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => input.square();
}

/// <summary>Every number kept between two bounds.</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class Clamp(LayerContext context) : UnaryLayer
{
    private readonly double _min = context.Block.Real("min");
    private readonly double _max = context.Block.Real("max");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => input.clamp(_min, _max);
}

/// <summary>factor · x + offset.</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class Scale(LayerContext context) : UnaryLayer
{
    private readonly double _factor = context.Block.Real("factor");
    private readonly double _offset = context.Block.Real("offset");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => input * _factor + _offset;
}

/// <summary>Sum, broadcast.</summary>
public sealed class Add : BinaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, ForwardContext pass) => input.add(other);
}

/// <summary>Difference, broadcast.</summary>
public sealed class Subtract : BinaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, ForwardContext pass) => input.sub(other);
}

/// <summary>Product, broadcast.</summary>
public sealed class Multiply : BinaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, ForwardContext pass) => input.mul(other);
}

/// <summary>Product of matrices over the last two dimensions.</summary>
public sealed class MatMul : BinaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, ForwardContext pass) => input.matmul(other);
}

/// <summary>Several tensors joined along one dimension. https://pytorch.org/docs/stable/generated/torch.cat.html</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class Concatenate(LayerContext context) : Layer
{
    private readonly long _dim = context.Block.Int("dim");

    /// <inheritdoc/>
    public override Tensor[] Forward(Tensor?[] inputs, ForwardContext pass) => [cat(Array.ConvertAll(inputs, input => input!), _dim)];
}

/// <summary>
/// mean + ε · exp(log_variance / 2) with standard normal ε while training, the mean otherwise. https://arxiv.org/abs/1312.6114
/// </summary>
public sealed class Reparameterize : BinaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, ForwardContext pass) =>
        pass.Training ? input + (other * 0.5).exp() * randn_like(input) : input.alias();
}

/// <summary>Many numbers become one, along chosen dimensions or along all but the batch.</summary>
/// <param name="context">The block and where it computes.</param>
public abstract class ReductionLayer(LayerContext context) : UnaryLayer
{
    private readonly long[] _dims = [.. ReductionKind.Dims(context.Block).Select(d => (long)d)];
    private readonly bool _keep = context.Block.Flag("keepdim");

    /// <summary>Without dimensions PyTorch would reduce all of them; here there is then nothing to reduce.</summary>
    public sealed override Tensor Forward(Tensor input, ForwardContext pass) => _dims.Length == 0 ? input.alias() : Reduce(input, _dims, _keep);

    /// <summary>Reduces along <paramref name="dims"/>.</summary>
    protected abstract Tensor Reduce(Tensor input, long[] dims, bool keep);
}

/// <summary>Sum along dimensions.</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class Sum(LayerContext context) : ReductionLayer(context)
{
    /// <inheritdoc/>
    protected override Tensor Reduce(Tensor input, long[] dims, bool keep) => input.sum(dims, keep);
}

/// <summary>Average along dimensions.</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class Mean(LayerContext context) : ReductionLayer(context)
{
    /// <inheritdoc/>
    protected override Tensor Reduce(Tensor input, long[] dims, bool keep) => input.mean(dims, keep);
}

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
