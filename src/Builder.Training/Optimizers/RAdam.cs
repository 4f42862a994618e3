using Builder.Graph.Catalog;
using Builder.Training.Layers;
using static TorchSharp.torch;

namespace Builder.Training.Optimizers;

/// <summary>
/// Rectified Adam (Liu et al. 2019, https://arxiv.org/abs/1908.03265).
/// https://pytorch.org/docs/stable/generated/torch.optim.RAdam.html
/// </summary>
public sealed class RAdam(IReadOnlyList<NamedTensor> parameters, BlockInstance options) : Optimizer(parameters, options)
{
    private readonly double _beta2 = options.Reals("betas")[1];
    private readonly double _eps = options.Real("eps");

    /// <inheritdoc/>
    protected override void Update(int index, Tensor parameter, Tensor gradient)
    {
        var direction = Decayed(parameter, gradient);
        var mean = Memory(index, "exp_avg").mul_(Momentum).add_(direction, 1 - Momentum);
        var square = Memory(index, "exp_avg_sq").mul_(_beta2).addcmul_(direction, direction, 1 - _beta2);
        var (power2, longest) = (Math.Pow(_beta2, Steps), (2 / (1 - _beta2)) - 1);
        var length = longest - (2 * Steps * power2 / (1 - power2));
        var step = mean.div(1 - Math.Pow(Momentum, Steps));

        // Early on the variance of the adaptive step is not yet known: until then it is plain momentum.
        if (length > 5)
        {
            var rectification = Math.Sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length));
            step = step.mul_(rectification * Math.Sqrt(1 - power2)).div_(square.sqrt().add_(_eps));
        }

        parameter.add_(step, -LearningRate);
    }
}
