using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Comparing, and choosing by a condition.</content>
    public partial class Tensor
    {
        private static readonly Operator s_eqTensor = new("eq", "Tensor");
        private static readonly Operator s_eqScalar = new("eq", "Scalar");
        private static readonly Operator s_ltScalar = new("lt", "Scalar");
        private static readonly Operator s_gtTensor = new("gt", "Tensor");
        private static readonly Operator s_gtScalar = new("gt", "Scalar");
        private static readonly Operator s_geScalar = new("ge", "Scalar");
        private static readonly Operator s_maskedFill = new("masked_fill", "Scalar");
        private static readonly Operator s_allclose = new("allclose");

        public Tensor eq(Tensor target) => s_eqTensor.Call(this, target);

        public Tensor eq(Scalar target) => s_eqScalar.Call(this, target);

        public Tensor lt(Scalar target) => s_ltScalar.Call(this, target);

        public Tensor gt(Tensor target) => s_gtTensor.Call(this, target);

        public Tensor gt(Scalar target) => s_gtScalar.Call(this, target);

        public Tensor ge(Scalar target) => s_geScalar.Call(this, target);

        public Tensor masked_fill(Tensor mask, Scalar value) => s_maskedFill.Call(this, mask, value);

        public bool allclose(Tensor target, double rtol = 1E-05, double atol = 1E-08, bool equal_nan = false) =>
            s_allclose.CallForBool(this, target, rtol, atol, equal_nan);
    }
}
