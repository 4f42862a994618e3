using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Comparing, and choosing by a condition.</content>
    public partial class Tensor
    {
        private static readonly Operator s_eqTensor = new("eq", "Tensor");
        private static readonly Operator s_eqScalar = new("eq", "Scalar");
        private static readonly Operator s_neTensor = new("ne", "Tensor");
        private static readonly Operator s_neScalar = new("ne", "Scalar");
        private static readonly Operator s_ltTensor = new("lt", "Tensor");
        private static readonly Operator s_ltScalar = new("lt", "Scalar");
        private static readonly Operator s_leTensor = new("le", "Tensor");
        private static readonly Operator s_leScalar = new("le", "Scalar");
        private static readonly Operator s_gtTensor = new("gt", "Tensor");
        private static readonly Operator s_gtScalar = new("gt", "Scalar");
        private static readonly Operator s_geTensor = new("ge", "Tensor");
        private static readonly Operator s_geScalar = new("ge", "Scalar");
        private static readonly Operator s_where = new("where", "self");
        private static readonly Operator s_maskedFill = new("masked_fill", "Scalar");
        private static readonly Operator s_maskedFillInPlace = new("masked_fill_", "Scalar");
        private static readonly Operator s_maskedSelect = new("masked_select");
        private static readonly Operator s_allclose = new("allclose");

        public Tensor eq(Tensor target) => s_eqTensor.Call(this, target);

        public Tensor eq(Scalar target) => s_eqScalar.Call(this, target);

        public Tensor ne(Tensor target) => s_neTensor.Call(this, target);

        public Tensor ne(Scalar target) => s_neScalar.Call(this, target);

        public Tensor lt(Tensor target) => s_ltTensor.Call(this, target);

        public Tensor lt(Scalar target) => s_ltScalar.Call(this, target);

        public Tensor le(Tensor target) => s_leTensor.Call(this, target);

        public Tensor le(Scalar target) => s_leScalar.Call(this, target);

        public Tensor gt(Tensor target) => s_gtTensor.Call(this, target);

        public Tensor gt(Scalar target) => s_gtScalar.Call(this, target);

        public Tensor ge(Tensor target) => s_geTensor.Call(this, target);

        public Tensor ge(Scalar target) => s_geScalar.Call(this, target);

        /// <summary>This tensor where the condition holds, `y` elsewhere.</summary>
        public Tensor where(Tensor condition, Tensor y) => s_where.Call(condition, this, y);

        public Tensor masked_fill(Tensor mask, Scalar value) => s_maskedFill.Call(this, mask, value);

        public Tensor masked_fill_(Tensor mask, Scalar value)
        {
            s_maskedFillInPlace.Run(this, mask, value);
            return this;
        }

        public Tensor masked_select(Tensor mask) => s_maskedSelect.Call(this, mask);

        public bool allclose(Tensor target, double rtol = 1E-05, double atol = 1E-08, bool equal_nan = false) =>
            s_allclose.CallForBool(this, target, rtol, atol, equal_nan);
    }
}
