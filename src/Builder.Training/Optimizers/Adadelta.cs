using Builder.Graph.Catalog;
using Builder.Training.Layers;
using static TorchSharp.torch;

namespace Builder.Training.Optimizers;

/// <summary>
/// Adadelta (Zeiler 2012, https://arxiv.org/abs/1212.5701).
/// https://pytorch.org/docs/stable/generated/torch.optim.Adadelta.html
/// </summary>
public sealed class Adadelta(IReadOnlyList<NamedTensor> parameters, BlockInstance options) : Optimizer(parameters, options)
{
    private readonly double _rho = options.Real("rho");
    private readonly double _eps = options.Real("eps");

    /// <inheritdoc/>
    protected override void Update(int index, Tensor parameter, Tensor gradient)
    {
        var direction = Decayed(parameter, gradient);
        var square = Memory(index, "square_avg").mul_(_rho).addcmul_(direction, direction, 1 - _rho);
        var changes = Memory(index, "acc_delta");
        var change = changes.add(_eps).sqrt_().div_(square.add(_eps).sqrt_()).mul_(direction);
        changes.mul_(_rho).addcmul_(change, change, 1 - _rho);
        parameter.add_(change, -LearningRate);
    }
}
