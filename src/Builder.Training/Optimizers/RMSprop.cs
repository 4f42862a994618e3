using Builder.Graph.Catalog;
using Builder.Training.Acceleration;
using Builder.Training.Layers;

namespace Builder.Training.Optimizers;

/// <summary>RMSprop (Hinton's lecture notes). https://docs.pytorch.org/docs/stable/generated/torch.optim.RMSprop.html</summary>
public sealed class RMSprop(IReadOnlyList<NamedTensor> parameters, BlockInstance options) : Optimizer(parameters, options)
{
    private static readonly TorchScript s_step = new("""
        def run(p: List[Tensor], g: List[Tensor], square: List[Tensor], mean: List[Tensor], buffer: List[Tensor], lr: float, alpha: float,
                momentum: float, decay: float, eps: float):
            if decay != 0:
                g = torch._foreach_add(g, p, alpha=decay)
            torch._foreach_mul_(square, alpha)
            torch._foreach_addcmul_(square, g, g, value=1 - alpha)
            if len(mean) > 0:
                torch._foreach_mul_(mean, alpha)
                torch._foreach_add_(mean, g, alpha=1 - alpha)
                root = torch._foreach_addcmul(square, mean, mean, value=-1.0)
                torch._foreach_sqrt_(root)
            else:
                root = torch._foreach_sqrt(square)
            torch._foreach_add_(root, eps)
            if len(buffer) > 0:
                torch._foreach_mul_(buffer, momentum)
                torch._foreach_addcdiv_(buffer, g, root, value=1.0)
                torch._foreach_add_(p, buffer, alpha=-lr)
            else:
                torch._foreach_addcdiv_(p, g, root, value=-lr)
        """);

    private readonly double _alpha = options.Real("alpha");
    private readonly double _eps = options.Real("eps");
    private readonly bool _centered = options.Flag("centered");

    /// <inheritdoc/>
    protected override void Update(Trained trained) => s_step.Run(
        trained.Parameters, trained.Gradients, trained.Memory("square_avg"), _centered ? trained.Memory("grad_avg") : [],
        Momentum == 0 ? [] : trained.Memory("momentum_buffer"), LearningRate, _alpha, Momentum, WeightDecay, _eps);
}
