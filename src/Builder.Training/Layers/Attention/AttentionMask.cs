using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>What is added to attention scores so that padding, and with it the future, is not looked at.</summary>
internal static class AttentionMask
{
    /// <summary>
    /// Added to a score, this makes its weight exactly 0. It is finite, so that a sequence of nothing but padding gives plain averages and
    /// not NaN as with minus infinity.
    /// </summary>
    private const double Hidden = -1e9;

    /// <summary>
    /// A mask for [N, heads, T, S]; null without padding, where causal attention needs none. <paramref name="padding"/> [N, S] has 1 where a
    /// step is padding.
    /// </summary>
    public static Tensor? Of(Tensor? padding, Tensor query, bool causal)
    {
        if (padding is null)
        {
            return null;
        }

        var steps = padding.to_type(query.dtype).unsqueeze(1).unsqueeze(1) * Hidden;
        return causal ? steps + full([query.size(1), padding.size(1)], Hidden, query.dtype, query.device).triu(1) : steps;
    }
}
