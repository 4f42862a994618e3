using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator s_dropout = new("dropout");
            private static readonly Operator s_dropoutInPlace = new("dropout_");
            private static readonly Operator s_featureDropout = new("feature_dropout");
            private static readonly Operator s_featureDropoutInPlace = new("feature_dropout_");

            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                Drop(inplace ? s_dropoutInPlace : s_dropout, input, p, training, inplace);

            /// <summary>Drops whole channels of [N, C, H, W].</summary>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                Drop(inplace ? s_featureDropoutInPlace : s_featureDropout, input, p, training, inplace);

            private static Tensor Drop(Operator op, Tensor input, double p, bool training, bool inplace)
            {
                if (!inplace)
                {
                    return op.Call(input, p, training);
                }

                op.Run(input, p, training);
                return input;
            }
        }
    }
}
