using System.Collections.Immutable;
using Builder.Datasets.Transforms;
using Builder.Graph.Data;

namespace Builder.Datasets.Preparation;

/// <summary>Turns decoded pictures into what the network reads.</summary>
internal static class PictureBlock
{
    /// <summary>Above this size pictures stay bytes, which take a quarter of the memory, and become numbers batch by batch.</summary>
    private const long MostFloatBytes = 1L << 30;

    /// <summary>The prepared column: floats where they fit, else bytes.</summary>
    public static PreparedColumn Make(string name, PictureValues pictures, int? windowLength, int windowOffset, ColumnContext site)
    {
        var size = pictures.Size;
        var normalization = pictures.Normalization ?? PictureNormalization.None(size.Channels);
        ImmutableArray<long> shape = [size.Channels, size.Height, size.Width];
        var floats = pictures.Pixels.LongLength * sizeof(float) <= MostFloatBytes;
        Array values = floats ? Normalized(pictures, normalization, site) : pictures.Pixels;
        return new PreparedColumn(name, values, floats ? ElementType.Float32 : ElementType.UInt8, shape, windowLength, windowOffset)
        {
            Normalization = normalization,
            Augment = pictures.Augment,
        };
    }

    private static float[] Normalized(PictureValues pictures, PictureNormalization normalization, ColumnContext site)
    {
        var plane = pictures.Size.Height * pictures.Size.Width;
        var floats = Blocks.Allocate<float>(pictures.Rows, pictures.Size.Bytes, site);
        var numberOf = Enumerable.Range(0, pictures.Size.Channels)
            .Select(channel => Enumerable.Range(0, 256).Select(value => normalization.Apply((byte)value, channel)).ToArray())
            .ToArray();
        for (int start = 0, channel = 0; start < floats.Length; start += plane, channel = (channel + 1) % numberOf.Length)
        {
            var table = numberOf[channel];
            var bytes = pictures.Pixels.AsSpan(start, plane);
            var numbers = floats.AsSpan(start, plane);
            for (var i = 0; i < bytes.Length; i++)
            {
                numbers[i] = table[bytes[i]];
            }
        }
        return floats;
    }
}
