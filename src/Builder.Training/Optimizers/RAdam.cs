using Builder.Graph.Catalog;
using Builder.Training.Acceleration;
using Builder.Training.Layers;

namespace Builder.Training.Optimizers;

/// <summary>
/// Rectified Adam (Liu et al. 2019, https://arxiv.org/abs/1908.03265).
/// https://docs.pytorch.org/docs/stable/generated/torch.optim.RAdam.html
/// </summary>
public sealed class RAdam(IReadOnlyList<NamedTensor> parameters, BlockInstance options) : Optimizer(parameters, options)
{
    // Early on the variance of the adaptive step is not yet known: until then it is plain momentum.
    private static readonly TorchScript s_step = new("""
        def run(p: List[Tensor], g: List[Tensor], mean: List[Tensor], square: List[Tensor], beta1: float, beta2: float, decay: float, eps: float,
                size: float, is_adaptive: bool):
            if decay != 0:
                g = torch._foreach_add(g, p, alpha=decay)
            torch._foreach_mul_(mean, beta1)
            torch._foreach_add_(mean, g, alpha=1 - beta1)
            torch._foreach_mul_(square, beta2)
            torch._foreach_addcmul_(square, g, g, value=1 - beta2)
            if is_adaptive:
                root = torch._foreach_sqrt(square)
                torch._foreach_add_(root, eps)
                torch._foreach_addcdiv_(p, mean, root, value=-size)
            else:
                torch._foreach_add_(p, mean, alpha=-size)
        """);

    private readonly double _beta2 = options.Reals("betas")[1];
    private readonly double _eps = options.Real("eps");

    /// <inheritdoc/>
    protected override void Update(Trained trained)
    {
        var (power2, longest) = (Math.Pow(_beta2, Steps), (2 / (1 - _beta2)) - 1);
        var length = longest - (2 * Steps * power2 / (1 - power2));
        var isAdaptive = length > 5;
        var rectification = isAdaptive
            ? Math.Sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length)) * Math.Sqrt(1 - power2)
            : 1;
        s_step.Run(
            trained.Parameters, trained.Gradients, trained.Memory("exp_avg"), trained.Memory("exp_avg_sq"), Momentum, _beta2, WeightDecay, _eps,
            LearningRate * rectification / (1 - Math.Pow(Momentum, Steps)), isAdaptive);
    }
}
