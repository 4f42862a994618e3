using Builder.Graph.Catalog;
using Builder.Training.Acceleration;
using Builder.Training.Layers;

namespace Builder.Training.Optimizers;

/// <summary>
/// Adadelta (Zeiler 2012, https://arxiv.org/abs/1212.5701).
/// https://docs.pytorch.org/docs/stable/generated/torch.optim.Adadelta.html
/// </summary>
public sealed class Adadelta(IReadOnlyList<NamedTensor> parameters, BlockInstance options) : Optimizer(parameters, options)
{
    private static readonly TorchScript s_step = new("""
        def run(p: List[Tensor], g: List[Tensor], square: List[Tensor], changes: List[Tensor], lr: float, rho: float, decay: float, eps: float):
            if decay != 0:
                g = torch._foreach_add(g, p, alpha=decay)
            torch._foreach_mul_(square, rho)
            torch._foreach_addcmul_(square, g, g, value=1 - rho)
            change = torch._foreach_add(changes, eps)
            torch._foreach_sqrt_(change)
            root = torch._foreach_add(square, eps)
            torch._foreach_sqrt_(root)
            torch._foreach_div_(change, root)
            torch._foreach_mul_(change, g)
            torch._foreach_mul_(changes, rho)
            torch._foreach_addcmul_(changes, change, change, value=1 - rho)
            torch._foreach_add_(p, change, alpha=-lr)
        """);

    private readonly double _rho = options.Real("rho");
    private readonly double _eps = options.Real("eps");

    /// <inheritdoc/>
    protected override void Update(Trained trained) => s_step.Run(
        trained.Parameters, trained.Gradients, trained.Memory("square_avg"), trained.Memory("acc_delta"), LearningRate, _rho, WeightDecay, _eps);
}
