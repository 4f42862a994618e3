#if TORCHSHARP_COMPAT
using Builder.Graph.Catalog;
using Builder.Training.Layers;
using TorchSharp.Extras;
using static TorchSharp.torch;

namespace Builder.Training.Optimizers;

/// <summary>
/// SGD, Adam and AdamW as one native pass over all parameters. For small models the optimizer's many tiny operations cost more than the
/// network itself; in one pass they nearly vanish.
/// </summary>
public sealed class FusedOptimizer : Optimizer
{
    private readonly BlockInstance _options;
    private readonly ParameterGroup _group;

    /// <summary>A fused optimizer of these parameters; see <see cref="Supports"/>.</summary>
    /// <param name="parameters">What it trains.</param>
    /// <param name="options">The optimizer block.</param>
    /// <param name="momentumChanges">A schedule moves the momentum, which then has a memory even where it is 0 at first.</param>
    public FusedOptimizer(IReadOnlyList<NamedTensor> parameters, BlockInstance options, bool momentumChanges)
        : base(parameters, options)
    {
        _options = options;
        var names = options.Kind.Id == "SGD" ? new[] { "momentum_buffer" } : ["exp_avg", "exp_avg_sq"];
        var needsMemory = options.Kind.Id != "SGD" || momentumChanges || options.Real("momentum") != 0;
        Tensor[]? State(int which) => needsMemory && which < names.Length
            ? [.. parameters.Select((_, i) => Memory(i, names[which]))]
            : null;
        _group = new ParameterGroup([.. parameters.Select(p => p.Tensor)], State(0), State(1));
    }

    /// <summary>True where the block's optimizer and options have a fused step.</summary>
    public static bool Supports(BlockInstance options) =>
        options.Kind.Id == "SGD" || (options.Kind.Id is "Adam" or "AdamW" && !options.Flag("amsgrad"));

    /// <inheritdoc/>
    public override void ZeroGrad() => _group.zero_grad();

    /// <inheritdoc/>
    public override double ClipGradientNorm(double maxNorm) => _group.clip_grad_norm_(maxNorm);

    /// <inheritdoc/>
    protected override void UpdateAll()
    {
        switch (_options.Kind.Id)
        {
            case "SGD":
                _group.sgd_step(
                    LearningRate, Momentum, _options.Real("dampening"), WeightDecay, _options.Flag("nesterov"), Steps == 1);
                break;
            case "Adam":
                _group.adam_step(Steps, LearningRate, Momentum, Beta2, _options.Real("eps"), WeightDecay);
                break;
            default:
                _group.adamw_step(Steps, LearningRate, Momentum, Beta2, _options.Real("eps"), WeightDecay);
                break;
        }
    }

    /// <inheritdoc/>
    protected override void Update(int index, Tensor parameter, Tensor gradient) =>
        throw new InvalidOperationException("A fused optimizer updates all parameters at once.");

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _group.Dispose();
        }

        base.Dispose(disposing);
    }

    private double Beta2 => _options.Reals("betas")[1];
}
#endif
