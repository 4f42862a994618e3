using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Softmax and its logarithm.</content>
    public partial class Tensor
    {
        private static readonly Operator s_softmax = new("softmax", "int");
        private static readonly Operator s_logSoftmax = new("log_softmax", "int");

        public Tensor softmax(long dim, ScalarType? dtype = null) => s_softmax.Call(this, dim, dtype);

        public Tensor log_softmax(long dim, ScalarType? dtype = null) => s_logSoftmax.Call(this, dim, dtype);
    }
}
