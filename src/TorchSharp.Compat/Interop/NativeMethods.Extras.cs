using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <content>What TorchSharp itself does not offer.</content>
internal static unsafe partial class NativeMethods
{
    [DllImport(Library)]
    public static extern IntPtr shim_group_new(IntPtr* parameters, IntPtr* first, IntPtr* second, int count);

    [DllImport(Library)]
    public static extern void shim_group_free(IntPtr group);

    [DllImport(Library)]
    public static extern int shim_group_zero_grad(IntPtr group, int setToNone);

    [DllImport(Library)]
    public static extern int shim_group_sgd(
        IntPtr group, double lr, double momentum, double dampening, double weightDecay, int nesterov, int firstStep);

    [DllImport(Library)]
    public static extern int shim_group_adam(
        IntPtr group, long step, double lr, double beta1, double beta2, double eps, double weightDecay, int decoupled);

    [DllImport(Library)]
    public static extern int shim_group_clip_grad_norm(IntPtr group, double maxNorm, double* total);

    [DllImport(Library)]
    public static extern int shim_enable_block_cache();

    [DllImport(Library)]
    public static extern IntPtr shim_enter_autocast(int deviceType, int dtype);

    [DllImport(Library)]
    public static extern void shim_leave_autocast(IntPtr state);
}
