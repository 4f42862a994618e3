using Builder.Graph.Catalog;
using Builder.Training.Acceleration;
using Builder.Training.Layers;
using static TorchSharp.torch;

namespace Builder.Training.Optimizers;

/// <summary>Gradient descent with momentum. https://docs.pytorch.org/docs/stable/generated/torch.optim.SGD.html</summary>
public sealed class SGD(IReadOnlyList<NamedTensor> parameters, BlockInstance options) : Optimizer(parameters, options)
{
    private static readonly TorchScript s_step = new("""
        def run(p: List[Tensor], g: List[Tensor], buffer: List[Tensor], lr: float, momentum: float, dampening: float, decay: float,
                nesterov: bool, first: bool):
            torch._fused_sgd_(p, g, buffer, weight_decay=decay, momentum=momentum, lr=lr, dampening=dampening, nesterov=nesterov,
                              maximize=False, is_first_step=first)
        """);

    private const string Buffer = "momentum_buffer";

    private readonly double _dampening = options.Real("dampening");
    private readonly bool _nesterov = options.Flag("nesterov");

    /// <inheritdoc/>
    protected override void Update(Trained trained)
    {
        if (Momentum == 0)
        {
            Step(trained, [], false);
            return;
        }

        // The first step of a weight takes the gradient whole: dampening begins with the second.
        foreach (var (part, isFirst) in trained.ByMemory(Buffer).ToList())
        {
            Step(part, part.Memory(Buffer), isFirst);
        }
    }

    private void Step(Trained trained, Tensor[] buffer, bool isFirst) => s_step.Run(
        trained.Parameters, trained.Gradients, buffer, LearningRate, Momentum, _dampening, WeightDecay, _nesterov, isFirst);
}
