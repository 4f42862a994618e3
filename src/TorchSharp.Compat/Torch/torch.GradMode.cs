using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Autograd's modes. They belong to the thread: enter and leave on the same one, without `await` between.</summary>
public static partial class torch
{
    public static IDisposable no_grad() => new NoGradScope();

    public static bool is_grad_enabled() => NativeMethods.shim_is_grad_enabled() != 0;

    private sealed class NoGradScope : IDisposable
    {
        private readonly int _former = NativeMethods.shim_is_grad_enabled();

        public NoGradScope() => NativeMethods.shim_set_grad_enabled(0);

        public void Dispose() => NativeMethods.shim_set_grad_enabled(_former);
    }
}
