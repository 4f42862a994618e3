using System.Collections.Immutable;
using Builder.Datasets.Pictures;
using Builder.Graph.Data;

namespace Builder.Datasets.Transforms.Steps;

/// <summary>Pictures of one size and number of channels: bytes [C, H, W].</summary>
/// <param name="Channels">1 for grey, 3 for colour.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Width">Width in pixels.</param>
public sealed record FittedResize(int Channels, int Height, int Width) : FittedStep
{
    private const int LargestSide = 8192;

    /// <summary>Takes the size that the document gives, or else the one that all pictures share.</summary>
    internal static FittedResize Fit(Resize? transform, ColumnValues values, ColumnContext site)
    {
        var pictures = values as UndecodedPictures ?? throw TransformErrors.NeedsPictures(site);
        if (transform is null)
        {
            return pictures.Column.CommonSize() is { } own
                ? new FittedResize(own.Channels, own.Height, own.Width)
                : throw TransformErrors.PicturesDiffer(site);
        }
        return transform is { Height: >= 1 and <= LargestSide, Width: >= 1 and <= LargestSide, Channels: 1 or 3 }
            ? new FittedResize(transform.Channels, transform.Height, transform.Width)
            : throw TransformErrors.BadPictureSize(site, transform, LargestSide);
    }

    internal override ColumnValues Apply(ColumnValues values, ColumnContext site)
    {
        var pictures = values as UndecodedPictures ?? throw TransformErrors.NeedsPictures(site);
        var size = new PictureSize(Channels, Height, Width);
        Blocks.CheckRoom<byte>(pictures.Rows, size.Bytes, site);
        var pixels = pictures.Column.Decode(size, pictures.Cancellation);
        return new PictureValues(pixels, pictures.Rows, size);
    }
}

/// <summary>Random changes of training pictures; made anew for every batch, so nothing happens to the stored pixels.</summary>
/// <param name="Changes">Which changes.</param>
public sealed record FittedAugment(Augment Changes) : FittedStep
{
    /// <summary>Learns nothing: the changes are given.</summary>
    internal static FittedAugment Fit(Augment transform, ColumnValues values, ColumnContext site)
    {
        var pictures = values as PictureValues ?? throw TransformErrors.NeedsPictures(site);
        var shortest = Math.Min(pictures.Size.Height, pictures.Size.Width);
        return transform is { Crop: >= 0, Rotate: >= 0 and <= 180, Noise: >= 0 and <= 1 } && transform.Crop < shortest
            ? new FittedAugment(transform)
            : throw TransformErrors.BadAugmentation(site, shortest);
    }

    internal override ColumnValues Apply(ColumnValues values, ColumnContext site) => values is PictureValues pictures
        ? pictures with { Augment = Changes }
        : throw TransformErrors.NeedsPictures(site);
}

/// <summary>(value − mean) ÷ standard deviation for each channel, of values between 0 and 1.</summary>
/// <param name="Mean">A mean for each channel.</param>
/// <param name="Std">A standard deviation for each channel; 1 for a channel that never varies.</param>
public sealed record FittedNormalize(ImmutableArray<float> Mean, ImmutableArray<float> Std) : FittedStep
{
    /// <summary>Takes what the document gives, and the rest from the training pictures.</summary>
    internal static FittedNormalize Fit(Normalize transform, ColumnValues values, ReadOnlySpan<int> trainRows, ColumnContext site)
    {
        var pictures = values as PictureValues ?? throw TransformErrors.NeedsPictures(site);
        var channels = pictures.Size.Channels;
        CheckGiven(transform.Mean, channels, site);
        CheckGiven(transform.Std, channels, site);
        if (transform.Std.Any(std => !(std > 0)))
        {
            throw TransformErrors.BadNormalization(site, channels);
        }
        var counts = ByteCounts(pictures, trainRows);
        var fitted = counts.Select(MeanAndStd).ToArray();
        return new FittedNormalize(
            transform.Mean.IsEmpty ? [.. fitted.Select(f => (float)f.Mean)] : [.. transform.Mean.Select(mean => (float)mean)],
            transform.Std.IsEmpty ? [.. fitted.Select(f => (float)f.Std)] : [.. transform.Std.Select(std => (float)std)]);
    }

    internal override ColumnValues Apply(ColumnValues values, ColumnContext site) => values is PictureValues pictures
        ? pictures with { Normalization = new PictureNormalization(Mean, Std) }
        : throw TransformErrors.NeedsPictures(site);

    /// <inheritdoc/>
    public bool Equals(FittedNormalize? other) => other is not null && Mean.SequenceEqual(other.Mean) && Std.SequenceEqual(other.Std);

    /// <inheritdoc/>
    public override int GetHashCode() => Mean.Length;

    private static void CheckGiven(ImmutableArray<double> given, int channels, ColumnContext site)
    {
        if (!given.IsEmpty && (given.Length != channels || !given.All(double.IsFinite)))
        {
            throw TransformErrors.BadNormalization(site, channels);
        }
    }

    /// <summary>How often each byte occurs in each channel: the exact sums, whatever the number of pictures.</summary>
    private static long[][] ByteCounts(PictureValues pictures, ReadOnlySpan<int> trainRows)
    {
        var (channels, plane) = (pictures.Size.Channels, pictures.Size.Height * pictures.Size.Width);
        var counts = Enumerable.Range(0, channels).Select(_ => new long[256]).ToArray();
        foreach (var row in trainRows)
        {
            for (var channel = 0; channel < channels; channel++)
            {
                var start = checked((int)(((long)row * channels + channel) * plane));
                foreach (var value in pictures.Pixels.AsSpan(start, plane))
                {
                    counts[channel][value]++;
                }
            }
        }
        return counts;
    }

    private static (double Mean, double Std) MeanAndStd(long[] counts)
    {
        double total = counts.Sum();
        var mean = counts.Select((count, value) => count * (value / 255.0)).Sum() / total;
        var variance = counts.Select((count, value) => count * Math.Pow(value / 255.0 - mean, 2)).Sum() / total;
        return (mean, variance > 0 ? Math.Sqrt(variance) : 1);
    }
}
