using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO.Hashing;
using System.Numerics;
using Builder.Datasets.Columns;
using Builder.Datasets.Pictures;
using Builder.Graph.Data;

namespace Builder.Datasets.Checks;

/// <summary>
/// Pictures that are copies of each other: the same file, or one made smaller, compressed again or a little cropped. Small pictures such as digits are alike by nature:
/// of those only equal ones are found.
/// </summary>
/// <param name="Groups">The numbers of the rows of each group.</param>
/// <param name="Compared">How many pictures were looked at.</param>
/// <param name="All">How many there are.</param>
public sealed record PictureCopies(ImmutableArray<RowNumbers> Groups, int Compared, int All)
{
    /// <summary>More pictures than this are not compared.</summary>
    private const int MostPictures = 20_000;

    /// <summary>Pictures whose shorter side is smaller show too little to be told from others of their kind.</summary>
    private const int SmallestSide = 40;

    /// <summary>From so many different bits of their gradients on, two pictures are not looked at any closer.</summary>
    private const int MostBits = 16;

    private const double Alike = 0.97;
    private const double Same = 0.99;
    private const double Similar = 0.93;
    private const double MostAlike = 0.25;
    private const int CopiesOfOne = 2;

    /// <summary>Nothing there yet.</summary>
    public static PictureCopies None { get; } = new([], 0, 0);

    /// <summary>Decodes and compares the pictures of a source, as far as time allows.</summary>
    /// <param name="pictures">The pictures; those that cannot be read are passed over.</param>
    /// <param name="budget">How long they may be decoded.</param>
    /// <param name="guard">Does something with a picture of a size while there is memory for it.</param>
    /// <param name="ct">Stops the work.</param>
    public static PictureCopies Find(PictureColumn pictures, TimeSpan budget, Func<PictureSize, Func<PictureSketch?>, PictureSketch?> guard, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentNullException.ThrowIfNull(guard);
        var watch = Stopwatch.StartNew();
        var count = Math.Min(pictures.Count, MostPictures);
        var sketches = new PictureSketch?[count];
        var looked = new ConcurrentBag<int>();
        Parallel.For(0, count, new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount }, (row, loop) =>
        {
            if (watch.Elapsed > budget)
            {
                loop.Break();
                return;
            }

            sketches[row] = Sketch(pictures, row, guard);
            looked.Add(row);
        });
        return new(Grouped(sketches, ct), looked.Count, pictures.Count);
    }

    private static PictureSketch? Sketch(PictureColumn pictures, int row, Func<PictureSize, Func<PictureSketch?>, PictureSketch?> guard)
    {
        try
        {
            var size = pictures.Size(row);
            return guard(size, () => PictureSketch.Of(pictures.Decode(row), size, Math.Min(size.Width, size.Height) < SmallestSide));
        }
        catch (DataException)
        {
            // What cannot be read is told elsewhere.
            return null;
        }
    }

    private static ImmutableArray<RowNumbers> Grouped(PictureSketch?[] sketches, CancellationToken ct)
    {
        var found = new (int Row, double Share)[sketches.Length];
        var firsts = new List<int>();
        var equal = new Dictionary<ulong, int>();
        var strays = 0;
        for (var row = 0; row < sketches.Length; row++)
        {
            ct.ThrowIfCancellationRequested();
            found[row] = (row, 0);
            if (sketches[row] is not { IsPlain: false } sketch)
            {
                continue;
            }

            if (!equal.TryAdd(sketch.Pixels, row))
            {
                found[row] = (equal[sketch.Pixels], 1);
                continue;
            }

            if (sketch.IsSmall)
            {
                continue;
            }

            found[row] = Nearest(sketches, firsts, row);
            strays += found[row].Share is >= Similar and < Alike ? 1 : 0;
            if (found[row].Share < Alike)
            {
                firsts.Add(row);
            }
        }

        // The first that a picture agrees with may itself be a copy.
        var least = Least(found, strays);
        var first = new int[found.Length];
        for (var row = 0; row < first.Length; row++)
        {
            first[row] = found[row].Share >= least ? first[found[row].Row] : row;
        }

        return [.. Enumerable.Range(0, first.Length).Where(row => first[row] != row).GroupBy(row => first[row]).Select(group => RowNumbers.Of(group.Prepend(group.Key).Select(row => row + 1)))];
    }

    /// <summary>
    /// How well pictures of a source have to agree to be copies. Where they are merely similar more often than nearly the same, or large groups of them are nearly the same
    /// as scans of one form are, that is the nature of what they show.
    /// </summary>
    private static double Least((int Row, double Share)[] found, int strays)
    {
        var alike = found.Where(f => f.Share is >= Alike and < 1).ToArray();
        var isNature = alike.Length > found.Length * MostAlike && alike.Length > alike.Select(f => f.Row).Distinct().Count() * CopiesOfOne;
        return isNature ? 1 : alike.Count(f => f.Share < Same) > strays ? Alike : Same;
    }

    private static (int Row, double Share) Nearest(PictureSketch?[] sketches, List<int> firsts, int row)
    {
        var (nearest, best) = (row, 0.0);
        var sketch = sketches[row]!;
        foreach (var other in firsts)
        {
            if (BitOperations.PopCount(sketch.Gradients ^ sketches[other]!.Gradients) <= MostBits && sketch.Likeness(sketches[other]!) is var share && share > best)
            {
                (nearest, best) = (other, share);
            }
        }

        return (nearest, best);
    }
}

