using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Autograd's modes. They belong to the thread: enter and leave on the same one, without `await` between.</summary>
public static partial class torch
{
    public static IDisposable no_grad() => new GradModeScope(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradModeScope(enabled);

    public static bool is_grad_enabled() => NativeMethods.shim_is_grad_enabled() != 0;

    public static IDisposable inference_mode(bool mode = true) => new InferenceModeScope(mode);

    private sealed class GradModeScope : IDisposable
    {
        private readonly int _former = NativeMethods.shim_is_grad_enabled();

        public GradModeScope(bool enabled) => NativeMethods.shim_set_grad_enabled(enabled ? 1 : 0);

        public void Dispose() => NativeMethods.shim_set_grad_enabled(_former);
    }

    private sealed class InferenceModeScope(bool mode) : IDisposable
    {
        private IntPtr _guard = NativeError.Check(NativeMethods.shim_enter_inference_mode(mode ? 1 : 0));

        public void Dispose()
        {
            var guard = Interlocked.Exchange(ref _guard, IntPtr.Zero);
            if (guard != IntPtr.Zero)
            {
                NativeMethods.shim_leave_inference_mode(guard);
            }
        }
    }
}
