using Builder.Graph.Catalog;
using Builder.Graph.Shapes;
using Builder.Training.Onnx;
using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Settings, weights and running statistics of one number for each channel.</summary>
internal sealed class ChannelNormalization
{
    /// <summary>Registers what is switched on, in PyTorch's order.</summary>
    public ChannelNormalization(LayerContext context, Func<string, Tensor, Tensor> weight, Func<string, Tensor, Tensor> buffer)
    {
        var (block, channels) = (context.Block, context.Block.Input.Shape[1].Size);
        (Eps, Momentum) = (block.Real("eps"), block.Real("momentum"));
        if (block.Flag("affine"))
        {
            Scale = weight("weight", Initialization.Ones(context, channels));
            Shift = weight("bias", Initialization.Zeros(context, channels));
        }

        if (block.Flag("track_running_stats"))
        {
            RunningMean = buffer("running_mean", Initialization.Zeros(context, channels));
            RunningVariance = buffer("running_var", Initialization.Ones(context, channels));
        }
    }

    /// <summary>Added to the variance.</summary>
    public double Eps { get; }

    /// <summary>Share of the newest batch in the running statistics.</summary>
    public double Momentum { get; }

    /// <summary>Learned scale.</summary>
    public Tensor? Scale { get; }

    /// <summary>Learned shift.</summary>
    public Tensor? Shift { get; }

    /// <summary>Remembered mean.</summary>
    public Tensor? RunningMean { get; }

    /// <summary>Remembered variance.</summary>
    public Tensor? RunningVariance { get; }

    /// <summary>Learned scale and shift in an ONNX graph; ones and zeros where there are none.</summary>
    public (string Scale, string Shift) Affine(long channels, OnnxGraph graph) => Scale is null
        ? (graph.Floats([.. Enumerable.Repeat(1f, (int)channels)], channels), graph.Floats(new float[channels], channels))
        : (graph.Weight("weight", Scale), graph.Weight("bias", Shift!));

    /// <summary>Normalisation by the remembered statistics in an ONNX graph.</summary>
    public string ByMemory(OnnxValue input, OnnxGraph graph)
    {
        var (scale, shift) = Affine(input.Shape[1].Size, graph);
        return graph.Op(
            "BatchNormalization", [input.Name, scale, shift, graph.Weight("running_mean", RunningMean!), graph.Weight("running_var", RunningVariance!)], ("epsilon", Eps));
    }
}

/// <summary>
/// Normalisation of each channel over the batch. Where a training batch has a single value for each channel, whose spread is undefined
/// and which PyTorch refuses, the running statistics stand in, so that a last batch of one sample does not end a run.
/// </summary>
public abstract class BatchNormalizationLayer : UnaryLayer
{
    private readonly ChannelNormalization _state;

    /// <summary>Weight (one), bias (zero), running_mean (zero) and running_var (one), each [channels], where they are switched on.</summary>
    protected BatchNormalizationLayer(LayerContext context) => _state = new(context, Weight, Buffer);

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass)
    {
        var (mean, variance) = (_state.RunningMean, _state.RunningVariance);
        var ofBatch = mean is null || (pass.Training && input.numel() > input.size(1));
        return nn.functional.batch_norm(
            input, mean, variance, _state.Scale, _state.Shift, ofBatch, _state.Momentum, _state.Eps);
    }

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => _state.RunningMean is not null ? _state.ByMemory(input, graph) : ByBatch(input, graph);

    // Without memory the batch itself is measured.
    private string ByBatch(OnnxValue input, OnnxGraph graph)
    {
        long[] axes = [0, .. Enumerable.Range(2, input.Shape.Rank - 2).Select(axis => (long)axis)];
        string Mean(string value) => graph.Op("ReduceMean", [value], ("axes", axes), ("keepdims", 1L));
        var centred = graph.Op("Sub", [input.Name, Mean(input.Name)]);
        var spread = graph.Op("Sqrt", [graph.Op("Add", [Mean(graph.Op("Mul", [centred, centred])), graph.Float(_state.Eps)])]);
        var (scale, shift) = _state.Affine(input.Shape[1].Size, graph);
        return NormalizationNodes.Affine(graph.Op("Div", [centred, spread]), scale, shift, input.Shape.Rank, graph);
    }
}

