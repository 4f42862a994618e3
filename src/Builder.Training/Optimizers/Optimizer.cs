using Builder.Graph.Catalog;
using Builder.Training.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Training.Optimizers;

/// <summary>
/// Changes weights along their gradients. The update rules are those of PyTorch's single-tensor implementation, operation by operation,
/// so that trajectories agree. Optimizers are known by the name of their class, which is the id of their catalog kind.
/// </summary>
public abstract class Optimizer : IDisposable
{
    private readonly IReadOnlyList<NamedTensor> _parameters;
    private readonly Dictionary<string, Tensor>[] _state;

    /// <summary>An optimizer of these parameters.</summary>
    protected Optimizer(IReadOnlyList<NamedTensor> parameters, BlockInstance options)
    {
        _parameters = parameters;
        _state = [.. parameters.Select(_ => new Dictionary<string, Tensor>(StringComparer.Ordinal))];
        LearningRate = options.Real("lr");
        WeightDecay = options.Real("weight_decay");
        Momentum = options.Kind.FindParameter("betas") is not null ? options.Reals("betas")[0]
            : options.Kind.FindParameter("momentum") is not null ? options.Real("momentum") : 0;
    }

    /// <summary>The step size of the next step; a schedule sets it.</summary>
    public double LearningRate { get; set; }

    /// <summary>How much of past steps is kept: PyTorch's momentum or first beta; without meaning for optimizers that have neither.</summary>
    public double Momentum { get; set; }

    /// <summary>Plain numbers that the optimizer remembers, for checkpoints; empty for most.</summary>
    public virtual IReadOnlyDictionary<string, double> Numbers
    {
        get => new Dictionary<string, double>();
        set => _ = value;
    }

    /// <summary>Steps done.</summary>
    public long Steps { get; private set; }

    /// <summary>Pull of every weight towards zero.</summary>
    protected double WeightDecay { get; }

    /// <summary>What is trained.</summary>
    protected IReadOnlyList<NamedTensor> Parameters => _parameters;

    /// <summary>One update of all parameters that have a gradient.</summary>
    public void Step()
    {
        Steps++;
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        UpdateAll();
    }

    /// <summary>Forgets the gradients, so that the next backward pass starts from nothing.</summary>
    public virtual void ZeroGrad()
    {
        foreach (var parameter in _parameters)
        {
            parameter.Tensor.grad = null;
        }
    }

    /// <summary>Scales all gradients down so that their joint 2-norm is at most <paramref name="maxNorm"/>. Returns the norm before.</summary>
    public virtual double ClipGradientNorm(double maxNorm)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var gradients = _parameters.Select(p => p.Tensor.grad).OfType<Tensor>().ToList();
        if (gradients.Count == 0)
        {
            return 0;
        }

        var total = stack([.. gradients.Select(g => g.norm())]).norm().ToDouble();
        var factor = maxNorm / (total + 1e-6);
        if (factor < 1)
        {
            gradients.ForEach(g => g.mul_(factor));
        }

        return total;
    }

    /// <summary>The optimizer's memory by "parameter.name", for checkpoints.</summary>
    public IEnumerable<(string Name, Tensor Tensor)> State =>
        _state.SelectMany((state, i) => state.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => ($"{_parameters[i].Name}.{s.Key}", s.Value)));

    /// <summary>Takes over the memory of a checkpoint.</summary>
    /// <param name="steps">Steps done at the time of the checkpoint.</param>
    /// <param name="tensors">The tensors of <see cref="State"/> by name.</param>
    public void Restore(long steps, IReadOnlyDictionary<string, Tensor> tensors)
    {
        Steps = steps;
        for (var i = 0; i < _parameters.Count; i++)
        {
            var prefix = _parameters[i].Name + ".";
            foreach (var (name, tensor) in tensors.Where(t => t.Key.StartsWith(prefix, StringComparison.Ordinal)))
            {
                var key = name[prefix.Length..];
                if (!key.Contains('.', StringComparison.Ordinal))
                {
                    using var noGrad = no_grad();
                    Memory(i, key).copy_(tensor);
                }
            }
        }

        OnRestored();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the optimizer's memory.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var tensor in _state.SelectMany(s => s.Values))
            {
                tensor.Dispose();
            }
        }
    }

    /// <summary>Updates every parameter that has a gradient.</summary>
    protected virtual void UpdateAll()
    {
        for (var i = 0; i < _parameters.Count; i++)
        {
            if (_parameters[i].Tensor.grad is { } gradient)
            {
                Update(i, _parameters[i].Tensor, gradient);
            }
        }
    }

    /// <summary>Updates one parameter in place. Runs without gradient tracking, inside a dispose scope.</summary>
    protected abstract void Update(int index, Tensor parameter, Tensor gradient);

    /// <summary>Called after a checkpoint has been taken over.</summary>
    protected virtual void OnRestored()
    {
    }

    /// <summary>A tensor that the optimizer remembers for parameter <paramref name="index"/>; begins with <paramref name="fill"/>.</summary>
    protected Tensor Memory(int index, string name, double fill = 0)
    {
        if (!_state[index].TryGetValue(name, out var tensor))
        {
            tensor = full_like(_parameters[index].Tensor, fill, requires_grad: false).DetachFromDisposeScope();
            _state[index][name] = tensor;
        }

        return tensor;
    }

    /// <summary>The gradient with L2 weight decay added, as all of PyTorch's optimizers but AdamW do it.</summary>
    protected Tensor Decayed(Tensor parameter, Tensor gradient) =>
        WeightDecay == 0 ? gradient : gradient.add(parameter, WeightDecay);
}
