using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Sums, extremes, norms, orders.</content>
    public partial class Tensor
    {
        private static readonly Operator s_sumAll = new("sum");
        private static readonly Operator s_sumDims = new("sum", "dim_IntList");
        private static readonly Operator s_meanAll = new("mean");
        private static readonly Operator s_meanDims = new("mean", "dim");
        private static readonly Operator s_argmax = new("argmax");
        private static readonly Operator s_amax = new("amax");
        private static readonly Operator s_allAll = new("all");
        private static readonly Operator s_normAll = new("norm", "Scalar");
        private static readonly Operator s_topk = new("topk");

        public Tensor sum(ScalarType? type = null) => s_sumAll.Call(this, type);

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => s_sumDims.Call(this, Arg.Integers([dim]), keepdim, type);

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => s_sumDims.Call(this, dim, keepdim, type);

        public Tensor mean() => s_meanAll.Call(this);

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => s_meanDims.Call(this, dimensions, keepdim, type);

        public Tensor argmax() => s_argmax.Call(this);

        public Tensor argmax(long dim, bool keepdim = false) => s_argmax.Call(this, dim, keepdim);

        public Tensor amax(params long[] dims) => s_amax.Call(this, dims);

        public Tensor all() => s_allAll.Call(this);

        public Tensor norm(float p = 2) => s_normAll.Call(this, (double)p);

        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            s_topk.CallForTwo(this, k, dim, largest, sorted);
    }
}
