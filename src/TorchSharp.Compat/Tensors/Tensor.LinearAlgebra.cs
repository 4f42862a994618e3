using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Matrix products.</content>
    public partial class Tensor
    {
        private static readonly Operator s_matmul = new("matmul");

        public Tensor matmul(Tensor target) => s_matmul.Call(this, target);
    }
}
