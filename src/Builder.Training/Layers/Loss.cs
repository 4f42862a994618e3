using System.Collections.Immutable;
using Builder.Graph.Shapes;
using Builder.Protocol.Messages;
using Builder.Training.Onnx;
using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>A loss: compares a prediction with a target.</summary>
/// <param name="context">The block and where it computes.</param>
public abstract class LossLayer(LayerContext context) : BinaryLayer
{
    /// <summary>How the errors of all samples become one number.</summary>
    protected nn.Reduction Reduction { get; } = context.Block.Text("reduction") == "mean" ? nn.Reduction.Mean : nn.Reduction.Sum;

    /// <summary>The same as the number of a link.</summary>
    protected double ReductionNumber => Reduction == nn.Reduction.Mean ? 1 : 2;

    /// <summary>Average or sum of all numbers.</summary>
    protected Tensor Reduce(Tensor errors) => Reduction == nn.Reduction.Mean ? errors.mean() : errors.sum();

    /// <summary>A list parameter as a buffer of the same name, as PyTorch keeps weights of classes; null where it is empty.</summary>
    protected Tensor? Values(string parameter) => context.Block.Reals(parameter) is { IsEmpty: false } values
        ? Buffer(parameter, tensor(values.ToArray(), dtype: context.DType, device: context.Device))
        : null;

    // A loss drives the training; predictions do not pass through it.
    /// <inheritdoc/>
    public sealed override string ToOnnx(OnnxValue input, OnnxValue other, TensorType output, OnnxGraph graph) =>
        throw new OnnxMissingException(TrainingMessages.OnnxLoss.With());
}

/// <summary>Absolute differences. https://pytorch.org/docs/stable/generated/torch.nn.L1Loss.html</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class L1Loss(LayerContext context) : LossLayer(context)
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, ForwardContext pass) => nn.functional.l1_loss(input, other, Reduction);
}

/// <summary>Squared differences. https://pytorch.org/docs/stable/generated/torch.nn.MSELoss.html</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class MSELoss(LayerContext context) : LossLayer(context), IChainable
{
    /// <inheritdoc/>
    public ChainLink Link => new(ChainOperator.SquaredError, ReductionNumber);

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, ForwardContext pass) => nn.functional.mse_loss(input, other, Reduction);
}

/// <summary>Squared for small differences, absolute for large ones. https://pytorch.org/docs/stable/generated/torch.nn.SmoothL1Loss.html</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class SmoothL1Loss(LayerContext context) : LossLayer(context)
{
    private readonly double _beta = context.Block.Real("beta");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, ForwardContext pass) => nn.functional.smooth_l1_loss(input, other, Reduction, _beta);
}

/// <summary>Squared for small differences, linear for large ones. https://pytorch.org/docs/stable/generated/torch.nn.HuberLoss.html</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class HuberLoss(LayerContext context) : LossLayer(context)
{
    private readonly double _delta = context.Block.Real("delta");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, ForwardContext pass) => nn.functional.huber_loss(input, other, _delta, Reduction);
}

/// <summary>Binary cross entropy after a sigmoid. https://pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html</summary>
public sealed class BCEWithLogitsLoss : LossLayer, IChainable
{
    private readonly Tensor? _positiveWeight;

    /// <summary>Reads pos_weight [1] or [K].</summary>
    public BCEWithLogitsLoss(LayerContext context)
        : base(context) => _positiveWeight = Values("pos_weight");

    /// <inheritdoc/>
    public ChainLink? Link => _positiveWeight is null ? new(ChainOperator.BinaryCrossEntropy, ReductionNumber) : null;

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, ForwardContext pass) =>
        nn.functional.binary_cross_entropy_with_logits(input, other, reduction: Reduction, pos_weights: _positiveWeight);
}

/// <summary>Kullback-Leibler divergence. https://pytorch.org/docs/stable/generated/torch.nn.KLDivLoss.html</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class KLDivLoss(LayerContext context) : LossLayer(context)
{
    private readonly bool _logTarget = context.Block.Flag("log_target");
    private readonly bool _perSample = context.Block.Text("reduction") == "batchmean";

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, ForwardContext pass)
    {
        // Averaged here: libtorch writes a warning at every call that it averages itself.
        var divergence = nn.functional.kl_div(input, other, _logTarget, nn.Reduction.None);
        return _perSample ? divergence.sum() / input.size(0) : Reduce(divergence);
    }
}

/// <summary>Divergence of N(mean, exp(log_variance)) from the standard normal distribution, summed over each sample.
/// https://arxiv.org/abs/1312.6114</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class GaussianKLLoss(LayerContext context) : LossLayer(context)
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, ForwardContext pass) =>
        Reduce((1 + other - input.square() - other.exp()).flatten(1).sum(1) * -0.5);
}

/// <summary>max(0, margin − t·x) with t = +1 for targets above 0 and −1 for all others. https://keras.io/api/losses/hinge_losses/</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class HingeLoss(LayerContext context) : LossLayer(context)
{
    private readonly double _margin = context.Block.Real("margin");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, ForwardContext pass) =>
        Reduce((_margin - (other.gt(0).to_type(input.dtype) * 2 - 1) * input).relu());
}