/// <summary>Of lists and series. https://pytorch.org/docs/stable/generated/torch.nn.BatchNorm1d.html</summary>
public sealed class BatchNorm1d(LayerContext context) : BatchNormalizationLayer(context);

/// <summary>Of pictures. https://pytorch.org/docs/stable/generated/torch.nn.BatchNorm2d.html</summary>
public sealed class BatchNorm2d(LayerContext context) : BatchNormalizationLayer(context);

/// <summary>Normalisation of each channel of each sample by itself.</summary>
public abstract class InstanceNormalizationLayer : UnaryLayer
{
    private readonly ChannelNormalization _state;

    /// <summary>Weight (one), bias (zero), running_mean (zero) and running_var (one), each [channels], where they are switched on.</summary>
    protected InstanceNormalizationLayer(LayerContext context) => _state = new(context, Weight, Buffer);

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.instance_norm(
        input,
        _state.RunningMean,
        _state.RunningVariance,
        _state.Scale,
        _state.Shift,
        pass.Training || _state.RunningMean is null,
        _state.Momentum,
        _state.Eps);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph)
    {
        if (_state.RunningMean is not null)
        {
            return _state.ByMemory(input, graph);
        }

        var (scale, shift) = _state.Affine(input.Shape[1].Size, graph);
        return graph.Op("InstanceNormalization", [input.Name, scale, shift], ("epsilon", _state.Eps));
    }
}

/// <summary>Of series. https://pytorch.org/docs/stable/generated/torch.nn.InstanceNorm1d.html</summary>
public sealed class InstanceNorm1d(LayerContext context) : InstanceNormalizationLayer(context);

/// <summary>Of pictures. https://pytorch.org/docs/stable/generated/torch.nn.InstanceNorm2d.html</summary>
public sealed class InstanceNorm2d(LayerContext context) : InstanceNormalizationLayer(context);

/// <summary>Over the last dimensions. https://pytorch.org/docs/stable/generated/torch.nn.LayerNorm.html</summary>
public sealed class LayerNorm : UnaryLayer
{
    private readonly long[] _shape;
    private readonly double _eps;
    private readonly Tensor? _weight;
    private readonly Tensor? _bias;

    /// <summary>Weight (one) and bias (zero) of the normalised sizes, where they are switched on.</summary>
    public LayerNorm(LayerContext context)
    {
        var block = context.Block;
        (_shape, _eps) = ([.. NormalizationRules.NormalizedShape(block)], block.Real("eps"));
        if (block.Flag("elementwise_affine"))
        {
            _weight = Weight("weight", Initialization.Ones(context, _shape));
            _bias = block.Flag("bias") ? Weight("bias", Initialization.Zeros(context, _shape)) : null;
        }
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.layer_norm(input, _shape, _weight, _bias, _eps);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op(
        "LayerNormalization",
        [
            input.Name,
            _weight is null ? graph.Floats([.. Enumerable.Repeat(1f, (int)_shape.Aggregate(1L, (product, size) => product * size))], _shape) : graph.Weight("weight", _weight),
            .. _bias is null ? Array.Empty<string>() : [graph.Weight("bias", _bias)],
        ],
        ("axis", -(long)_shape.Length), ("epsilon", _eps));
}

/// <summary>
/// x ÷ √(mean of x² + eps), over the last dimensions. https://pytorch.org/docs/stable/generated/torch.nn.RMSNorm.html
/// </summary>
public sealed class RMSNorm : UnaryLayer
{
    private readonly long[] _dims;
    private readonly double? _eps;
    private readonly Tensor? _weight;

