using Builder.Graph.Data;
using Builder.Training.DataLoading;
using Builder.Training.Tests.Layers.Contract;
using static TorchSharp.torch;

namespace Builder.Training.Tests.DataLoading;

/// <summary>The maps by which pictures are turned, mirrored and moved: they keep every shape and size as it is.</summary>
public class AugmentMapTests
{
    private const int Count = 64;
    private const int Side = 24;
    private static readonly float[] Letter = Drawn();

    public static TheoryData<int, int, double, bool, bool, int> Maps()
    {
        var data = new TheoryData<int, int, double, bool, bool, int>();
        foreach (var (height, width) in new[] { (16, 16), (12, 28), (30, 10) })
        {
            foreach (var rotate in new[] { 0.0, 15, 45, 180 })
            {
                foreach (var flips in new[] { 0, 1, 2, 3 })
                {
                    data.Add(height, width, rotate, (flips & 1) > 0, (flips & 2) > 0, rotate > 0 ? 3 : 0);
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Maps))]
    public void Every_map_keeps_lengths_and_angles_so_that_its_determinant_is_one_or_minus_one(int height, int width, double rotate, bool x, bool y, int crop)
    {
        var signs = new HashSet<int>();
        foreach (var map in MapsInPixels(height, width, new Augment { Rotate = rotate, FlipHorizontal = x, FlipVertical = y, Crop = crop }))
        {
            var determinant = (map[0, 0] * map[1, 1]) - (map[0, 1] * map[1, 0]);
            Assert.Equal(1, Math.Abs(determinant), 1e-5);
            signs.Add(Math.Sign(determinant));

            // Columns of length 1 that stand at a right angle: a turn or a mirror image, and no shear.
            Assert.Equal(1, (map[0, 0] * map[0, 0]) + (map[1, 0] * map[1, 0]), 1e-5);
            Assert.Equal(0, (map[0, 0] * map[0, 1]) + (map[1, 0] * map[1, 1]), 1e-5);
        }

        Assert.Equal(x || y ? [-1, 1] : [1], signs.Order());
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void A_mirrored_map_is_the_turned_one_after_a_mirror(bool x, bool y)
    {
        var options = new Augment { Rotate = 40 };
        var turned = MapsInPixels(16, 16, options);
        var mirrored = MapsInPixels(16, 16, options with { FlipHorizontal = x, FlipVertical = y });
        foreach (var (plain, other) in turned.Zip(mirrored))
        {
            // What is left after taking the turn away again is a mirror along an axis: only signs, nothing beside the diagonal.
            var rest = Product(Inverse(plain), other);
            Assert.Equal([1, 0, 0, 1], [Math.Abs(rest[0, 0]), Math.Abs(rest[0, 1]), Math.Abs(rest[1, 0]), Math.Abs(rest[1, 1])], new Near(1e-5));
            Assert.True(x || rest[0, 0] > 0);
            Assert.True(y || rest[1, 1] > 0);
        }
    }

    [Fact]
    public void A_real_picture_is_seen_as_it_is_or_mirrored_and_never_as_anything_else()
    {
        double[] Mirrored(bool x, bool y) => [.. Enumerable.Range(0, Side * Side).Select(i =>
            (double)Letter[((y ? Side - 1 - (i / Side) : i / Side) * Side) + (x ? Side - 1 - (i % Side) : i % Side)])];
        List<double[]> images = [Mirrored(false, false), Mirrored(true, false), Mirrored(false, true), Mirrored(true, true)];
        var found = Seen(new Augment { FlipHorizontal = true, FlipVertical = true })
            .Select(values => images.FindIndex(image => image.Zip(values).All(p => Math.Abs(p.First - p.Second) < 1e-4)));

        Assert.Equal([0, 1, 2, 3], found.Distinct().Order());
    }

    [Fact]
    public void A_picture_that_is_mirrored_and_turned_keeps_its_ink() =>
        Assert.All(Seen(new Augment { Rotate = 45, FlipVertical = true }), values => Assert.InRange(values.Sum() / Letter.Sum(), 0.9, 1.1));

    /// <summary>What the network gets to see of the letter.</summary>
    private static IEnumerable<double[]> Seen(Augment options)
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var batch = stack([.. Enumerable.Repeat(tensor(Letter, [1, Side, Side]), Count)]);
        return TensorValues.Read(Augmenter.Apply(batch, options)).Chunk(Side * Side);
    }

    /// <summary>An "F", which no turn and no mirror leaves as it is, away from the border.</summary>
    private static float[] Drawn()
    {
        var pixels = new float[Side * Side];
        foreach (var (top, left, height, width) in new[] { (6, 8, 12, 3), (6, 8, 3, 8), (11, 8, 3, 6) })
        {
            for (var row = top; row < top + height; row++)
            {
                Array.Fill(pixels, 1, (row * Side) + left, width);
            }
        }

        return pixels;
    }

    /// <summary>The maps' linear parts, in pixels instead of shares of each side.</summary>
    private static List<double[,]> MapsInPixels(int height, int width, Augment options)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var values = TensorValues.Read(Augmenter.RandomMaps(zeros([Count, 1, height, width]), options));
        var proportion = (double)height / width;
        return [.. Enumerable.Range(0, Count).Select(i => new[,]
        {
            { values[i * 6], values[(i * 6) + 1] / proportion },
            { values[(i * 6) + 3] * proportion, values[(i * 6) + 4] },
        })];
    }

    private static double[,] Inverse(double[,] m)
    {
        var determinant = (m[0, 0] * m[1, 1]) - (m[0, 1] * m[1, 0]);
        return new[,] { { m[1, 1] / determinant, -m[0, 1] / determinant }, { -m[1, 0] / determinant, m[0, 0] / determinant } };
    }

    private static double[,] Product(double[,] a, double[,] b) => new[,]
    {
        { (a[0, 0] * b[0, 0]) + (a[0, 1] * b[1, 0]), (a[0, 0] * b[0, 1]) + (a[0, 1] * b[1, 1]) },
        { (a[1, 0] * b[0, 0]) + (a[1, 1] * b[1, 0]), (a[1, 0] * b[0, 1]) + (a[1, 1] * b[1, 1]) },
    };

    private sealed class Near(double tolerance) : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= tolerance;

        public int GetHashCode(double value) => 0;
    }
}
