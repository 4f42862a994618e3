namespace Builder.Training.Rivals.Trees;

/// <summary>
/// Numbers sorted into at most 255 bins a feature, so that a tree looks at counts and not at every value: every value is a bin of its own where there are few, otherwise each bin holds
/// about as many training samples.
/// </summary>
public sealed class FeatureBins
{
    private const int MostBins = 255;

    private readonly float[][] _edges;

    /// <summary>Learns the bins.</summary>
    /// <param name="values">Shape [rows, width], row by row.</param>
    /// <param name="width">Features.</param>
    public FeatureBins(float[] values, int width)
    {
        ArgumentNullException.ThrowIfNull(values);
        var rows = values.Length / width;
        _edges = new float[width][];
        var column = new float[rows];
        for (var feature = 0; feature < width; feature++)
        {
            for (var row = 0; row < rows; row++)
            {
                column[row] = values[(row * width) + feature];
            }

            Array.Sort(column);
            _edges[feature] = Edges(column);
        }
    }

    /// <summary>Features.</summary>
    public int Width => _edges.Length;

    /// <summary>Bins of a feature.</summary>
    public int Bins(int feature) => _edges[feature].Length + 1;

    /// <summary>The value between a bin and the next one.</summary>
    public float Edge(int feature, int bin) => _edges[feature][bin];

    /// <summary>The bin of every value.</summary>
    /// <param name="values">Shape [rows, width], row by row.</param>
    /// <returns>Shape [width, rows], feature by feature.</returns>
    public byte[] Of(float[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var rows = values.Length / Width;
        var bins = new byte[values.Length];
        for (var feature = 0; feature < Width; feature++)
        {
            var edges = _edges[feature];
            for (var row = 0; row < rows; row++)
            {
                var place = Array.BinarySearch(edges, values[(row * Width) + feature]);
                bins[(feature * rows) + row] = (byte)(place < 0 ? ~place : place);
            }
        }

        return bins;
    }

    private static float[] Edges(float[] sorted)
    {
        var edges = new List<float>();
        var distinct = sorted.Distinct().Take(MostBins + 1).Count();
        for (var row = 1; row < sorted.Length; row++)
        {
            var isDue = distinct <= MostBins ? sorted[row] != sorted[row - 1] : (long)row * MostBins / sorted.Length > (long)(row - 1) * MostBins / sorted.Length;
            if (isDue && NextBelow(sorted, row) is { } edge && (edges.Count == 0 || edge > edges[^1]))
            {
                edges.Add(edge);
            }
        }

        return [.. edges];
    }

    // Half-way between this value and the one before it; where both are the same, the border lies before the first of them.
    private static float? NextBelow(float[] sorted, int row)
    {
        while (row > 0 && sorted[row - 1] == sorted[row])
        {
            row--;
        }

        return row == 0 ? null : sorted[row - 1] + ((sorted[row] - sorted[row - 1]) / 2);
    }
}
