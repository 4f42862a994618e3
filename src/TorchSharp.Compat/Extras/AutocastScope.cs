using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Extras;

/// <summary>
/// Mixed precision on this thread until it is disposed: matrix products and convolutions run in a shorter floating-point type,
/// the rest as before (https://pytorch.org/docs/stable/amp.html). Wrap the forward pass only; leave it on the thread it was
/// entered on.
/// </summary>
public sealed class AutocastScope : IDisposable
{
    private IntPtr _state;

    /// <param name="device">The kind of device the work runs on.</param>
    /// <param name="dtype">The shorter type: bfloat16 on the CPU, bfloat16 or float16 on CUDA.</param>
    public AutocastScope(DeviceType device, ScalarType dtype = ScalarType.BFloat16)
    {
        _state = NativeError.Check(NativeMethods.shim_enter_autocast((int)device, (int)dtype));
    }

    public void Dispose()
    {
        var state = Interlocked.Exchange(ref _state, IntPtr.Zero);
        if (state != IntPtr.Zero)
        {
            NativeMethods.shim_leave_autocast(state);
        }
    }
}
