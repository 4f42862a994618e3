using Builder.Graph.Catalog;
using Builder.Training.Acceleration;
using Builder.Training.Layers;

namespace Builder.Training.Optimizers;

/// <summary>
/// Adam with Nesterov momentum (Dozat 2016, https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ).
/// https://docs.pytorch.org/docs/stable/generated/torch.optim.NAdam.html
/// </summary>
public sealed class NAdam(IReadOnlyList<NamedTensor> parameters, BlockInstance options) : Optimizer(parameters, options)
{
    private static readonly TorchScript s_step = new("""
        def run(p: List[Tensor], g: List[Tensor], mean: List[Tensor], square: List[Tensor], beta1: float, beta2: float, decay: float, eps: float,
                correction: float, of_gradient: float, of_mean: float):
            if decay != 0:
                g = torch._foreach_add(g, p, alpha=decay)
            torch._foreach_mul_(mean, beta1)
            torch._foreach_add_(mean, g, alpha=1 - beta1)
            torch._foreach_mul_(square, beta2)
            torch._foreach_addcmul_(square, g, g, value=1 - beta2)
            root = torch._foreach_div(square, correction)
            torch._foreach_sqrt_(root)
            torch._foreach_add_(root, eps)
            torch._foreach_addcdiv_(p, g, root, value=of_gradient)
            torch._foreach_addcdiv_(p, mean, root, value=of_mean)
        """);

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
    protected override void Update(Trained trained)
    {
        var (now, next) = (MomentumAt(Steps), MomentumAt(Steps + 1));
        _product *= now;
        s_step.Run(
            trained.Parameters, trained.Gradients, trained.Memory("exp_avg"), trained.Memory("exp_avg_sq"), Momentum, _beta2, WeightDecay, _eps,
            1 - Math.Pow(_beta2, Steps), -LearningRate * (1 - now) / (1 - _product), -LearningRate * next / (1 - (_product * next)));
    }

    private double MomentumAt(long step) => Momentum * (1 - (0.5 * Math.Pow(0.96, step * _momentumDecay)));
}
