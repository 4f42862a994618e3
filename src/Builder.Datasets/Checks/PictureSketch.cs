using System.IO.Hashing;
using System.Numerics;
using Builder.Datasets.Pictures;

namespace Builder.Datasets.Checks;

/// <summary>What is kept of a picture to compare it with others.</summary>
public sealed class PictureSketch
{
    /// <summary>Pixels along each side of the sketch, whatever the picture's own shape.</summary>
    internal const int Side = 48;

    /// <summary>Brightness that spreads less, in steps of 255, is a plain ground.</summary>
    private const double Plainest = 2;

    /// <summary>Mean colours of copies differ at most by so many steps of 255; those of a crop may be without a white border.</summary>
    private const double MostColour = 16;
    private const double MostColourOfCrop = 32;

    /// <summary>Steps of 255 by which a copy's colours may differ where its brightness is left aside: compressing changes them less.</summary>
    private const double MostTint = 6;

    /// <summary>Widths ÷ heights of copies differ at most by this factor: a crop may take more from one side.</summary>
    private const double MostShape = 1.25;

    /// <summary>Frequencies along each side that are hashed, and of how many of their signs copies may differ.</summary>
    private const int Frequencies = 8;
    private const int MostFrequencies = 20;

    /// <summary>Neighbours that differ by fewer steps of 255 say nothing, as on the ground of a drawing; of the others at most one in three has another sign.</summary>
    private const int Weakest = 3;
    private const int SignsForOneOther = 3;
    private const int GradientsAcross = 9;
    private const int GradientsDown = 8;

    private static readonly double[] s_cosines =
        [.. Enumerable.Range(0, Frequencies * Side).Select(i => Math.Cos(Math.PI * (i / Side) * ((i % Side) + 0.5) / Side))];

    /// <summary>A crop may hash quite unlike the whole, so that parts of these sizes at these places are hashed as well, in pixels of the sketch.</summary>
    private static readonly int[] s_parts = [Side * 15 / 16, Side * 7 / 8];
    private static readonly double[] s_places = [0, 1];

    private readonly byte[] _grey;
    private readonly double[] _colour;
    private readonly double _shape;
    private readonly Hashes _whole;
    private readonly Hashes[] _parts;

    private PictureSketch(byte[] grey, double[] colour, double shape)
    {
        (_grey, _colour, _shape, _whole) = (grey, colour, shape, Hashes.Of(grey));
        _parts = PictureAgreement.IsFull(grey) ? [.. s_parts.SelectMany(size => Corners(Side - size).Select(corner => Hashes.Of(Part(grey, corner.Left, corner.Top, size))))] : [];
    }

    /// <summary>A hash of all pixels.</summary>
    public ulong Pixels { get; private init; }

    /// <summary>One colour all over.</summary>
    public bool IsPlain { get; private init; }

    /// <summary>Too small for anything but equality.</summary>
    public bool IsSmall { get; private init; }

    /// <summary>The picture in grey, row after row.</summary>
    internal ReadOnlySpan<byte> Grey => _grey;

