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
        private static readonly Operator s_varDims = new("var", "dim");
        private static readonly Operator s_stdDims = new("std", "dim");
        private static readonly Operator s_argmax = new("argmax");
        private static readonly Operator s_amax = new("amax");
        private static readonly Operator s_allAll = new("all");
        private static readonly Operator s_normAll = new("norm", "Scalar");
        private static readonly Operator s_normDim = new("norm", "ScalarOpt_dim");
        private static readonly Operator s_cumsum = new("cumsum");
        private static readonly Operator s_topk = new("topk");
        private static readonly Operator s_sort = new("sort", "stable");
        private static readonly Operator s_logsumexp = new("logsumexp");

        public Tensor sum(ScalarType? type = null) => s_sumAll.Call(this, type);

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => s_sumDims.Call(this, Arg.Integers([dim]), keepdim, type);

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => s_sumDims.Call(this, dim, keepdim, type);

        public Tensor mean() => s_meanAll.Call(this);

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => s_meanDims.Call(this, dimensions, keepdim, type);

        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        {
            if (type is not { } wanted || wanted == dtype)
            {
                return s_varDims.Call(this, dimensions, unbiased, keepdim);
            }

            using var converted = to_type(wanted);
            return s_varDims.Call(converted, dimensions, unbiased, keepdim);
        }

        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        {
            if (type is not { } wanted || wanted == dtype)
            {
                return s_stdDims.Call(this, dimensions, unbiased, keepdim);
            }

            using var converted = to_type(wanted);
            return s_stdDims.Call(converted, dimensions, unbiased, keepdim);
        }

        public Tensor argmax() => s_argmax.Call(this);

        public Tensor argmax(long dim, bool keepdim = false) => s_argmax.Call(this, dim, keepdim);

        public Tensor amax(params long[] dims) => s_amax.Call(this, dims);

        public Tensor all() => s_allAll.Call(this);

        public Tensor norm(float p = 2) => s_normAll.Call(this, (double)p);

        public Tensor norm(int dim, bool keepdim = false, float p = 2) => s_normDim.Call(this, (double)p, Arg.Integers([dim]), keepdim);

        public Tensor logsumexp(long dim, bool keepdim = false) => s_logsumexp.Call(this, Arg.Integers([dim]), keepdim);

        public Tensor cumsum(long dim, ScalarType? type = null) => s_cumsum.Call(this, dim, type);

        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            s_topk.CallForTwo(this, k, dim, largest, sorted);

        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            s_sort.CallForTwo(this, stable, dim, descending);
    }
}
