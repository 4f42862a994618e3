using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Element by element, on one tensor. A name that ends in _ changes the tensor and returns it.</content>
    public partial class Tensor
    {
        private static readonly Operator s_abs = new("abs");
        private static readonly Operator s_neg = new("neg");
        private static readonly Operator s_exp = new("exp");
        private static readonly Operator s_log = new("log");
        private static readonly Operator s_sqrt = new("sqrt");
        private static readonly Operator s_sqrtInPlace = new("sqrt_");
        private static readonly Operator s_rsqrt = new("rsqrt");
        private static readonly Operator s_square = new("square");
        private static readonly Operator s_sin = new("sin");
        private static readonly Operator s_cos = new("cos");
        private static readonly Operator s_tanh = new("tanh");
        private static readonly Operator s_tanhInPlace = new("tanh_");
        private static readonly Operator s_sigmoid = new("sigmoid");
        private static readonly Operator s_roundDecimals = new("round", "decimals");
        private static readonly Operator s_relu = new("relu");
        private static readonly Operator s_isfinite = new("isfinite");
        private static readonly Operator s_logicalNot = new("logical_not");

        public Tensor abs() => s_abs.Call(this);

        public Tensor neg() => s_neg.Call(this);

        public Tensor exp() => s_exp.Call(this);

        public Tensor log() => s_log.Call(this);

        public Tensor sqrt() => s_sqrt.Call(this);

        public Tensor sqrt_() => InPlace(s_sqrtInPlace);

        public Tensor rsqrt() => s_rsqrt.Call(this);

        public Tensor square() => s_square.Call(this);

        public Tensor sin() => s_sin.Call(this);

        public Tensor cos() => s_cos.Call(this);

        public Tensor tanh() => s_tanh.Call(this);

        public Tensor tanh_() => InPlace(s_tanhInPlace);

        public Tensor sigmoid() => s_sigmoid.Call(this);

        public Tensor round(long decimals = 0) => s_roundDecimals.Call(this, decimals);

        public Tensor relu() => s_relu.Call(this);

        public Tensor isfinite() => s_isfinite.Call(this);

        public Tensor logical_not() => s_logicalNot.Call(this);

        private Tensor InPlace(Operator op)
        {
            op.Run(this);
            return this;
        }

        private Tensor InPlace(Operator op, Arg argument)
        {
            op.Run(this, argument);
            return this;
        }
    }
}
