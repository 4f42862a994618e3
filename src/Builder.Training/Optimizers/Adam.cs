using Builder.Graph.Catalog;
using Builder.Training.Acceleration;
using Builder.Training.Layers;

namespace Builder.Training.Optimizers;

/// <summary>
/// Adam (Kingma and Ba 2014, https://arxiv.org/abs/1412.6980), with L2 weight decay.
/// https://docs.pytorch.org/docs/stable/generated/torch.optim.Adam.html
/// </summary>
public class Adam : Optimizer
{
    private static readonly TorchScript s_adam = Step("_fused_adam_");
    private static readonly TorchScript s_adamW = Step("_fused_adamw_");

    private readonly TorchScript _step;
    private readonly double _beta2;
    private readonly double _eps;
    private readonly bool _amsgrad;

    /// <summary>Adam without memory.</summary>
    public Adam(IReadOnlyList<NamedTensor> parameters, BlockInstance options)
        : this(parameters, options, decoupled: false)
    {
    }

    /// <summary>Adam, or its variant that decays weights apart from the gradient.</summary>
    private protected Adam(IReadOnlyList<NamedTensor> parameters, BlockInstance options, bool decoupled)
        : base(parameters, options)
    {
        _step = decoupled ? s_adamW : s_adam;
        _beta2 = options.Reals("betas")[1];
        _eps = options.Real("eps");
        _amsgrad = options.Flag("amsgrad");
    }

    /// <inheritdoc/>
    protected override void Update(Trained trained) => _step.Run(
        trained.Parameters, trained.Gradients, trained.Memory("exp_avg"), trained.Memory("exp_avg_sq"),
        _amsgrad ? trained.Memory("max_exp_avg_sq") : [], (double)Steps, LearningRate, Momentum, _beta2, WeightDecay, _eps, _amsgrad);

    private static TorchScript Step(string fused) => new($"""
        def run(p: List[Tensor], g: List[Tensor], mean: List[Tensor], square: List[Tensor], largest: List[Tensor], step: float, lr: float,
                beta1: float, beta2: float, decay: float, eps: float, amsgrad: bool):
            # The type is float32; names of types are Python's.
            steps = [torch.full([], step, dtype=6, device=p[0].device)] * len(p)
            torch.{fused}(p, g, mean, square, largest, steps, lr=lr, beta1=beta1, beta2=beta2, weight_decay=decay, eps=eps,
                          amsgrad=amsgrad, maximize=False)
        """);
}

/// <summary>
/// Adam with decoupled weight decay (Loshchilov and Hutter 2017, https://arxiv.org/abs/1711.05101).
/// https://docs.pytorch.org/docs/stable/generated/torch.optim.AdamW.html
/// </summary>
public sealed class AdamW(IReadOnlyList<NamedTensor> parameters, BlockInstance options) : Adam(parameters, options, decoupled: true);
