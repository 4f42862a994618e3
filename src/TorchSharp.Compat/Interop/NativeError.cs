using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Turns a failed native call into an exception with libtorch's own message.</summary>
internal static unsafe class NativeError
{
    /// <summary>Throws if a native action reported failure.</summary>
    public static void Check(int succeeded)
    {
        if (succeeded == 0)
        {
            Throw();
        }
    }

    /// <summary>Throws if a native function returned no pointer.</summary>
    public static IntPtr Check(IntPtr pointer)
    {
        if (pointer == IntPtr.Zero)
        {
            Throw();
        }

        return pointer;
    }

    [DoesNotReturn]
    public static void Throw() => throw new ExternalException(Message());

    private static string Message() => Marshal.PtrToStringUTF8((IntPtr)NativeMethods.shim_last_error()) ?? "libtorch failed";
}
