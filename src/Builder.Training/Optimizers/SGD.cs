using Builder.Graph.Catalog;
using Builder.Training.Layers;
using static TorchSharp.torch;

namespace Builder.Training.Optimizers;

/// <summary>Gradient descent with momentum. https://pytorch.org/docs/stable/generated/torch.optim.SGD.html</summary>
public sealed class SGD(IReadOnlyList<NamedTensor> parameters, BlockInstance options) : Optimizer(parameters, options)
{
    private readonly double _dampening = options.Real("dampening");
    private readonly bool _nesterov = options.Flag("nesterov");

    /// <inheritdoc/>
    protected override void Update(int index, Tensor parameter, Tensor gradient)
    {
        var direction = Decayed(parameter, gradient);
        if (Momentum != 0)
        {
            var buffer = Memory(index, "momentum_buffer");
            // The first step takes the gradient whole: dampening begins with the second.
            buffer.mul_(Momentum).add_(direction, Steps == 1 ? 1 : 1 - _dampening);
            direction = _nesterov ? direction.add(buffer, Momentum) : buffer;
        }

        parameter.add_(direction, -LearningRate);
    }
}
