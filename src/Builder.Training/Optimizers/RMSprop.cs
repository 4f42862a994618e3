using Builder.Graph.Catalog;
using Builder.Training.Layers;
using static TorchSharp.torch;

namespace Builder.Training.Optimizers;

/// <summary>RMSprop (Hinton's lecture notes). https://pytorch.org/docs/stable/generated/torch.optim.RMSprop.html</summary>
public sealed class RMSprop(IReadOnlyList<NamedTensor> parameters, BlockInstance options) : Optimizer(parameters, options)
{
    private readonly double _alpha = options.Real("alpha");
    private readonly double _eps = options.Real("eps");
    private readonly bool _centered = options.Flag("centered");

    /// <inheritdoc/>
    protected override void Update(int index, Tensor parameter, Tensor gradient)
    {
        var direction = Decayed(parameter, gradient);
        var square = Memory(index, "square_avg").mul_(_alpha).addcmul_(direction, direction, 1 - _alpha);
        var root = (_centered ? Variance(index, square, direction) : square).sqrt().add_(_eps);
        if (Momentum == 0)
        {
            parameter.addcdiv_(direction, root, -LearningRate);
            return;
        }

        var buffer = Memory(index, "momentum_buffer").mul_(Momentum).addcdiv_(direction, root, 1);
        parameter.add_(buffer, -LearningRate);
    }

    private Tensor Variance(int index, Tensor square, Tensor direction)
    {
        var mean = Memory(index, "grad_avg").mul_(_alpha).add_(direction, 1 - _alpha);
        return square.sub(mean.mul(mean));
    }
}
