using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Gradients.</content>
    public unsafe partial class Tensor
    {
        private static readonly Operator s_detach = new("detach");

        public bool requires_grad
        {
            get
            {
                var value = NativeMethods.shim_requires_grad(Handle) != 0;
                GC.KeepAlive(this);
                return value;
            }

            set
            {
                NativeError.Check(NativeMethods.shim_set_requires_grad(Handle, value ? 1 : 0));
                GC.KeepAlive(this);
            }
        }

        /// <summary>The gradient that backward passes have added up, or null. Each reading makes a new handle on it.</summary>
        public Tensor? grad
        {
            get
            {
                var gradient = NativeMethods.shim_grad(Handle);
                GC.KeepAlive(this);
                return gradient == IntPtr.Zero ? null : new Tensor(gradient);
            }

            set
            {
                NativeError.Check(NativeMethods.shim_set_grad(Handle, value is null ? IntPtr.Zero : value.Handle));
                GC.KeepAlive(value);
                GC.KeepAlive(this);
            }
        }

        public Tensor requires_grad_(bool requires_grad = true) => with_requires_grad(requires_grad);

        public Tensor with_requires_grad(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>The same elements outside the autograd graph.</summary>
        public Tensor detach() => s_detach.Call(this);

        public void backward() => Backward(null, false, false, null);

        /// <param name="grad_tensors">The gradient of the result by this tensor; may be absent for a single number.</param>
        /// <param name="retain_graph">Whether the graph is kept for another backward pass.</param>
        /// <param name="create_graph">Whether the gradients can be differentiated themselves.</param>
        /// <param name="inputs">The only leaves to add gradients to; all if absent.</param>
        public void backward(
            IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            Backward(grad_tensors is { Count: > 0 } ? grad_tensors[0] : null, retain_graph, create_graph, inputs);

        private void Backward(Tensor? gradient, bool retainGraph, bool createGraph, IList<Tensor>? inputs)
        {
            var handles = inputs is null ? [] : inputs.Select(input => input.Handle).ToArray();
            int succeeded;
            fixed (IntPtr* wanted = handles)
            {
                succeeded = NativeMethods.shim_backward(
                    Handle, gradient is null ? IntPtr.Zero : gradient.Handle, retainGraph || createGraph ? 1 : 0, createGraph ? 1 : 0, wanted, handles.Length);
            }

            GC.KeepAlive(inputs);
            GC.KeepAlive(gradient);
            GC.KeepAlive(this);
            NativeError.Check(succeeded);
        }
    }
}
