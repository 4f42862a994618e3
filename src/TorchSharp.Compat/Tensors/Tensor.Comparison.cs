using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Comparing, and choosing by a condition.</content>
    public partial class Tensor
    {
        private static readonly Operator s_eqTensor = new("eq", "Tensor");
        private static readonly Operator s_eqScalar = new("eq", "Scalar");
        private static readonly Operator s_gtScalar = new("gt", "Scalar");
        private static readonly Operator s_geScalar = new("ge", "Scalar");
        private static readonly Operator s_maskedFill = new("masked_fill", "Scalar");

        public Tensor eq(Tensor target) => s_eqTensor.Call(this, target);

        public Tensor eq(Scalar target) => s_eqScalar.Call(this, target);

        public Tensor gt(Scalar target) => s_gtScalar.Call(this, target);

        public Tensor ge(Scalar target) => s_geScalar.Call(this, target);

        public Tensor masked_fill(Tensor mask, Scalar value) => s_maskedFill.Call(this, mask, value);
    }
}
