using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Extras;

/// <summary>
/// The parameters of one optimizer with their state, prepared once: a whole step, a clipping or a reset of gradients is then a
/// single native call. Parameters without a gradient are left alone, as PyTorch does. On the CPU the result does not depend on
/// the number of threads, to the bit. The group keeps the native tensors alive, but does not own them.
/// </summary>
public sealed unsafe class ParameterGroup : IDisposable
{
    private IntPtr _group;

    /// <param name="parameters">What is trained.</param>
    /// <param name="first">One state tensor a parameter, shaped like it: SGD's momentum buffer, Adam's average of gradients.</param>
    /// <param name="second">A second one: Adam's average of squared gradients.</param>
    /// <exception cref="ArgumentException">There are fewer or more states than parameters.</exception>
    public ParameterGroup(IReadOnlyList<Tensor> parameters, IReadOnlyList<Tensor>? first = null, IReadOnlyList<Tensor>? second = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        fixed (IntPtr* parameterHandles = Handles(parameters))
        fixed (IntPtr* firstHandles = Handles(Matching(first)))
        fixed (IntPtr* secondHandles = Handles(Matching(second)))
        {
            _group = NativeError.Check(NativeMethods.shim_group_new(parameterHandles, firstHandles, secondHandles, parameters.Count));
        }

        GC.KeepAlive(parameters);
        GC.KeepAlive(first);
        GC.KeepAlive(second);

        IReadOnlyList<Tensor>? Matching(IReadOnlyList<Tensor>? state) =>
            state is null || state.Count == parameters.Count
                ? state
                : throw new ArgumentException($"There are {parameters.Count} parameters, but {state.Count} states.");
    }

    ~ParameterGroup() => Free();

    private IntPtr Group => _group == IntPtr.Zero ? throw new ObjectDisposedException(nameof(ParameterGroup)) : _group;

    /// <summary>
    /// One step of stochastic gradient descent (https://pytorch.org/docs/stable/generated/torch.optim.SGD.html).
    /// </summary>
    /// <param name="lr">How far a step goes.</param>
    /// <param name="momentum">How much of the former direction is kept; above 0 the first state is needed.</param>
    /// <param name="dampening">How much of the new gradient is left out of the direction.</param>
    /// <param name="weight_decay">The L2 penalty.</param>
    /// <param name="nesterov">Whether to look ahead along the direction.</param>
    /// <param name="first_step">Whether the buffers are still empty: the first direction is the gradient itself.</param>
    public void sgd_step(double lr, double momentum, double dampening, double weight_decay, bool nesterov, bool first_step)
    {
        NativeError.Check(
            NativeMethods.shim_group_sgd(Group, lr, momentum, dampening, weight_decay, nesterov ? 1 : 0, first_step ? 1 : 0));
        GC.KeepAlive(this);
    }

    /// <summary>One step of Adam (https://arxiv.org/abs/1412.6980); both states are needed.</summary>
    /// <param name="step">Which step this is, from 1.</param>
    /// <param name="lr">How far a step goes.</param>
    /// <param name="beta1">How slowly the average of gradients forgets.</param>
    /// <param name="beta2">How slowly the average of squared gradients forgets.</param>
    /// <param name="eps">Added to the divisor.</param>
    /// <param name="weight_decay">The L2 penalty.</param>
    public void adam_step(long step, double lr, double beta1, double beta2, double eps, double weight_decay) =>
        Adam(step, lr, beta1, beta2, eps, weight_decay, decoupled: false);

    /// <summary>One step of AdamW (https://arxiv.org/abs/1711.05101): as Adam, but weights decay apart from the gradient.</summary>
    /// <inheritdoc cref="adam_step"/>
    public void adamw_step(long step, double lr, double beta1, double beta2, double eps, double weight_decay) =>
        Adam(step, lr, beta1, beta2, eps, weight_decay, decoupled: true);

    /// <summary>Shrinks all gradients together so that their common 2-norm is at most `max_norm`.</summary>
    /// <returns>The norm before.</returns>
    public double clip_grad_norm_(double max_norm)
    {
        double total;
        NativeError.Check(NativeMethods.shim_group_clip_grad_norm(Group, max_norm, &total));
        GC.KeepAlive(this);
        return total;
    }

    /// <summary>Forgets all gradients, or fills them with zeros.</summary>
    public void zero_grad(bool set_to_none = true)
    {
        NativeError.Check(NativeMethods.shim_group_zero_grad(Group, set_to_none ? 1 : 0));
        GC.KeepAlive(this);
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Adam(long step, double lr, double beta1, double beta2, double eps, double weightDecay, bool decoupled)
    {
        NativeError.Check(
            NativeMethods.shim_group_adam(Group, step, lr, beta1, beta2, eps, weightDecay, decoupled ? 1 : 0));
        GC.KeepAlive(this);
    }

    private void Free()
    {
        var group = Interlocked.Exchange(ref _group, IntPtr.Zero);
        if (group != IntPtr.Zero)
        {
            NativeMethods.shim_group_free(group);
        }
    }

    private static IntPtr[]? Handles(IReadOnlyList<Tensor>? tensors) => tensors?.Select(tensor => tensor.Handle).ToArray();
}
