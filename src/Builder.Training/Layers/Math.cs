using System.Collections.Immutable;
using Builder.Graph.Catalog.Kinds;
using Builder.Graph.Shapes;
using Builder.Training.Onnx;
using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>|x|.</summary>
public sealed class Abs : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => input.abs();

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("Abs", [input.Name]);
}

/// <summary>eˣ.</summary>
public sealed class Exp : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => input.exp();

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("Exp", [input.Name]);
}

/// <summary>ln x.</summary>
public sealed class Log : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => input.log();

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("Log", [input.Name]);
}

/// <summary>x².</summary>
public sealed class Square : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => input.square();

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("Mul", [input.Name, input.Name]);
}

/// <summary>Every number kept between two bounds.</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class Clamp(LayerContext context) : UnaryLayer
{
    private readonly double _min = context.Block.Real("min");
    private readonly double _max = context.Block.Real("max");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => input.clamp(_min, _max);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("Clip", [input.Name, graph.Float(_min), graph.Float(_max)]);
}

/// <summary>factor · x + offset.</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class Scale(LayerContext context) : UnaryLayer
{
    private readonly double _factor = context.Block.Real("factor");
    private readonly double _offset = context.Block.Real("offset");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => input * _factor + _offset;

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("Add", [graph.Op("Mul", [input.Name, graph.Float(_factor)]), graph.Float(_offset)]);
}

/// <summary>Sum, broadcast.</summary>
public sealed class Add : BinaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, ForwardContext pass) => input.add(other);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, OnnxValue other, TensorType output, OnnxGraph graph) => graph.Op("Add", [input.Name, other.Name]);
}

/// <summary>Difference, broadcast.</summary>
public sealed class Subtract : BinaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, ForwardContext pass) => input.sub(other);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, OnnxValue other, TensorType output, OnnxGraph graph) => graph.Op("Sub", [input.Name, other.Name]);
}

/// <summary>Product, broadcast.</summary>
public sealed class Multiply : BinaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, ForwardContext pass) => input.mul(other);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, OnnxValue other, TensorType output, OnnxGraph graph) => graph.Op("Mul", [input.Name, other.Name]);
}

/// <summary>Product of matrices over the last two dimensions.</summary>
public sealed class MatMul : BinaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, ForwardContext pass) => input.matmul(other);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, OnnxValue other, TensorType output, OnnxGraph graph) => graph.Op("MatMul", [input.Name, other.Name]);
}

/// <summary>Several tensors joined along one dimension. https://pytorch.org/docs/stable/generated/torch.cat.html</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class Concatenate(LayerContext context) : Layer
{
    private readonly long _dim = context.Block.Int("dim");

    /// <inheritdoc/>
    public override Tensor[] Forward(Tensor?[] inputs, ForwardContext pass) => [cat(Array.ConvertAll(inputs, input => input!), _dim)];

    /// <inheritdoc/>
    public override string[] ToOnnx(OnnxValue?[] inputs, ImmutableArray<TensorType> outputs, OnnxGraph graph) =>
        [graph.Op("Concat", Array.ConvertAll(inputs, input => input!.Name), ("axis", _dim))];
}

/// <summary>
/// mean + ε · exp(log_variance / 2) with standard normal ε while training, the mean otherwise. https://arxiv.org/abs/1312.6114
/// </summary>
public sealed class Reparameterize : BinaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, ForwardContext pass) =>
        pass.Training ? input + (other * 0.5).exp() * randn_like(input) : input.alias();

    /// <inheritdoc/>
    // Outside training it gives the mean.
    public override string ToOnnx(OnnxValue input, OnnxValue other, TensorType output, OnnxGraph graph) => input.Name;
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

    /// <summary>Reduces along <paramref name="dims"/> in an ONNX graph.</summary>
    protected abstract string Reduce(string input, long[] dims, bool keep, OnnxGraph graph);

    /// <inheritdoc/>
    public sealed override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => _dims.Length == 0 ? input.Name : Reduce(input.Name, _dims, _keep, graph);
}

/// <summary>Sum along dimensions.</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class Sum(LayerContext context) : ReductionLayer(context)
{
    /// <inheritdoc/>
    protected override Tensor Reduce(Tensor input, long[] dims, bool keep) => input.sum(dims, keep);

    /// <inheritdoc/>
    protected override string Reduce(string input, long[] dims, bool keep, OnnxGraph graph) =>
        graph.Op("ReduceSum", [input, graph.Integers(dims)], ("keepdims", keep ? 1L : 0L));
}

/// <summary>Average along dimensions.</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class Mean(LayerContext context) : ReductionLayer(context)
{
    /// <inheritdoc/>
    protected override Tensor Reduce(Tensor input, long[] dims, bool keep) => input.mean(dims, keep);

    /// <inheritdoc/>
    protected override string Reduce(string input, long[] dims, bool keep, OnnxGraph graph) =>
        graph.Op("ReduceMean", [input], ("axes", dims), ("keepdims", keep ? 1L : 0L));
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
    /// <inheritdoc/>
    protected override string Reduce(string input, long[] dims, bool keep, OnnxGraph graph) =>
        graph.Op("ReduceMax", [input], ("axes", dims), ("keepdims", keep ? 1L : 0L));
}
