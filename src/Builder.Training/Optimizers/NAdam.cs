using Builder.Graph.Catalog;
using Builder.Training.Layers;
using static TorchSharp.torch;

namespace Builder.Training.Optimizers;

/// <summary>
/// Adam with Nesterov momentum (Dozat 2016, https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ).
/// https://pytorch.org/docs/stable/generated/torch.optim.NAdam.html
/// </summary>
public sealed class NAdam(IReadOnlyList<NamedTensor> parameters, BlockInstance options) : Optimizer(parameters, options)
{
    private readonly double _beta2 = options.Reals("betas")[1];
    private readonly double _eps = options.Real("eps");
    private readonly double _momentumDecay = options.Real("momentum_decay");

    // The product of the momenta of all steps, each of which a schedule may have moved.
    private double _product = 1;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, double> Numbers
    {
        get => new Dictionary<string, double> { ["mu_product"] = _product };
        set => _product = value["mu_product"];
    }

    /// <inheritdoc/>
    protected override void UpdateAll()
    {
        _product *= MomentumAt(Steps);
        base.UpdateAll();
    }

    /// <inheritdoc/>
    protected override void Update(int index, Tensor parameter, Tensor gradient)
    {
        var direction = Decayed(parameter, gradient);
        var mean = Memory(index, "exp_avg").mul_(Momentum).add_(direction, 1 - Momentum);
        var square = Memory(index, "exp_avg_sq").mul_(_beta2).addcmul_(direction, direction, 1 - _beta2);
        var denominator = square.div(1 - Math.Pow(_beta2, Steps)).sqrt_().add_(_eps);
        parameter.addcdiv_(direction, denominator, -LearningRate * (1 - MomentumAt(Steps)) / (1 - _product));
        parameter.addcdiv_(mean, denominator, -LearningRate * MomentumAt(Steps + 1) / (1 - (_product * MomentumAt(Steps + 1))));
    }

    private double MomentumAt(long step) => Momentum * (1 - (0.5 * Math.Pow(0.96, step * _momentumDecay)));
}
