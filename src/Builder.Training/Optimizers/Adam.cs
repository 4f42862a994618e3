using Builder.Graph.Catalog;
using Builder.Training.Layers;
using static TorchSharp.torch;

namespace Builder.Training.Optimizers;

/// <summary>
/// Adam (Kingma and Ba 2014, https://arxiv.org/abs/1412.6980), with L2 weight decay.
/// https://pytorch.org/docs/stable/generated/torch.optim.Adam.html
/// </summary>
public class Adam(IReadOnlyList<NamedTensor> parameters, BlockInstance options) : Optimizer(parameters, options)
{
    private readonly double _beta2 = options.Reals("betas")[1];
    private readonly double _eps = options.Real("eps");
    private readonly bool _amsgrad = options.Flag("amsgrad");

    /// <summary>The gradient that enters the moments; AdamW decays the weight itself instead.</summary>
    protected virtual Tensor Direction(Tensor parameter, Tensor gradient) => Decayed(parameter, gradient);

    /// <inheritdoc/>
    protected override void Update(int index, Tensor parameter, Tensor gradient)
    {
        var direction = Direction(parameter, gradient);
        var mean = Memory(index, "exp_avg").mul_(Momentum).add_(direction, 1 - Momentum);
        var square = Memory(index, "exp_avg_sq").mul_(_beta2).addcmul_(direction, direction, 1 - _beta2);
        if (_amsgrad)
        {
            square = Largest(index, square);
        }

        var correction = Math.Sqrt(1 - Math.Pow(_beta2, Steps));
        var denominator = square.sqrt().div_(correction).add_(_eps);
        parameter.addcdiv_(mean, denominator, -LearningRate / (1 - Math.Pow(Momentum, Steps)));
    }

    private Tensor Largest(int index, Tensor square)
    {
        var largest = Memory(index, "max_exp_avg_sq");
        return largest.copy_(largest.maximum(square));
    }
}
