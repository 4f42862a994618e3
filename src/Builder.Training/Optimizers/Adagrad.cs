using Builder.Graph.Catalog;
using Builder.Training.Acceleration;
using Builder.Training.Layers;

namespace Builder.Training.Optimizers;

/// <summary>
/// Adagrad (Duchi et al. 2011, https://jmlr.org/papers/v12/duchi11a.html).
/// https://docs.pytorch.org/docs/stable/generated/torch.optim.Adagrad.html
/// </summary>
public sealed class Adagrad(IReadOnlyList<NamedTensor> parameters, BlockInstance options) : Optimizer(parameters, options)
{
    // libtorch has the fused operator for the CPU only.
    private static readonly TorchScript s_step = new("""
        def run(p: List[Tensor], g: List[Tensor], sums: List[Tensor], step: float, lr: float, lr_decay: float, decay: float, eps: float):
            if p[0].is_cuda:
                if decay != 0:
                    g = torch._foreach_add(g, p, alpha=decay)
                torch._foreach_addcmul_(sums, g, g, value=1.0)
                root = torch._foreach_sqrt(sums)
                torch._foreach_add_(root, eps)
                torch._foreach_addcdiv_(p, g, root, value=-lr / (1 + (step - 1) * lr_decay))
            else:
                # The type is float32; names of types are Python's.
                steps = [torch.full([], step, dtype=6)] * len(p)
                torch._fused_adagrad_(p, g, sums, steps, lr=lr, lr_decay=lr_decay, weight_decay=decay, eps=eps, maximize=False)
        """);

    private readonly double _decay = options.Real("lr_decay");
    private readonly double _start = options.Real("initial_accumulator_value");
    private readonly double _eps = options.Real("eps");

    /// <inheritdoc/>
    protected override void Update(Trained trained) => s_step.Run(
        trained.Parameters, trained.Gradients, trained.Memory("sum", _start), (double)Steps, LearningRate, _decay, WeightDecay, _eps);
}
