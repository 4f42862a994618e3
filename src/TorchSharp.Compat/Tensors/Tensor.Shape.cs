using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Other shapes and other orders of the same elements; picking elements.</content>
    public partial class Tensor
    {
        private static readonly Operator s_view = new("view");
        private static readonly Operator s_reshape = new("reshape");
        private static readonly Operator s_permute = new("permute");
        private static readonly Operator s_contiguous = new("contiguous");
        private static readonly Operator s_clone = new("clone");
        private static readonly Operator s_alias = new("alias");
        private static readonly Operator s_narrow = new("narrow");
        private static readonly Operator s_unsqueeze = new("unsqueeze");
        private static readonly Operator s_indexSelect = new("index_select");
        private static readonly Operator s_gather = new("gather");
        private static readonly Operator s_unfold = new("unfold");
        private static readonly Operator s_chunk = new("chunk");
        private static readonly Operator s_triu = new("triu");
        private static readonly Operator s_flatten = new("flatten", "using_ints");
        private static readonly Operator s_transpose = new("transpose", "int");
        private static readonly Operator s_select = new("select", "int");

        public Tensor view(params long[] shape) => s_view.Call(this, shape);

        public Tensor reshape(params long[] shape) => s_reshape.Call(this, shape);

        public Tensor flatten(long start_dim = 0, long end_dim = -1) => s_flatten.Call(this, start_dim, end_dim);

        public Tensor unflatten(long dim, params long[] sizes) => Unflatten(dim, sizes);

        public Tensor permute(params long[] permutation) => s_permute.Call(this, permutation);

        public Tensor transpose(long dim0, long dim1) => s_transpose.Call(this, dim0, dim1);

        public Tensor unsqueeze(long dim) => s_unsqueeze.Call(this, dim);

        public Tensor contiguous() => s_contiguous.Call(this);

        public Tensor clone() => s_clone.Call(this);

        public Tensor alias() => s_alias.Call(this);

        public Tensor narrow(long dim, long start, long length) => s_narrow.Call(this, dim, start, length);

        public Tensor select(long dim, long index) => s_select.Call(this, dim, index);

        public Tensor index_select(long dim, Tensor index) => s_indexSelect.Call(this, dim, index);

        public Tensor gather(long dim, Tensor index) => s_gather.Call(this, dim, index);

        /// <summary>Windows of `size` elements, `step` apart, as a new last dimension.</summary>
        public Tensor unfold(long dimension, long size, long step) => s_unfold.Call(this, dimension, size, step);

        public Tensor triu(long diagonal = 0) => s_triu.Call(this, diagonal);

        public Tensor[] chunk(long chunks, long dim = 0) => s_chunk.CallForList(this, chunks, dim);

        private Tensor Unflatten(long dim, long[] sizes)
        {
            var shape = this.shape;
            var at = (int)(dim < 0 ? dim + shape.Length : dim);
            if (at < 0 || at >= shape.Length)
            {
                throw new ArgumentOutOfRangeException(nameof(dim), dim, $"The tensor has {shape.Length} dimensions.");
            }

            return reshape([.. shape.AsSpan(0, at), .. sizes, .. shape.AsSpan(at + 1)]);
        }
    }
}