    /// <summary>Weight (one) of the normalised sizes, where it is switched on.</summary>
    public RMSNorm(LayerContext context)
    {
        var (block, shape) = (context.Block, NormalizationRules.NormalizedShape(context.Block).ToArray());
        _dims = [.. Enumerable.Range(1, shape.Length).Select(d => -(long)d)];
        _eps = block.Has("eps") ? block.Real("eps") : null;
        _weight = block.Flag("elementwise_affine") ? Weight("weight", Initialization.Ones(context, shape)) : null;
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass)
    {
        // Squares of 16-bit values would lose most of their digits, so these are averaged in 32 bits, as PyTorch does.
        var narrow = input.dtype is ScalarType.BFloat16 or ScalarType.Float16;
        var wide = narrow ? input.to(ScalarType.Float32) : input;
        var scale = wide.square().mean(_dims, keepdim: true).add(_eps ?? Epsilon(input.dtype)).rsqrt();
        var even = narrow ? wide.mul(scale).to(input.dtype) : wide.mul(scale);
        return _weight is null ? even : even.mul(_weight);
    }

    /// <summary>The distance from 1 to the next larger number, which PyTorch takes where no epsilon is given.</summary>
    private static double Epsilon(ScalarType type) => type switch
    {
        ScalarType.Float64 => double.BitIncrement(1) - 1,
        ScalarType.BFloat16 => 1.0 / 128,
        ScalarType.Float16 => 1.0 / 1024,
        _ => float.BitIncrement(1) - 1,
    };

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph)
    {
        var squares = graph.Op("ReduceMean", [graph.Op("Mul", [input.Name, input.Name])], ("axes", _dims), ("keepdims", 1L));
        var even = graph.Op("Div", [input.Name, graph.Op("Sqrt", [graph.Op("Add", [squares, graph.Float(_eps ?? Epsilon(ScalarType.Float32))])])]);
        return _weight is null ? even : graph.Op("Mul", [even, graph.Weight("weight", _weight)]);
    }
}

/// <summary>Over groups of channels. https://pytorch.org/docs/stable/generated/torch.nn.GroupNorm.html</summary>
public sealed class GroupNorm : UnaryLayer
{
    private readonly long _groups;
    private readonly double _eps;
    private readonly Tensor? _weight;
    private readonly Tensor? _bias;

    /// <summary>Weight (one) and bias (zero), each [channels], where they are switched on.</summary>
    public GroupNorm(LayerContext context)
    {
        var (block, channels) = (context.Block, context.Block.Input.Shape[1].Size);
        (_groups, _eps) = (block.Int("num_groups"), block.Real("eps"));
        if (block.Flag("affine"))
        {
            _weight = Weight("weight", Initialization.Ones(context, channels));
            _bias = Weight("bias", Initialization.Zeros(context, channels));
        }
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.group_norm(input, _groups, _weight, _bias, _eps);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph)
    {
        // Groups are the channels of an instance normalisation: [N, groups, …].
        var groups = graph.Op("Reshape", [input.Name, graph.Integers(0, _groups, -1)]);
        var even = graph.Op(
            "InstanceNormalization", [groups, graph.Floats([.. Enumerable.Repeat(1f, (int)_groups)], _groups), graph.Floats(new float[_groups], _groups)], ("epsilon", _eps));
        var back = graph.Op("Reshape", [even, graph.Op("Shape", [input.Name])]);
        return _weight is null ? back
            : NormalizationNodes.Affine(back, graph.Weight("weight", _weight), graph.Weight("bias", _bias!), input.Shape.Rank, graph);
    }
}

/// <summary>What normalisations share in an ONNX graph.</summary>
internal static class NormalizationNodes
{
    /// <summary>Scale and shift of each channel, [channels], of values [N, channels, …].</summary>
    public static string Affine(string value, string scale, string shift, int rank, OnnxGraph graph)
    {
        var perChannel = graph.Integers([-1, .. Enumerable.Repeat(1L, rank - 2)]);
        return graph.Op("Add", [graph.Op("Mul", [value, graph.Op("Reshape", [scale, perChannel])]), graph.Op("Reshape", [shift, perChannel])]);
    }
}
