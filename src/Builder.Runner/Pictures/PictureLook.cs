using Builder.Datasets;
using Builder.Datasets.Pictures;
using Builder.Protocol;

namespace Builder.Runner.Pictures;

/// <summary>Finds out what some pictures have in common.</summary>
public static class PictureLook
{
    private const int MostLookedAt = 12;
    private const int Middle = 128;

    /// <summary>What the first pictures have in common; null where there are none that can be read.</summary>
    public static PictureHint? At(IEnumerable<string> files, PixelBudget budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        var seen = files.Take(MostLookedAt).Select(file => Read(file, budget)).OfType<(PictureSize Size, double Border)>().ToList();
        return seen.Count == 0 ? null
            : new(seen[0].Size.Width, seen[0].Size.Height, seen.All(s => s.Size.Channels == 1), seen.Average(s => s.Border) < Middle);
    }

    private static (PictureSize Size, double Border)? Read(string file, PixelBudget budget)
    {
        try
        {
            var bytes = PictureFile.ReadBytes(Path.GetFileName(file), file);
            using var stream = new MemoryStream(bytes, writable: false);
            var size = PictureFile.ReadSize(file, stream);
            return (size, budget.With(size, () => Border(PictureFile.Decode(file, bytes), size)));
        }
        catch (DataException)
        {
            return null;
        }
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
