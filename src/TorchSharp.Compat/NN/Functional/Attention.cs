using System.Globalization;
using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator s_attention = new("scaled_dot_product_attention");
            private static readonly Operator s_baddbmm = new("baddbmm");
            private static readonly bool s_hasAttention = LibtorchMajor() >= 2;

            [ThreadStatic]
            private static Tensor? s_future;

            /// <summary>
            /// softmax(q · kᵀ / √d + mask) · v over the last two dimensions ("Attention Is All You Need", section 3.2.1).
            /// libtorch 2 has this as one operator; before that it is put together from products.
            /// </summary>
            /// <param name="query">[..., L, d].</param>
            /// <param name="key">[..., S, d].</param>
            /// <param name="value">[..., S, v].</param>
            /// <param name="attn_mask">Added to the scores, or, if of booleans, true where attention may go.</param>
            /// <param name="p">The probability of dropping a weight.</param>
            /// <param name="is_casual">Whether a position sees only itself and the ones before it. (TorchSharp's spelling.)</param>
            /// <exception cref="ArgumentException">Both a mask and `is_casual` are given.</exception>
            public static Tensor scaled_dot_product_attention(
                Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0, bool is_casual = false)
            {
                if (attn_mask is not null && is_casual)
                {
                    throw new ArgumentException("Give either a mask or is_casual, not both.");
                }

                if (s_hasAttention)
                {
                    return s_attention.Call(query, key, value, attn_mask, p, is_casual);
                }

                using var scope = NewDisposeScope();
                var weights = Masked(Scores(query, key, is_casual), attn_mask).softmax(-1);
                return (p > 0 ? dropout(weights, p) : weights).matmul(value).MoveToOuterDisposeScope();
            }

            /// <summary>q · kᵀ / √d, minus infinity for the future. One operator scales, adds and multiplies where it can.</summary>
            private static Tensor Scores(Tensor query, Tensor key, bool causal)
            {
                var (queries, keys) = (query.shape, key.shape);
                var (length, width) = (queries[^2], queries[^1]);
                var scale = 1 / Math.Sqrt(width);
                if (!queries.AsSpan(..^2).SequenceEqual(keys.AsSpan(..^2)))
                {
                    var products = (query * scale).matmul(key.transpose(-2, -1));
                    return causal ? products.add(Future(length, keys[^2], query)) : products;
                }

                // Zeros with beta 1, never beta 0: with that, libtorch 1.13 multiplies the uninitialised memory of small results by zero, and
                // zero times a NaN that lies there is NaN.
                var future = causal ? Future(length, keys[^2], query) : zeros([1, 1], query.dtype, query.device);
                var scores = s_baddbmm.Call(
                    future, query.reshape(-1, length, width), key.reshape(-1, keys[^2], width).transpose(1, 2), 1, scale);
                return scores.view([.. queries.AsSpan(..^1), keys[^2]]);
            }

            private static Tensor Masked(Tensor scores, Tensor? mask) => mask switch
            {
                null => scores,
                { dtype: ScalarType.Bool } => scores.masked_fill(mask.logical_not(), double.NegativeInfinity),
                _ => scores.add(mask),
            };

            /// <summary>Minus infinity where a position would look ahead, zero elsewhere. Each thread keeps its last one.</summary>
            private static Tensor Future(long length, long sources, Tensor like)
            {
                if (s_future is { IsInvalid: false } kept && kept.dtype == like.dtype && kept.device_type == like.device_type
                    && kept.device.index == like.device.index && kept.size(0) == length && kept.size(1) == sources)
                {
                    return kept;
                }

                using var whole = full([length, sources], double.NegativeInfinity, like.dtype, like.device);
                s_future?.Dispose();
                return s_future = whole.triu(1).DetachFromDisposeScope();
            }

            private static unsafe int LibtorchMajor()
            {
                var version = Marshal.PtrToStringUTF8((IntPtr)NativeMethods.shim_libtorch_version())!;
                return int.Parse(version.Split('.')[0], CultureInfo.InvariantCulture);
            }
        }
    }
}
