using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private const long IgnoredTarget = -100;
            private static readonly Operator s_mseLoss = new("mse_loss");
            private static readonly Operator s_l1Loss = new("l1_loss");
            private static readonly Operator s_huberLoss = new("huber_loss");
            private static readonly Operator s_smoothL1Loss = new("smooth_l1_loss");
            private static readonly Operator s_crossEntropyLoss = new("cross_entropy_loss");
            private static readonly Operator s_nllLoss = new("nll_loss_nd");
            private static readonly Operator s_binaryCrossEntropyWithLogits = new("binary_cross_entropy_with_logits");
            private static readonly Operator s_klDiv = new("kl_div");
            private static readonly Operator s_cosineEmbeddingLoss = new("cosine_embedding_loss");
            private static readonly Operator s_multiMarginLoss = new("multi_margin_loss");

            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                s_mseLoss.Call(input, target, (long)reduction);

            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                s_l1Loss.Call(input, target, (long)reduction);

            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1, Reduction reduction = Reduction.Mean) =>
                s_huberLoss.Call(input, target, (long)reduction, delta);

            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1) =>
                s_smoothL1Loss.Call(input, target, (long)reduction, beta);

            /// <summary>`input`: scores [N, C, ...]; `target`: class numbers (int64) or class probabilities.</summary>
            public static Tensor cross_entropy(
                Tensor input,
                Tensor target,
                Tensor? weight = null,
                long ignore_index = -100,
                Reduction reduction = Reduction.Mean,
                double label_smoothing = 0) =>
                s_crossEntropyLoss.Call(input, target, weight, (long)reduction, ignore_index, label_smoothing);

            /// <summary>`input`: logarithms of probabilities [N, C, ...]; `target`: class numbers.</summary>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                s_nllLoss.Call(input, target, weight, (long)reduction, IgnoredTarget);

            public static Tensor binary_cross_entropy_with_logits(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                s_binaryCrossEntropyWithLogits.Call(input, target, weight, pos_weights, (long)reduction);

            /// <summary>Mean is over all elements. Note TorchSharp's default for `log_target`, which differs from PyTorch's.</summary>
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                s_klDiv.Call(input, target, (long)reduction, log_target);

            public static Tensor cosine_embedding_loss(
                Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean) =>
                s_cosineEmbeddingLoss.Call(input1, input2, target, margin, (long)reduction);

            public static Tensor multi_margin_loss(
                Tensor input, Tensor target, int p = 1, double margin = 1, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                s_multiMarginLoss.Call(input, target, (long)p, margin, weight, (long)reduction);
        }
    }
}
