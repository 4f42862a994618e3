using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Element by element, on one tensor. A name that ends in _ changes the tensor and returns it.</content>
    public partial class Tensor
    {
        private static readonly Operator s_abs = new("abs");
        private static readonly Operator s_absInPlace = new("abs_");
        private static readonly Operator s_neg = new("neg");
        private static readonly Operator s_negInPlace = new("neg_");
        private static readonly Operator s_exp = new("exp");
        private static readonly Operator s_expInPlace = new("exp_");
        private static readonly Operator s_expm1 = new("expm1");
        private static readonly Operator s_expm1InPlace = new("expm1_");
        private static readonly Operator s_log = new("log");
        private static readonly Operator s_logInPlace = new("log_");
        private static readonly Operator s_log1p = new("log1p");
        private static readonly Operator s_log1pInPlace = new("log1p_");
        private static readonly Operator s_log2 = new("log2");
        private static readonly Operator s_log2InPlace = new("log2_");
        private static readonly Operator s_sqrt = new("sqrt");
        private static readonly Operator s_sqrtInPlace = new("sqrt_");
        private static readonly Operator s_rsqrt = new("rsqrt");
        private static readonly Operator s_rsqrtInPlace = new("rsqrt_");
        private static readonly Operator s_square = new("square");
        private static readonly Operator s_reciprocal = new("reciprocal");
        private static readonly Operator s_reciprocalInPlace = new("reciprocal_");
        private static readonly Operator s_sign = new("sign");
        private static readonly Operator s_signInPlace = new("sign_");
        private static readonly Operator s_sin = new("sin");
        private static readonly Operator s_sinInPlace = new("sin_");
        private static readonly Operator s_cos = new("cos");
        private static readonly Operator s_cosInPlace = new("cos_");
        private static readonly Operator s_tanh = new("tanh");
        private static readonly Operator s_tanhInPlace = new("tanh_");
        private static readonly Operator s_sigmoid = new("sigmoid");
        private static readonly Operator s_sigmoidInPlace = new("sigmoid_");
        private static readonly Operator s_erf = new("erf");
        private static readonly Operator s_erfInPlace = new("erf_");
        private static readonly Operator s_floor = new("floor");
        private static readonly Operator s_floorInPlace = new("floor_");
        private static readonly Operator s_ceil = new("ceil");
        private static readonly Operator s_ceilInPlace = new("ceil_");
        private static readonly Operator s_roundDecimals = new("round", "decimals");
        private static readonly Operator s_trunc = new("trunc");
        private static readonly Operator s_truncInPlace = new("trunc_");
        private static readonly Operator s_relu = new("relu");
        private static readonly Operator s_reluInPlace = new("relu_");
        private static readonly Operator s_isnan = new("isnan");
        private static readonly Operator s_isinf = new("isinf");
        private static readonly Operator s_isfinite = new("isfinite");
        private static readonly Operator s_logicalNot = new("logical_not");

        public Tensor abs() => s_abs.Call(this);

        public Tensor abs_() => InPlace(s_absInPlace);

        public Tensor neg() => s_neg.Call(this);

        public Tensor neg_() => InPlace(s_negInPlace);

        public Tensor exp() => s_exp.Call(this);

        public Tensor exp_() => InPlace(s_expInPlace);

        public Tensor expm1() => s_expm1.Call(this);

        public Tensor expm1_() => InPlace(s_expm1InPlace);

        public Tensor log() => s_log.Call(this);

        public Tensor log_() => InPlace(s_logInPlace);

        public Tensor log1p() => s_log1p.Call(this);

        public Tensor log1p_() => InPlace(s_log1pInPlace);

        public Tensor log2() => s_log2.Call(this);

        public Tensor log2_() => InPlace(s_log2InPlace);

        public Tensor sqrt() => s_sqrt.Call(this);

        public Tensor sqrt_() => InPlace(s_sqrtInPlace);

        public Tensor rsqrt() => s_rsqrt.Call(this);

        public Tensor rsqrt_() => InPlace(s_rsqrtInPlace);

        public Tensor square() => s_square.Call(this);

        public Tensor reciprocal() => s_reciprocal.Call(this);

        public Tensor reciprocal_() => InPlace(s_reciprocalInPlace);

        public Tensor sign() => s_sign.Call(this);

        public Tensor sign_() => InPlace(s_signInPlace);

        public Tensor sin() => s_sin.Call(this);

        public Tensor sin_() => InPlace(s_sinInPlace);

        public Tensor cos() => s_cos.Call(this);

        public Tensor cos_() => InPlace(s_cosInPlace);

        public Tensor tanh() => s_tanh.Call(this);

        public Tensor tanh_() => InPlace(s_tanhInPlace);

        public Tensor sigmoid() => s_sigmoid.Call(this);

        public Tensor sigmoid_() => InPlace(s_sigmoidInPlace);

        public Tensor erf() => s_erf.Call(this);

        public Tensor erf_() => InPlace(s_erfInPlace);

        public Tensor floor() => s_floor.Call(this);

        public Tensor floor_() => InPlace(s_floorInPlace);

        public Tensor ceil() => s_ceil.Call(this);

        public Tensor ceil_() => InPlace(s_ceilInPlace);

        public Tensor round(long decimals = 0) => s_roundDecimals.Call(this, decimals);

        public Tensor trunc() => s_trunc.Call(this);

        public Tensor trunc_() => InPlace(s_truncInPlace);

        public Tensor relu() => s_relu.Call(this);

        public Tensor relu_() => InPlace(s_reluInPlace);

        public Tensor isnan() => s_isnan.Call(this);

        public Tensor isinf() => s_isinf.Call(this);

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