    /// <summary>Sketches a picture.</summary>
    /// <param name="pixels">Channel after channel, one byte a value.</param>
    /// <param name="size">Its size.</param>
    /// <param name="isSmall">Whether only its pixels matter.</param>
    public static PictureSketch Of(byte[] pixels, PictureSize size, bool isSmall)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        var grey = new byte[Side * Side];
        PictureResize.Fit(pixels, size, new PictureSize(1, Side, Side), grey);
        var plane = size.Width * size.Height;
        double[] colour = [.. Enumerable.Range(0, 3).Select(channel => Mean(pixels.AsSpan(Math.Min(channel, size.Channels - 1) * plane, plane)))];
        var hash = new XxHash64(plane);
        hash.Append(pixels);
        return new PictureSketch(grey, colour, (double)size.Width / size.Height) { Pixels = hash.GetCurrentHashAsUInt64(), IsPlain = Deviation(grey) < Plainest, IsSmall = isSmall };
    }

    /// <summary>How far the hashes of two pictures are apart, as wholes or where one may be a part of the other; null where they cannot be copies of each other.</summary>
    internal int? Distance(PictureSketch other)
    {
        if (ColourFrom(other) > MostColourOfCrop || Math.Max(_shape, other._shape) > Math.Min(_shape, other._shape) * MostShape)
        {
            return null;
        }

        var least = _whole.Distance(other._whole);
        foreach (var part in _parts)
        {
            least = Math.Min(least, part.Distance(other._whole));
        }

        foreach (var part in other._parts)
        {
            least = Math.Min(least, part.Distance(_whole));
        }

        return least <= MostFrequencies ? least : null;
    }

    /// <summary>Whether two pictures have the same colours on the whole.</summary>
    internal bool HasColoursOf(PictureSketch other) => ColourFrom(other) <= MostColour && TintFrom(other) <= MostTint;

    private double ColourFrom(PictureSketch other) =>
        Math.Max(Math.Abs(_colour[0] - other._colour[0]), Math.Max(Math.Abs(_colour[1] - other._colour[1]), Math.Abs(_colour[2] - other._colour[2])));

    private double TintFrom(PictureSketch other)
    {
        double[] differences = [_colour[0] - other._colour[0], _colour[1] - other._colour[1], _colour[2] - other._colour[2]];
        return differences.Max() - differences.Min();
    }

    private static IEnumerable<(int Left, int Top)> Corners(int room) =>
        s_places.SelectMany(across => s_places.Select(down => ((int)(room * across), (int)(room * down)))).Append((room / 2, room / 2));

    private static byte[] Part(byte[] grey, int left, int top, int size)
    {
        var (part, whole) = (new byte[size * size], new byte[Side * Side]);
        for (var y = 0; y < size; y++)
        {
            grey.AsSpan(((top + y) * Side) + left, size).CopyTo(part.AsSpan(y * size));
        }

        PictureResize.Fit(part, new PictureSize(1, size, size), new PictureSize(1, Side, Side), whole);
        return whole;
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

    /// <summary>Two hashes that know nothing of each other.</summary>
    /// <param name="Gradients">For each of 8 × 8 places whether it is darker than its right neighbour (Krawetz' dHash).</param>
    /// <param name="Strong">Whether it differs from it at all.</param>
    /// <param name="Waves">For each of the lowest frequencies but the mean whether it is stronger than their median (pHash): of drawings on a plain ground, too, each tells something.</param>
    private readonly record struct Hashes(ulong Gradients, ulong Strong, ulong Waves)
    {
        public static Hashes Of(byte[] grey)
        {
            var cells = new byte[GradientsAcross * GradientsDown];
            PictureResize.Fit(grey, new PictureSize(1, Side, Side), new PictureSize(1, GradientsDown, GradientsAcross), cells);
            var (gradients, strong) = (0UL, 0UL);
            for (var i = 0; i < 64; i++)
            {
                var place = (i / 8 * GradientsAcross) + (i % 8);
                gradients |= cells[place] < cells[place + 1] ? 1UL << i : 0;
                strong |= Math.Abs(cells[place] - cells[place + 1]) >= Weakest ? 1UL << i : 0;
            }

            return new(gradients, strong, WavesOf(grey));
        }

        /// <summary>Of how many frequencies the sign differs; more than can be where gradients differ too much.</summary>
        public int Distance(Hashes other)
        {
            var waves = BitOperations.PopCount(Waves ^ other.Waves);
            var told = Strong | other.Strong;
            return waves <= MostFrequencies && BitOperations.PopCount((Gradients ^ other.Gradients) & told) * SignsForOneOther <= BitOperations.PopCount(told) ? waves : int.MaxValue;
        }

        private static ulong WavesOf(byte[] grey)
        {
            var across = new double[Side * Frequencies];
            for (var i = 0; i < across.Length; i++)
            {
                var (row, wave) = (i / Frequencies * Side, i % Frequencies * Side);
                for (var x = 0; x < Side; x++)
                {
                    across[i] += grey[row + x] * s_cosines[wave + x];
                }
            }

            var both = new double[Frequencies * Frequencies];
            for (var i = 0; i < both.Length; i++)
            {
                for (var y = 0; y < Side; y++)
                {
                    both[i] += across[(y * Frequencies) + (i % Frequencies)] * s_cosines[(i / Frequencies * Side) + y];
                }
            }

            var median = both[1..].Order().ElementAt(both.Length / 2);
            var hash = 0UL;
            for (var i = 1; i < both.Length; i++)
            {
                hash |= both[i] > median ? 1UL << i : 0;
            }

            return hash;
        }
    }
}
