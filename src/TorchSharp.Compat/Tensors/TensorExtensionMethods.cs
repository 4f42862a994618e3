using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>The value of a tensor with one element, of any dtype and on any device, as a .NET number.</summary>
public static unsafe class TensorExtensionMethods
{
    public static double ToDouble(this torch.Tensor value)
    {
        var number = Value(value);
        return number.Tag == NativeTag.Real ? BitConverter.Int64BitsToDouble(number.Payload) : number.Payload;
    }

    public static float ToSingle(this torch.Tensor value) => (float)ToDouble(value);

    public static long ToInt64(this torch.Tensor value)
    {
        var number = Value(value);
        return number.Tag == NativeTag.Real ? checked((long)BitConverter.Int64BitsToDouble(number.Payload)) : number.Payload;
    }

    public static bool ToBoolean(this torch.Tensor value) => ToDouble(value) != 0;

    private static NativeValue Value(torch.Tensor tensor)
    {
        NativeValue value;
        NativeError.Check(NativeMethods.shim_tensor_item(tensor.Handle, &value));
        GC.KeepAlive(tensor);
        return value;
    }
}