/// <summary>What is kept of a picture to compare it with others.</summary>
public sealed class PictureSketch
{
    private const int Side = 32;
    private const int Grid = 16;

    /// <summary>Brightness that spreads less, in steps of 255, is a plain ground.</summary>
    private const double Plainest = 4;

    /// <summary>Mean colours of copies differ at most by so many steps of 255.</summary>
    private const double MostColour = 16;

    /// <summary>Pictures that are further from each other as a whole are no crops of each other either.</summary>
    private const double WorthACrop = 0.75;

    private static readonly double[] s_crops = [0.95, 0.9, 0.85];
    private static readonly double[] s_places = [0, 0.5, 1];

    private readonly byte[] _grey;
    private readonly double[] _colour;

    private PictureSketch(byte[] grey, double[] colour, ulong gradients, ulong pixels, bool isPlain, bool isSmall) =>
        (_grey, _colour, Gradients, Pixels, IsPlain, IsSmall) = (grey, colour, gradients, pixels, isPlain, isSmall);

    /// <summary>For each of 8 × 8 places whether it is darker than its right neighbour (Krawetz' dHash).</summary>
    public ulong Gradients { get; }

    /// <summary>A hash of all pixels.</summary>
    public ulong Pixels { get; }

    /// <summary>One colour all over.</summary>
    public bool IsPlain { get; }

    /// <summary>Too small for anything but equality.</summary>
    public bool IsSmall { get; }

    /// <summary>Sketches a picture.</summary>
    /// <param name="pixels">Channel after channel, one byte a value.</param>
    /// <param name="size">Its size.</param>
    /// <param name="isSmall">Whether only its pixels matter.</param>
    public static PictureSketch Of(byte[] pixels, PictureSize size, bool isSmall)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        var (grey, cells) = (new byte[Side * Side], new byte[9 * 8]);
        PictureResize.Fit(pixels, size, new PictureSize(1, Side, Side), grey);
        PictureResize.Fit(grey, new PictureSize(1, Side, Side), new PictureSize(1, 8, 9), cells);
        var gradients = 0UL;
        for (var i = 0; i < 64; i++)
        {
            var place = (i / 8 * 9) + (i % 8);
            gradients |= cells[place] < cells[place + 1] ? 1UL << i : 0;
        }

        var plane = size.Width * size.Height;
        double[] colour = [.. Enumerable.Range(0, 3).Select(channel => Mean(pixels.AsSpan(Math.Min(channel, size.Channels - 1) * plane, plane)))];
        var hash = new XxHash64(plane);
        hash.Append(pixels);
        return new PictureSketch(isSmall ? [] : grey, colour, gradients, hash.GetCurrentHashAsUInt64(), Deviation(grey) < Plainest, isSmall);
    }

    /// <summary>How well two pictures agree, as they are or where one is a crop of the other: the correlation of their brightness, 1 for the same.</summary>
    public double Likeness(PictureSketch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (_colour.Zip(other._colour).Any(c => Math.Abs(c.First - c.Second) > MostColour))
        {
            return 0;
        }

        var (mine, its) = (View(1, 0, 0), other.View(1, 0, 0));
        var best = Correlation(mine, its);
        if (best is < WorthACrop or > 0.995)
        {
            return best;
        }

        foreach (var crop in s_crops)
        {
            foreach (var across in s_places)
            {
                foreach (var down in s_places)
                {
                    best = Math.Max(best, Math.Max(Correlation(View(crop, across, down), its), Correlation(mine, other.View(crop, across, down))));
                }
            }
        }

        return best;
    }

    /// <summary>A square part of the picture on a coarse grid.</summary>
    private double[] View(double crop, double across, double down)
    {
        var view = new double[Grid * Grid];
        var step = crop * Side / Grid;
        var (left, top) = ((1 - crop) * across * Side, (1 - crop) * down * Side);
        for (var i = 0; i < view.Length; i++)
        {
            view[i] = At(left + (((i % Grid) + 0.5) * step) - 0.5, top + (((i / Grid) + 0.5) * step) - 0.5);
        }

        return view;
    }

    private double At(double x, double y)
    {
        (x, y) = (Math.Clamp(x, 0, Side - 1), Math.Clamp(y, 0, Side - 1));
        var (left, top) = ((int)x, (int)y);
        var (right, bottom) = (Math.Min(left + 1, Side - 1), Math.Min(top + 1, Side - 1));
        var upper = double.Lerp(_grey[(top * Side) + left], _grey[(top * Side) + right], x - left);
        var lower = double.Lerp(_grey[(bottom * Side) + left], _grey[(bottom * Side) + right], x - left);
        return double.Lerp(upper, lower, y - top);
    }

    private static double Correlation(double[] one, double[] other)
    {
        var (a, b) = (one.Average(), other.Average());
        double both = 0, first = 0, second = 0;
        for (var i = 0; i < one.Length; i++)
        {
            both += (one[i] - a) * (other[i] - b);
            first += (one[i] - a) * (one[i] - a);
            second += (other[i] - b) * (other[i] - b);
        }

        return first > 0 && second > 0 ? both / Math.Sqrt(first * second) : 0;
    }

    private static double Mean(ReadOnlySpan<byte> values)
    {
        var sum = 0L;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / (double)values.Length;
    }

    private static double Deviation(byte[] values)
    {
        var mean = Mean(values);
        return Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
    }
}