/// <summary>
/// 1 − cos for pairs that belong together, max(0, cos − margin) for others. Targets above 0 mean together; without targets all do.
/// https://pytorch.org/docs/stable/generated/torch.nn.CosineEmbeddingLoss.html
/// </summary>
/// <param name="context">The block and where it computes.</param>
public sealed class CosineEmbeddingLoss(LayerContext context) : Layer
{
    private readonly double _margin = context.Block.Real("margin");
    private readonly nn.Reduction _reduction = context.Block.Text("reduction") == "mean" ? nn.Reduction.Mean : nn.Reduction.Sum;

    /// <inheritdoc/>
    public override Tensor[] Forward(Tensor?[] inputs, ForwardContext pass)
    {
        var (input, other) = (inputs[0]!.flatten(1), inputs[1]!.flatten(1));
        return [nn.functional.cosine_embedding_loss(input, other, Signs(inputs[2], input), _margin, _reduction)];
    }

    // As every loss.
    /// <inheritdoc/>
    public override string[] ToOnnx(OnnxValue?[] inputs, ImmutableArray<TensorType> outputs, OnnxGraph graph) =>
        throw new OnnxMissingException(TrainingMessages.OnnxLoss.With());

    private static Tensor Signs(Tensor? target, Tensor input) => target is null
        ? ones([input.size(0)], dtype: input.dtype, device: input.device)
        : target.reshape(-1).gt(0).to_type(input.dtype) * 2 - 1;
}

/// <summary>A loss that compares one value per class with the number of the right class, the classes in dimension 1 or in the last.</summary>
public abstract class ClassLossLayer : LossLayer
{
    private readonly bool _classesLast;

    /// <summary>Reads the place of the classes and their weights.</summary>
    protected ClassLossLayer(LayerContext context)
        : base(context)
    {
        _classesLast = context.Block.Int("dim") == -1;
        IgnoreIndex = context.Block.Has("ignore_index") ? context.Block.Int("ignore_index") : DefaultIgnoreIndex;
        ClassWeight = Values("weight");
    }

    /// <summary>What PyTorch ignores unless told otherwise.</summary>
    protected const long DefaultIgnoreIndex = -100;

    /// <summary>Targets with this number do not count.</summary>
    protected long IgnoreIndex { get; }

    /// <summary>How much each class counts, [C]; null where all count the same.</summary>
    protected Tensor? ClassWeight { get; }

    /// <inheritdoc/>
    public sealed override Tensor Forward(Tensor input, Tensor other, ForwardContext pass)
    {
        if (!_classesLast || input.dim() == 2)
        {
            return Compute(input, other);
        }

        var classes = input.size(-1);
        return Compute(input.reshape(-1, classes), other.dim() == input.dim() ? other.reshape(-1, classes) : other.reshape(-1));
    }

    /// <summary>The loss of [N, C, …] against [N, …], or against [N, C, …] probabilities.</summary>
    protected abstract Tensor Compute(Tensor input, Tensor target);
}

/// <summary>Negative logarithm of the softmax probability of the right class.
/// https://pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class CrossEntropyLoss(LayerContext context) : ClassLossLayer(context), IChainable
{
    private readonly double _labelSmoothing = context.Block.Real("label_smoothing");

    /// <inheritdoc/>
    public ChainLink? Link => ClassWeight is null && _labelSmoothing == 0 && IgnoreIndex == DefaultIgnoreIndex
        ? new(ChainOperator.CrossEntropy, ReductionNumber)
        : null;

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input, Tensor target) => nn.functional.cross_entropy(
        input, target, ClassWeight, IgnoreIndex, Reduction, _labelSmoothing);
}

/// <summary>Negative of the log-probability of the right class. https://pytorch.org/docs/stable/generated/torch.nn.NLLLoss.html</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class NLLLoss(LayerContext context) : ClassLossLayer(context)
{
    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input, Tensor target) => nn.functional.nll_loss(input, Known(target), ClassWeight, Reduction);

    /// <summary>TorchSharp's function has no ignore_index, but ignores PyTorch's default.</summary>
    private Tensor Known(Tensor target) =>
        IgnoreIndex == DefaultIgnoreIndex ? target : target.masked_fill(target.eq(IgnoreIndex), DefaultIgnoreIndex);
}

/// <summary>Multi-class hinge. https://pytorch.org/docs/stable/generated/torch.nn.MultiMarginLoss.html</summary>
public sealed class MultiMarginLoss : LossLayer
{
    private readonly int _power;
    private readonly double _margin;
    private readonly Tensor? _weight;

    /// <summary>Reads power, margin and the weights of the classes [C].</summary>
    public MultiMarginLoss(LayerContext context)
        : base(context)
    {
        _power = (int)context.Block.Int("p");
        _margin = context.Block.Real("margin");
        _weight = Values("weight");
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, ForwardContext pass) =>
        nn.functional.multi_margin_loss(input, other, _power, _margin, _weight, Reduction);
}
