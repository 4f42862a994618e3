namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// softmax(q · kᵀ / √d + mask) · v, over the last two dimensions ("Attention Is All You Need", section 3.2.1).
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

                using var scope = NewDisposeScope();
                var scores = Scores(query, key, attn_mask, is_casual);
                var weights = scores.softmax(-1);
                if (p > 0)
                {
                    weights = dropout(weights, p);
                }

                return weights.matmul(value).MoveToOuterDisposeScope();
            }

            private static Tensor Scores(Tensor query, Tensor key, Tensor? mask, bool causal)
            {
                var scale = 1 / Math.Sqrt(query.size(-1));
                var products = (query * scale).matmul(key.transpose(-2, -1));
                if (mask is not null)
                {
                    return mask.dtype == ScalarType.Bool
                        ? products.masked_fill(mask.logical_not(), double.NegativeInfinity)
                        : products.add(mask);
                }

                return causal ? products.add(Future(products)) : products;
            }

            /// <summary>Minus infinity where a position would look ahead, zero elsewhere.</summary>
            private static Tensor Future(Tensor scores) =>
                full([scores.size(-2), scores.size(-1)], double.NegativeInfinity, scores.dtype, scores.device).triu(1);
        }
    }
}
