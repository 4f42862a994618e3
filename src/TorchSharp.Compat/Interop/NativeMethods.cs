using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace TorchSharp.Interop;

/// <summary>
/// The functions of the native part. Those without a GC transition only read a field and return at once.
/// </summary>
internal static unsafe partial class NativeMethods
{
    private const string Library = "builder_torch";

    static NativeMethods()
    {
        NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly, ResolveBesideAssembly);
    }

    private static IntPtr ResolveBesideAssembly(string name, System.Reflection.Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library)
        {
            return IntPtr.Zero;
        }

        var file = Path.Combine(AppContext.BaseDirectory, "libbuilder_torch.so");
        Extras.BlasCoreType.Tell();
        try
        {
            return NativeLibrary.Load(file);
        }
        catch (DllNotFoundException problem)
        {
            throw new DllNotFoundException(
                $"The part of the program that talks to libtorch could not be loaded from {file}. Run ./builder setup and build again. "
                + problem.Message,
                problem);
        }
    }

    [DllImport(Library)]
    public static extern byte* shim_last_error();

    [DllImport(Library)]
    public static extern IntPtr shim_find_operator(byte* name, byte* overload);

    [DllImport(Library)]
    public static extern int shim_call(IntPtr op, NativeValue* arguments, int argumentCount, NativeValue* results, int capacity);

    [DllImport(Library)]
    public static extern void shim_tensor_free(IntPtr tensor);

    [DllImport(Library), SuppressGCTransition]
    public static extern long shim_tensor_dim(IntPtr tensor);

    [DllImport(Library), SuppressGCTransition]
    public static extern long shim_tensor_numel(IntPtr tensor);

    [DllImport(Library), SuppressGCTransition]
    public static extern long* shim_tensor_sizes(IntPtr tensor);

    [DllImport(Library), SuppressGCTransition]
    public static extern long* shim_tensor_strides(IntPtr tensor);

    [DllImport(Library), SuppressGCTransition]
    public static extern int shim_tensor_dtype(IntPtr tensor);

    [DllImport(Library), SuppressGCTransition]
    public static extern long shim_tensor_device(IntPtr tensor);

    [DllImport(Library), SuppressGCTransition]
    public static extern int shim_tensor_is_contiguous(IntPtr tensor);

    [DllImport(Library)]
    public static extern void* shim_tensor_data(IntPtr tensor);

    [DllImport(Library)]
    public static extern int shim_tensor_item(IntPtr tensor, NativeValue* value);

    [DllImport(Library)]
    public static extern int shim_requires_grad(IntPtr tensor);

    [DllImport(Library)]
    public static extern int shim_set_requires_grad(IntPtr tensor, int value);

    [DllImport(Library)]
    public static extern IntPtr shim_grad(IntPtr tensor);

    [DllImport(Library)]
    public static extern int shim_set_grad(IntPtr tensor, IntPtr grad);

    [DllImport(Library)]
    public static extern int shim_backward(IntPtr tensor, IntPtr grad, int retainGraph, int createGraph, IntPtr* inputs, int inputCount);

    [DllImport(Library), SuppressGCTransition]
    public static extern int shim_is_grad_enabled();

    [DllImport(Library), SuppressGCTransition]
    public static extern void shim_set_grad_enabled(int value);

    [DllImport(Library)]
    public static extern int shim_manual_seed(ulong seed);

    [DllImport(Library)]
    public static extern IntPtr shim_default_generator(long device);

    [DllImport(Library)]
    public static extern IntPtr shim_new_generator(long device, ulong seed);

    [DllImport(Library)]
    public static extern void shim_free_generator(IntPtr generator);

    [DllImport(Library)]
    public static extern int shim_generator_set_seed(IntPtr generator, ulong seed);

    [DllImport(Library)]
    public static extern IntPtr shim_generator_get_state(IntPtr generator);

    [DllImport(Library)]
    public static extern int shim_generator_set_state(IntPtr generator, IntPtr state);

    [DllImport(Library)]
    public static extern byte* shim_libtorch_version();

    [DllImport(Library)]
    public static extern int shim_get_num_threads();

    [DllImport(Library)]
    public static extern int shim_set_num_threads(int count);

    [DllImport(Library)]
    public static extern int shim_cuda_device_count();

    [DllImport(Library)]
    public static extern int shim_cuda_synchronize(int index);
}
