using Builder.Datasets;
using Builder.Datasets.Pictures;
using Builder.Protocol;

namespace Builder.Runner.Pictures;

/// <summary>Finds out what some pictures have in common.</summary>
public static class PictureLook
{
    private const int MostLookedAt = 64;
    private const int Middle = 128;

    /// <summary>Pixels across and down to which pictures are brought before they are compared.</summary>
    private const int Side = 32;

    private static readonly PictureSize Small = new(3, Side, Side);
    private static readonly PictureSize SmallGrey = new(1, Side, Side);

    /// <summary>What the first pictures have in common; null where there are none that can be read.</summary>
    public static PictureHint? At(IEnumerable<string> files, PixelBudget budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        var seen = files.Take(MostLookedAt).Select(file => Read(file, budget)).OfType<(PictureSize Size, double Border, PictureTraits Traits)>().ToList();
        return seen.Count == 0 ? null
            : new(seen[0].Size.Width, seen[0].Size.Height, seen.All(s => s.Size.Channels == 1), seen.Average(s => s.Border) < Middle, Range([.. seen.Select(s => s.Traits)]));
    }

    private static PictureRange Range(PictureTraits[] seen)
    {
        PictureTraits Of(Func<IEnumerable<double>, double> end) => new(end(seen.Select(t => t.Brightness)), end(seen.Select(t => t.Contrast)), end(seen.Select(t => t.Roughness)), end(seen.Select(t => t.Colour)));
        return new(seen.Length, Of(Enumerable.Min), Of(Enumerable.Max));
    }

    private static (PictureSize Size, double Border, PictureTraits Traits)? Read(string file, PixelBudget budget)
    {
        try
        {
            var bytes = PictureFile.ReadBytes(Path.GetFileName(file), file);
            using var stream = new MemoryStream(bytes, writable: false);
            var size = PictureFile.ReadSize(file, stream);
            return budget.With(size, () =>
            {
                var planes = PictureFile.Decode(file, bytes);
                return (size, Border(planes, size), TraitsOf(planes, size));
            });
        }
        catch (DataException)
        {
            return null;
        }
    }

    private static PictureTraits TraitsOf(byte[] planes, PictureSize size)
    {
        const double White = 255;
        var (colour, grey) = (new byte[Small.Bytes], new byte[SmallGrey.Bytes]);
        PictureResize.Fit(planes, size, Small, colour);
        PictureResize.Fit(colour, Small, SmallGrey, grey);
        var mean = grey.Average(value => value / White);
        var neighbours = Enumerable.Range(0, grey.Length).SelectMany(i => new[] { (i, i + 1), (i, i + Side) })
            .Where(n => n.Item2 < grey.Length && (n.Item2 - n.Item1 > 1 || n.Item2 % Side != 0)).Average(n => Math.Abs(grey[n.Item1] - grey[n.Item2]) / White);
        var plane = SmallGrey.Bytes;
        return new(
            mean, Math.Min(1, 2 * Math.Sqrt(grey.Average(value => Math.Pow((value / White) - mean, 2)))), neighbours,
            Enumerable.Range(0, plane).Average(i => (Math.Max(colour[i], Math.Max(colour[i + plane], colour[i + (2 * plane)])) - Math.Min(colour[i], Math.Min(colour[i + plane], colour[i + (2 * plane)]))) / White));
    }

    // The mean brightness along the edge, where there is ground and seldom anything else.
    private static double Border(byte[] planes, PictureSize size)
    {
        var (height, width) = (size.Height, size.Width);
        var edge = Enumerable.Range(0, width).SelectMany(x => (int[])[x, ((height - 1) * width) + x])
            .Concat(Enumerable.Range(0, height).SelectMany(y => (int[])[y * width, (y * width) + width - 1]));
        return edge.Average(i => (double)planes[i]);
    }
}
