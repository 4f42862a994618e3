using System.Runtime.InteropServices;
using Builder.Graph.Analysis;
using Builder.Graph.Data;
using Builder.Training.Acceleration;
using Builder.Training.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Training.Programs;

/// <summary>
/// A network that is one chain of simple layers between an input and a loss, with loss and gradients computed in one call and without autograd.
/// In small networks recording and walking back through the operations costs several times what they compute. The operators, and their order,
/// are those that libtorch's autograd calls (tools/autograd/derivatives.yaml), so the numbers are the same.
/// </summary>
public sealed class LayerChain : IDisposable
{
    private static readonly TorchScript s_chain = new($"""
        def run(x: Tensor, target: Tensor, share: float, plan: Tensor, parameters: Tensor, weights: List[Tensor]) -> List[Tensor]:
            kinds: List[int] = plan.tolist()
            numbers: List[float] = parameters.tolist()
            count = len(kinds) - 1
            # Of each layer what its way back needs, of each weighted one the place of its weights: W, its transpose, b.
            kept: List[Tensor] = []
            places: List[int] = []
            place = 0
            first = count
            for i in range(count):
                kind = kinds[i]
                places.append(place)
                if kind == {(int)ChainOperator.Linear}:
                    kept.append(x)
                    first = min(first, i)
                    if numbers[i] == 1.0:
                        x = torch.addmm(weights[place + 2], x, weights[place + 1])
                        place += 3
                    else:
                        x = torch.mm(x, weights[place + 1])
                        place += 2
                elif kind == {(int)ChainOperator.ReLU}:
                    x = torch.relu(x)
                    kept.append(x)
                elif kind == {(int)ChainOperator.Flatten}:
                    kept.append(x)
                    x = torch.flatten(x, int(numbers[i]), -1)
                elif kind == {(int)ChainOperator.LeakyReLU}:
                    kept.append(x)
                    x = torch.leaky_relu(x, numbers[i])
                elif kind == {(int)ChainOperator.GELU}:
                    kept.append(x)
                    x = torch.gelu(x, approximate="tanh" if numbers[i] == 1.0 else "none")
                elif kind == {(int)ChainOperator.SiLU}:
                    kept.append(x)
                    x = torch.silu(x)
                elif kind == {(int)ChainOperator.Tanh}:
                    x = torch.tanh(x)
                    kept.append(x)
                elif kind == {(int)ChainOperator.Sigmoid}:
                    x = torch.sigmoid(x)
                    kept.append(x)
                else:
                    noise = torch.empty_like(x).bernoulli_(1.0 - numbers[i]).div_(1.0 - numbers[i])
                    x = x * noise
                    kept.append(noise)
            kind = kinds[count]
            reduction = int(numbers[count])
            if kind == {(int)ChainOperator.CrossEntropy}:
                logs = torch.log_softmax(x, 1)
                loss, total = torch.nll_loss_forward(logs, target, None, reduction, -100)
                g = torch.nll_loss_backward(torch.full_like(loss, share), logs, target, None, reduction, -100, total)
                g = torch._log_softmax_backward_data(g, logs, 1, logs.dtype)
            elif kind == {(int)ChainOperator.SquaredError}:
                loss = torch.mse_loss(x, target, reduction)
                g = torch.mse_loss_backward(torch.full_like(loss, share), x, target, reduction)
            else:
                loss = torch.binary_cross_entropy_with_logits(x, target, None, None, reduction)
                g = (torch.sigmoid(x) - target).mul_(share)
                if reduction == 1:
                    g.div_(x.numel())
            # The gradients of the weights, last layer first, and of each layer W before b.
            results: List[Tensor] = [loss]
            for back in range(count - first):
                i = count - 1 - back
                kind = kinds[i]
                if kind == {(int)ChainOperator.Linear}:
                    results.append(torch.mm(g.t(), kept[i]))
                    if numbers[i] == 1.0:
                        results.append(torch.sum(g, [0]))
                    if i > first:
                        g = torch.mm(g, weights[places[i]])
                elif kind == {(int)ChainOperator.ReLU}:
                    g = torch.threshold_backward(g, kept[i], 0)
                elif kind == {(int)ChainOperator.Flatten}:
                    g = g.view_as(kept[i])
                elif kind == {(int)ChainOperator.LeakyReLU}:
                    g = torch.leaky_relu_backward(g, kept[i], numbers[i], False)
                elif kind == {(int)ChainOperator.GELU}:
                    g = torch.gelu_backward(g, kept[i], approximate="tanh" if numbers[i] == 1.0 else "none")
                elif kind == {(int)ChainOperator.SiLU}:
                    g = torch.silu_backward(g, kept[i])
                elif kind == {(int)ChainOperator.Tanh}:
                    g = torch.tanh_backward(g, kept[i])
                elif kind == {(int)ChainOperator.Sigmoid}:
                    g = torch.sigmoid_backward(g, kept[i])
                else:
                    g = g * kept[i]
            return results
        """);

