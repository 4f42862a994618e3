using System.Collections.Immutable;

namespace Builder.Datasets.Transforms;

/// <summary>How a byte of a picture becomes the number that the network reads: (byte ÷ 255 − mean) ÷ standard deviation.</summary>
/// <param name="Mean">For each channel, in values between 0 and 1.</param>
/// <param name="Std">For each channel, in values between 0 and 1; never 0.</param>
public sealed record PictureNormalization(ImmutableArray<float> Mean, ImmutableArray<float> Std)
{
    /// <summary>Only the division by 255.</summary>
    public static PictureNormalization None(int channels) =>
        new([.. Enumerable.Repeat(0f, channels)], [.. Enumerable.Repeat(1f, channels)]);

    /// <summary>The number of a byte of the given channel.</summary>
    public float Apply(byte value, int channel) => (value / 255f - Mean[channel]) / Std[channel];
}
