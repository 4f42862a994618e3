using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A tensor that an optimizer changes. It takes over the native object of the tensor that it is made from.</summary>
public class Parameter : Tensor
{
    public Parameter(Tensor data, bool requires_grad = true)
        : base(TakeOver(data, requires_grad))
    {
    }

    private static IntPtr TakeOver(Tensor data, bool requiresGrad)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.with_requires_grad(requiresGrad).TakeHandle();
    }
}
