using System.Runtime.CompilerServices;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>
/// An operator of libtorch, by the name and overload of its schema (https://pytorch.org/docs/stable/torch.compiler_ir.html).
/// It is looked up once, at its first call. Arguments left out at the end take the schema's defaults. A name with a namespace of its own is
/// not libtorch's but one that the native part adds.
/// </summary>
internal sealed unsafe class Operator(string name, string overload = "")
{
    private IntPtr _handle;

    /// <summary>Calls an operator that returns one tensor.</summary>
    public Tensor Call(params ReadOnlySpan<Arg> arguments)
    {
        NativeValue result;
        Invoke(arguments, &result, 1);
        return new Tensor(result.Handle);
    }

    /// <summary>Calls an operator that returns two tensors, or more of which only the first two are wanted.</summary>
    public (Tensor, Tensor) CallForTwo(params ReadOnlySpan<Arg> arguments)
    {
        var results = stackalloc NativeValue[2];
        Invoke(arguments, results, 2);
        return (new Tensor(results[0].Handle), new Tensor(results[1].Handle));
    }

    /// <summary>Calls an operator that returns three tensors.</summary>
    public (Tensor, Tensor, Tensor) CallForThree(params ReadOnlySpan<Arg> arguments)
    {
        var results = stackalloc NativeValue[3];
        Invoke(arguments, results, 3);
        return (new Tensor(results[0].Handle), new Tensor(results[1].Handle), new Tensor(results[2].Handle));
    }

    /// <summary>Calls an operator that returns a list of tensors.</summary>
    public Tensor[] CallForList(params ReadOnlySpan<Arg> arguments)
    {
        NativeValue result;
        Invoke(arguments, &result, 1);
        var handles = new ReadOnlySpan<IntPtr>((void*)result.Payload, result.Length);
        var tensors = new Tensor[handles.Length];
        for (var i = 0; i < tensors.Length; i++)
        {
            tensors[i] = new Tensor(handles[i]);
        }

        return tensors;
    }

    /// <summary>Calls an operator that changes its first argument, and drops what it returns.</summary>
    public void Run(params ReadOnlySpan<Arg> arguments) => Invoke(arguments, null, 0);

    [SkipLocalsInit]
    private void Invoke(ReadOnlySpan<Arg> arguments, NativeValue* results, int capacity)
    {
        if (_handle == IntPtr.Zero)
        {
            Find();
        }

        var values = stackalloc NativeValue[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            values[i] = arguments[i].Value;
        }

        var returned = NativeMethods.shim_call(_handle, values, arguments.Length, results, capacity);
        foreach (ref readonly var argument in arguments)
        {
            GC.KeepAlive(argument.Owner);
        }

        if (returned < 0)
        {
            NativeError.Throw();
        }
    }

    private void Find()
    {
        fixed (byte* nameBytes = ZeroTerminated(name.Contains("::", StringComparison.Ordinal) ? name : "aten::" + name))
        fixed (byte* overloadBytes = ZeroTerminated(overload))
        {
            _handle = NativeError.Check(NativeMethods.shim_find_operator(nameBytes, overloadBytes));
        }
    }

    private static byte[] ZeroTerminated(string text) => Encoding.UTF8.GetBytes(text + '\0');
}