    private readonly FlatNode _input;
    private readonly FlatNode _target;
    private readonly Tensor _plan;
    private readonly Tensor _numbers;
    private readonly Tensor[] _arguments;
    private readonly Tensor[] _weights;

    private LayerChain(FlatNode input, FlatNode target, IReadOnlyList<Layer> layers)
    {
        (_input, _target) = (input, target);
        var links = layers.Select(layer => ((IChainable)layer).Link!).ToArray();
        _plan = tensor(links.Select(link => (long)link.Operator).ToArray()).DetachFromDisposeScope();
        _numbers = tensor(links.Select(link => link.Number).ToArray(), ScalarType.Float64).DetachFromDisposeScope();
        _arguments = [.. layers.SelectMany(Arguments)];
        _weights = [.. layers.Reverse().SelectMany(layer => layer.Weights).Select(weight => weight.Tensor)];
    }

    /// <summary>The chain that ends in a loss; null where what leads to it is no chain, or is not computed on the processor in 32 bits.</summary>
    /// <param name="program">Layers and weights.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="trained">The weights that may change; a chain changes all of its own.</param>
    public static LayerChain? Of(TrainingProgram program, FlatSource loss, IReadOnlyList<NamedTensor> trained)
    {
        var nodes = new List<FlatNode>();
        var node = program.Graph.Nodes[loss.Node];
        for (; program.LayerOf(node) is { } layer; node = program.Graph.Nodes[node.Inputs[0][0].Node])
        {
            // A loss stands at the end and nowhere else.
            if (layer is not IChainable { Link: not null } || layer is LossLayer != (nodes.Count == 0) || !FitsItsOperator(node))
            {
                return null;
            }

            nodes.Insert(0, node);
        }

        var weights = nodes.SelectMany(n => program.LayerOf(n)!.Weights).Select(weight => weight.Tensor).ToArray();
        if (weights.Length == 0 || weights.Length != weights.Distinct().Count() || weights.Except(trained.Select(weight => weight.Tensor)).Any()
            || weights.Any(weight => weight.device_type != DeviceType.CPU || weight.dtype != ScalarType.Float32)
            || nodes[^1].Inputs[1] is not [var right] || program.LayerOf(program.Graph.Nodes[right.Node]) is not null)
        {
            return null;
        }

        return new LayerChain(node, program.Graph.Nodes[right.Node], [.. nodes.Select(n => program.LayerOf(n)!)]);
    }

    /// <summary>
    /// Computes the loss of a batch, and adds the gradients to those that the weights have already. The loss belongs to the caller's dispose scope.
    /// </summary>
    /// <param name="feed">Inputs and targets of the batch.</param>
    /// <param name="share">What the gradients are multiplied with.</param>
    /// <returns>The loss, [].</returns>
    /// <exception cref="TrainingException">An operator fails, for example because memory runs out.</exception>
    public Tensor Run(IBatchSource feed, double share)
    {
        using var noGrad = no_grad();
        try
        {
            var results = s_chain.Tensors(feed.Get(_input), feed.Get(_target), share, _plan, _numbers, _arguments);
            for (var i = 0; i < _weights.Length; i++)
            {
                if (_weights[i].grad is { } sum)
                {
                    sum.add_(results[i + 1]);
                }
                else
                {
                    _weights[i].grad = results[i + 1];
                }
            }

            return results[0];
        }
        catch (ExternalException native)
        {
            throw NativeFailure.Explain(native, null);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in _arguments.Append(_plan).Append(_numbers))
        {
            tensor.Dispose();
        }
    }

    // Linear layers of more dimensions, probabilities in place of class numbers, and targets that are spread over the values are computed otherwise.
    private static bool FitsItsOperator(FlatNode node) => node.Kind.Id switch
    {
        nameof(Linear) => node.Instance!.Input.Shape.Rank == 2,
        nameof(CrossEntropyLoss) =>
            node.Instance!.Input.Shape.Rank == 2 && node.Instance.At("target") is { Shape.Rank: 1, Element: ElementType.Int64 },
        nameof(MSELoss) or nameof(BCEWithLogitsLoss) =>
            node.Instance!.At("target") is { Element: ElementType.Float32 } target && target.Shape.Equals(node.Instance.Input.Shape),
        _ => true,
    };

    private static IEnumerable<Tensor> Arguments(Layer layer)
    {
        // Views of the same memory, which optimizers change in place, that ask for no gradient.
        var weights = layer.Weights.Select(weight => weight.Tensor.detach().DetachFromDisposeScope()).ToArray();
        return weights is [var weight, ..] ? [weight, weight.t().DetachFromDisposeScope(), .. weights[1..]] : [];
    }
}
