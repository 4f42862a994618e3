using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Matrix products.</content>
    public partial class Tensor
    {
        private static readonly Operator s_matmul = new("matmul");
        private static readonly Operator s_mm = new("mm");
        private static readonly Operator s_bmm = new("bmm");
        private static readonly Operator s_mv = new("mv");
        private static readonly Operator s_outer = new("outer");
        private static readonly Operator s_addmm = new("addmm");

        public Tensor matmul(Tensor target) => s_matmul.Call(this, target);

        public Tensor mm(Tensor target) => s_mm.Call(this, target);

        public Tensor bmm(Tensor batch2) => s_bmm.Call(this, batch2);

        public Tensor mv(Tensor target) => s_mv.Call(this, target);

        public Tensor outer(Tensor vec2) => s_outer.Call(this, vec2);

        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            s_addmm.Call(this, mat1, mat2, (double)beta, (double)alpha);
    }
}
