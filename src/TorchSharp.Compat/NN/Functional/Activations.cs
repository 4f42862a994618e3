using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator s_relu = new("relu");
            private static readonly Operator s_reluInPlace = new("relu_");
            private static readonly Operator s_relu6 = new("relu6");
            private static readonly Operator s_relu6InPlace = new("relu6_");
            private static readonly Operator s_selu = new("selu");
            private static readonly Operator s_seluInPlace = new("selu_");
            private static readonly Operator s_hardsigmoid = new("hardsigmoid");
            private static readonly Operator s_hardsigmoidInPlace = new("hardsigmoid_");
            private static readonly Operator s_hardswish = new("hardswish");
            private static readonly Operator s_hardswishInPlace = new("hardswish_");
            private static readonly Operator s_silu = new("silu");
            private static readonly Operator s_siluInPlace = new("silu_");
            private static readonly Operator s_mish = new("mish");
            private static readonly Operator s_mishInPlace = new("mish_");
            private static readonly Operator s_leakyRelu = new("leaky_relu");
            private static readonly Operator s_elu = new("elu");
            private static readonly Operator s_celu = new("celu");
            private static readonly Operator s_gelu = new("gelu");
            private static readonly Operator s_softplus = new("softplus");
            private static readonly Operator s_hardtanh = new("hardtanh");
            private static readonly Operator s_hardtanhInPlace = new("hardtanh_");
            private static readonly Operator s_logSigmoid = new("log_sigmoid");
            private static readonly Operator s_glu = new("glu");
            private static readonly Operator s_prelu = new("prelu");

            public static Tensor relu(Tensor x, bool inplace = false) => Activate(s_relu, s_reluInPlace, x, inplace);

            public static Tensor relu6(Tensor x, bool inplace = false) => Activate(s_relu6, s_relu6InPlace, x, inplace);

            public static Tensor selu(Tensor x, bool inplace = false) => Activate(s_selu, s_seluInPlace, x, inplace);

            public static Tensor hardsigmoid(Tensor input, bool inplace = false) => Activate(s_hardsigmoid, s_hardsigmoidInPlace, input, inplace);

            public static Tensor hardswish(Tensor input, bool inplace = false) => Activate(s_hardswish, s_hardswishInPlace, input, inplace);

            public static Tensor silu(Tensor x, bool inplace = false) => Activate(s_silu, s_siluInPlace, x, inplace);

            public static Tensor mish(Tensor x, bool inplace = false) => Activate(s_mish, s_mishInPlace, x, inplace);

            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                Result(s_leakyRelu.Call(input, negative_slope), input, inplace);

            public static Tensor elu(Tensor x, double alpha, bool inplace = false) => Result(s_elu.Call(x, alpha), x, inplace);

            public static Tensor celu(Tensor x, double alpha, bool inplace = false) => Result(s_celu.Call(x, alpha), x, inplace);

            public static Tensor gelu(Tensor x, Modules.GELU.Approximate approximate, bool inplace = false) =>
                Result(s_gelu.Call(x, approximate == Modules.GELU.Approximate.tanh ? Arg.Text("tanh"u8) : Arg.Text("none"u8)), x, inplace);

            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => s_softplus.Call(x, beta, threshold);

            public static Tensor hardtanh(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false)
            {
                if (!inplace)
                {
                    return s_hardtanh.Call(x, min_val, max_val);
                }

                s_hardtanhInPlace.Run(x, min_val, max_val);
                return x;
            }

            public static Tensor logsigmoid(Tensor x) => s_logSigmoid.Call(x);

            public static Tensor glu(Tensor input, long dim = -1) => s_glu.Call(input, dim);

            public static Tensor prelu(Tensor input, Tensor weight) => s_prelu.Call(input, weight);

            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.tanh_() : x.tanh();

            /// <summary>`x / (1 + |x|)`.</summary>
            public static Tensor softsign(Tensor x, bool inplace = false)
            {
                using var size = x.abs();
                return Result(x.div(size.add_(1)), x, inplace);
            }

            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);

            private static Tensor Activate(Operator op, Operator inPlaceOp, Tensor input, bool inplace)
            {
                if (!inplace)
                {
                    return op.Call(input);
                }

                inPlaceOp.Run(input);
                return input;
            }

            private static Tensor Result(Tensor result, Tensor input, bool inplace)
            {
                if (!inplace)
                {
                    return result;
                }

                input.copy_(result);
                result.Dispose();
                return input;
            }
        }
    }
}
