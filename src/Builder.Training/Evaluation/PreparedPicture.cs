using Builder.Datasets.Pictures;
using Builder.Datasets.Preparation;
using Builder.Graph.Analysis;
using Builder.Training.DataLoading;

namespace Builder.Training.Evaluation;

/// <summary>Pictures as the network sees them, for people to look at.</summary>
public static class PreparedPicture
{
    /// <summary>The picture column that a graph reads, or null. Pictures of other than 1 or 3 channels cannot be shown.</summary>
    public static PreparedColumn? ColumnOf(FlatGraph graph, PreparedData data) => graph.Nodes
        .Where(n => n.Kind.Id == "PictureInput" && n.Instance is not null)
        .Select(n => ColumnBinding.Of(n.Instance!).In(data))
        .FirstOrDefault(c => c is { RowShape: [1 or 3, _, _], Normalization: not null });

    /// <summary>Writes the picture of a sample as a PNG file.</summary>
    /// <param name="column">A picture column.</param>
    /// <param name="start">Start row of the sample.</param>
    /// <param name="path">The file.</param>
    public static void Write(PreparedColumn column, long start, string path)
    {
        var size = new PictureSize((int)column.RowShape[0], (int)column.RowShape[1], (int)column.RowShape[2]);
        var pixels = Pixels(column, (start + column.WindowOffset) * column.RowSize, size);
        Formats.SavedFile.Write(path, stream => PictureWriting.WritePng(pixels, size, stream));
    }

    private static byte[] Pixels(PreparedColumn column, long first, PictureSize size)
    {
        if (column.Values is byte[] bytes)
        {
            return bytes.AsSpan((int)first, size.Bytes).ToArray();
        }

        var (floats, plane, normal) = ((float[])column.Values, size.Height * size.Width, column.Normalization!);
        var pixels = new byte[size.Bytes];
        for (var i = 0; i < pixels.Length; i++)
        {
            var channel = i / plane;
            pixels[i] = (byte)Math.Clamp(Math.Round(((floats[first + i] * normal.Std[channel]) + normal.Mean[channel]) * 255), 0, 255);
        }

        return pixels;
    }
}
