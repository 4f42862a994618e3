using Builder.Graph.Catalog;
using Builder.Training.Layers;
using static TorchSharp.torch;

namespace Builder.Training.Optimizers;

/// <summary>
/// Adagrad (Duchi et al. 2011, https://jmlr.org/papers/v12/duchi11a.html).
/// https://pytorch.org/docs/stable/generated/torch.optim.Adagrad.html
/// </summary>
public sealed class Adagrad(IReadOnlyList<NamedTensor> parameters, BlockInstance options) : Optimizer(parameters, options)
{
    private readonly double _decay = options.Real("lr_decay");
    private readonly double _start = options.Real("initial_accumulator_value");
    private readonly double _eps = options.Real("eps");

    /// <inheritdoc/>
    protected override void Update(int index, Tensor parameter, Tensor gradient)
    {
        var direction = Decayed(parameter, gradient);
        var sum = Memory(index, "sum", _start).addcmul_(direction, direction, 1);
        var rate = LearningRate / (1 + ((Steps - 1) * _decay));
        parameter.addcdiv_(direction, sum.sqrt().add_(_eps), -rate);
    }
}
