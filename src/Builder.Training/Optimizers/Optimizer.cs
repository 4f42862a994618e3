using Builder.Graph.Catalog;
using Builder.Training.Acceleration;
using Builder.Training.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Training.Optimizers;

/// <summary>
/// Changes weights along their gradients, all of them in one call: for small models many tiny operations would cost more than the network
/// itself. The update rules are PyTorch's. Optimizers are known by the name of their class, which is the id of their catalog kind.
/// </summary>
public abstract class Optimizer : IDisposable
{
    // The joint 2-norm, and gradients scaled down to at most the wanted one, as torch.nn.utils.clip_grad_norm_ does it.
    private static readonly TorchScript s_clip = new("""
        def run(gradients: List[Tensor], max_norm: float) -> Tensor:
            total = torch.stack(torch._foreach_norm(gradients, 2.0)).norm()
            torch._foreach_mul_(gradients, torch.clamp(max_norm / (total + 1e-6), max=1.0))
            return total
        """);

    private readonly Tensor[] _tensors;
    private readonly IReadOnlyList<NamedTensor> _parameters;
    private readonly Dictionary<string, Tensor?[]> _state = new(StringComparer.Ordinal);

    /// <summary>An optimizer of these parameters.</summary>
    protected Optimizer(IReadOnlyList<NamedTensor> parameters, BlockInstance options)
    {
        _parameters = parameters;
        _tensors = [.. parameters.Select(p => p.Tensor)];
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

    /// <summary>One update of all parameters that have a gradient.</summary>
    public void Step()
    {
        Steps++;
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var gradients = Gradients();
        var all = Enumerable.Range(0, gradients.Length).Where(i => gradients[i] is not null).ToArray();
        if (all.Length > 0)
        {
            Update(new Trained(this, all, gradients));
        }
    }

    /// <summary>Forgets the gradients, so that the next backward pass starts from nothing.</summary>
    public void ZeroGrad()
    {
        foreach (var tensor in _tensors)
        {
            tensor.grad = null;
        }
    }

    /// <summary>Scales all gradients down so that their joint 2-norm is at most <paramref name="maxNorm"/>. Returns the norm before.</summary>
    public double ClipGradientNorm(double maxNorm)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        Tensor[] gradients = [.. Gradients().OfType<Tensor>()];
        return gradients.Length == 0 ? 0 : s_clip.Tensor(gradients, maxNorm).ToDouble();
    }

    /// <summary>The optimizer's memory by "parameter.name", for checkpoints.</summary>
    public IEnumerable<(string Name, Tensor Tensor)> State =>
        from index in Enumerable.Range(0, _parameters.Count)
        from memory in _state.OrderBy(memory => memory.Key, StringComparer.Ordinal)
        where memory.Value[index] is not null
        select ($"{_parameters[index].Name}.{memory.Key}", memory.Value[index]!);

    /// <summary>Takes over the memory of a checkpoint.</summary>
    /// <param name="steps">Steps done at the time of the checkpoint.</param>
    /// <param name="tensors">The tensors of <see cref="State"/> by name.</param>
    public void Restore(long steps, IReadOnlyDictionary<string, Tensor> tensors)
    {
        Steps = steps;
        using var noGrad = no_grad();
        for (var i = 0; i < _parameters.Count; i++)
        {
            var prefix = _parameters[i].Name + ".";
            foreach (var (name, tensor) in tensors.Where(t => t.Key.StartsWith(prefix, StringComparison.Ordinal)))
            {
                var key = name[prefix.Length..];
                if (!key.Contains('.', StringComparison.Ordinal))
                {
                    Memory(i, key, 0).copy_(tensor);
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in _state.Values.SelectMany(tensors => tensors))
        {
            tensor?.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Updates these parameters in place. Runs without gradient tracking, inside a dispose scope.</summary>
    protected abstract void Update(Trained trained);

    private Tensor?[] Gradients() => Array.ConvertAll(_tensors, tensor => tensor.grad);

    private Tensor Memory(int index, string name, double fill)
    {
        if (!_state.TryGetValue(name, out var tensors))
        {
            _state[name] = tensors = new Tensor?[_parameters.Count];
        }

        return tensors[index] ??= full_like(_tensors[index], fill, requires_grad: false).DetachFromDisposeScope();
    }

    /// <summary>The parameters of one step, those that have a gradient, with all that belongs to them in the same order.</summary>
    protected readonly struct Trained
    {
        private readonly Optimizer _optimizer;
        private readonly int[] _indexes;

        internal Trained(Optimizer optimizer, int[] indexes, Tensor?[] gradients)
        {
            (_optimizer, _indexes) = (optimizer, indexes);
            Parameters = Array.ConvertAll(indexes, index => optimizer._tensors[index]);
            Gradients = Array.ConvertAll(indexes, index => gradients[index]!);
        }

        /// <summary>The weights.</summary>
        public Tensor[] Parameters { get; }

        /// <summary>Their gradients.</summary>
        public Tensor[] Gradients { get; }

        /// <summary>The tensors that the optimizer remembers by this name, one a parameter and shaped like it; they begin with <paramref name="fill"/>.</summary>
        public Tensor[] Memory(string name, double fill = 0)
        {
            var optimizer = _optimizer;
            return Array.ConvertAll(_indexes, index => optimizer.Memory(index, name, fill));
        }

        /// <summary>Those that have a memory of this name already, and those that have none.</summary>
        public IEnumerable<(Trained Trained, bool IsFirst)> ByMemory(string name)
        {
            var (optimizer, gradients) = (_optimizer, new Tensor?[_optimizer._tensors.Length]);
            for (var i = 0; i < _indexes.Length; i++)
            {
                gradients[_indexes[i]] = Gradients[i];
            }

            return _indexes.GroupBy(index => !optimizer._state.TryGetValue(name, out var tensors) || tensors[index] is null)
                .Select(group => (new Trained(optimizer, [.. group], gradients), group.Key));
        }
    }
}
