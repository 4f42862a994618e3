using System.Collections.Immutable;
using Builder.Datasets.Preparation;
using Builder.Graph.Data;
using Builder.Training.Evaluation;

namespace Builder.Training.Importances;

/// <summary>
/// Columns that tell nearly the same. Of such twins each alone may seem to matter little, because the model reads the same from the other; so they are also shuffled together,
/// as in scikit-learn's example https://scikit-learn.org/stable/auto_examples/inspection/plot_permutation_importance_multicollinear.html. Complete linkage in place of Ward's,
/// so that a group has a plain meaning: any two of it follow each other at least so closely.
/// </summary>
public static class CorrelatedColumns
{
    /// <summary>From this association on two columns tell nearly the same.</summary>
    public const double Least = 0.8;

    // A closeness of that size is told exactly enough by so many rows; with very many columns there are very many pairs.
    private const int MostRows = 2_000;
    private const int MostRowsOfMany = 500;
    private const int ManyColumns = 200;

    /// <summary>The groups of two or more columns, by their places among the columns.</summary>
    /// <param name="data">The prepared values.</param>
    /// <param name="starts">Start rows of samples.</param>
    /// <param name="columns">The columns.</param>
    public static ImmutableArray<ImmutableArray<int>> Among(PreparedData data, long[] starts, ImmutableArray<InputColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(data);
        var rows = SampleSpread.Of(starts, columns.Length > ManyColumns ? MostRowsOfMany : MostRows);
        View[][] views = [.. columns.Select(column => column.Uses.Select(use => View.Of(data, use, rows)).OfType<View>().ToArray())];
        var closeness = new double[columns.Length, columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                closeness[i, j] = closeness[j, i] = views[i].SelectMany(a => views[j].Select(a.With)).DefaultIfEmpty(0).Max();
            }
        }

        return Clusters(closeness, Least);
    }

    /// <summary>
    /// Clusters by complete linkage: the two clusters whose least close members are the closest are joined again and again, while these are close enough.
    /// </summary>
    /// <param name="closeness">Shape [n, n], symmetric; it is changed.</param>
    /// <param name="least">How close any two members of a cluster are at least.</param>
    /// <returns>The clusters of two or more, in the order of their first members.</returns>
    public static ImmutableArray<ImmutableArray<int>> Clusters(double[,] closeness, double least)
    {
        ArgumentNullException.ThrowIfNull(closeness);
        var clusters = Enumerable.Range(0, closeness.GetLength(0)).ToDictionary(i => i, i => new List<int> { i });
        while (Closest(closeness, [.. clusters.Keys]) is var (a, b, close) && close >= least)
        {
            clusters[a].AddRange(clusters[b]);
            clusters.Remove(b);
            foreach (var other in clusters.Keys)
            {
                closeness[a, other] = closeness[other, a] = Math.Min(closeness[a, other], closeness[b, other]);
            }
        }

        return [.. clusters.Values.Where(c => c.Count > 1).Select(c => c.Order().ToImmutableArray()).OrderBy(c => c[0])];
    }

    private static (int A, int B, double Closeness) Closest(double[,] closeness, int[] clusters)
    {
        var best = (A: 0, B: 0, Closeness: double.NegativeInfinity);
        for (var i = 0; i < clusters.Length; i++)
        {
            for (var j = i + 1; j < clusters.Length; j++)
            {
                if (closeness[clusters[i], clusters[j]] > best.Closeness)
                {
                    best = (clusters[i], clusters[j], closeness[clusters[i], clusters[j]]);
                }
            }
        }

        return best;
    }

    /// <summary>The values of a column as they can be compared with others': by rank, or by category.</summary>
    private sealed record View(double[]? Ranks, int[]? Codes)
    {
        // More values a row are no category any more that was laid out, nor a part of a date as a circle.
        private const int MostValues = 4;

        /// <summary>Null where nothing can be compared: texts, pictures and sets of labels.</summary>
        public static View? Of(PreparedData data, string use, long[] starts)
        {
            var (column, type) = (data.Columns[use], data.Fitted[use].Type);
            long[] rows = [.. starts.Select(start => start + column.WindowOffset)];
            return (type, column.Values) switch
            {
                (ColumnType.Text or ColumnType.Picture or ColumnType.Labels, _) => null,
                (_, long[] classes) when column.RowSize == 1 => new(null, [.. rows.Select(row => (int)classes[row])]),
                (ColumnType.Category, float[] places) => new(null, [.. rows.Select(row => Place(places, row, column.RowSize))]),
                (_, float[] numbers) when column.RowSize == 1 => new(Association.Ranks([.. rows.Select(row => (double)numbers[row])]), null),
                (_, float[] numbers) when column.RowSize <= MostValues => new(null, Numbered(rows.Select(row => string.Join(' ', numbers.AsSpan((int)(row * column.RowSize), (int)column.RowSize).ToArray())))),
                _ => null,
            };
        }

        public double With(View other) => (this, other) switch
        {
            ({ Ranks: { } own }, { Ranks: { } ranks }) => Association.Spearman(own, ranks),
            ({ Codes: { } own }, { Codes: { } codes }) => Association.CramersV(own, codes),
            ({ Codes: { } own }, { Ranks: { } ranks }) => Association.CorrelationRatio(own, ranks),
            ({ Ranks: { } own }, { Codes: { } codes }) => Association.CorrelationRatio(codes, own),
            _ => 0,
        };

        // A category that training never saw is all zeros, and a category of its own.
        private static int Place(float[] values, long row, long size)
        {
            var place = Array.FindIndex(values, (int)(row * size), (int)size, value => value > 0.5f);
            return size == 1 ? (int)values[row] : place < 0 ? (int)size : (int)(place - (row * size));
        }

        private static int[] Numbered(IEnumerable<string> names)
        {
            var codes = new Dictionary<string, int>(StringComparer.Ordinal);
            return [.. names.Select(name => codes.TryGetValue(name, out var known) ? known : codes[name] = codes.Count)];
        }
    }
}
