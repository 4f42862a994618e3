namespace Builder.Training.Importances;

/// <summary>
/// How closely two columns follow each other, from 0 (not at all) to 1 (one tells the other): Spearman's correlation of numbers, Cramér's V of categories, the correlation ratio
/// of a number by a category. The last two are corrected for what chance alone gives many categories on few rows.
/// </summary>
public static class Association
{
    private const int LargestTable = 1 << 16;

    /// <summary>The size of Spearman's rank correlation. Source: https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.spearmanr.html.</summary>
    /// <param name="ranks">Shape [n]: ranks, see <see cref="Ranks"/>.</param>
    /// <param name="others">Shape [n].</param>
    /// <returns>0 where one of them has the same value everywhere.</returns>
    public static double Spearman(double[] ranks, double[] others)
    {
        ArgumentNullException.ThrowIfNull(ranks);
        ArgumentNullException.ThrowIfNull(others);

        // The mean of the ranks 1 … n, tied or not.
        var mean = (ranks.Length + 1) / 2.0;
        double both = 0, own = 0, other = 0;
        for (var i = 0; i < ranks.Length; i++)
        {
            var (a, b) = (ranks[i] - mean, others[i] - mean);
            both += a * b;
            own += a * a;
            other += b * b;
        }

        return own == 0 || other == 0 ? 0 : Math.Min(1, Math.Abs(both) / Math.Sqrt(own * other));
    }

    /// <summary>Cramér's V, bias-corrected (Bergsma 2013, https://doi.org/10.1016/j.jkss.2012.10.002).</summary>
    /// <param name="codes">Shape [n]: numbers of categories, from 0.</param>
    /// <param name="others">Shape [n].</param>
    /// <returns>0 where one of them has the same category everywhere, or nearly as many as there are rows.</returns>
    public static double CramersV(int[] codes, int[] others)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(others);
        var n = codes.Length;
        var (rows, columns) = (Counts(codes), Counts(others));
        var squares = 0.0;
        foreach (var (code, other, count) in Cells(codes, others, rows.Length, columns.Length))
        {
            squares += (double)count * count / ((double)rows[code] * columns[other]);
        }

        var (r, k) = (rows.Count(c => c > 0), columns.Count(c => c > 0));
        var corrected = Math.Max(0, squares - 1 - ((r - 1.0) * (k - 1) / (n - 1)));
        var least = Math.Min(r - ((r - 1.0) * (r - 1) / (n - 1)), k - ((k - 1.0) * (k - 1) / (n - 1))) - 1;
        return least <= 0 ? 0 : Math.Min(1, Math.Sqrt(corrected / least));
    }

    /// <summary>
    /// The root of the share of the ranks' variance that lies between the categories (eta), with epsilon squared in place of eta squared (Kelley 1935), so that many small
    /// categories are not taken for an explanation.
    /// </summary>
    /// <param name="codes">Shape [n]: numbers of categories, from 0.</param>
    /// <param name="ranks">Shape [n]: ranks, see <see cref="Ranks"/>.</param>
    /// <returns>0 where one of them has the same value everywhere, or nearly as many categories as there are rows.</returns>
    public static double CorrelationRatio(int[] codes, double[] ranks)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(ranks);
        var (n, mean) = (ranks.Length, (ranks.Length + 1) / 2.0);
        var counts = Counts(codes);
        var sums = new double[counts.Length];
        var all = 0.0;
        for (var i = 0; i < n; i++)
        {
            sums[codes[i]] += ranks[i] - mean;
            all += (ranks[i] - mean) * (ranks[i] - mean);
        }

        var between = sums.Select((sum, code) => counts[code] == 0 ? 0 : sum * sum / counts[code]).Sum();
        var groups = counts.Count(c => c > 0);
        return all == 0 || n <= groups ? 0 : Math.Sqrt(Math.Max(0, 1 - ((1 - (between / all)) * (n - 1) / (n - groups))));
    }

    /// <summary>The place of each value in the order of all, from 1; equal values share the mean of their places.</summary>
    /// <param name="values">Shape [n].</param>
    public static double[] Ranks(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        int[] order = [.. Enumerable.Range(0, values.Count).OrderBy(i => values[i])];
        var ranks = new double[order.Length];
        for (var first = 0; first < order.Length;)
        {
            var last = first;
            while (last + 1 < order.Length && values[order[last + 1]].Equals(values[order[first]]))
            {
                last++;
            }

            for (var place = first; place <= last; place++)
            {
                ranks[order[place]] = ((first + last) / 2.0) + 1;
            }

            first = last + 1;
        }

        return ranks;
    }

    private static int[] Counts(int[] codes)
    {
        var counts = new int[codes.Max() + 1];
        foreach (var code in codes)
        {
            counts[code]++;
        }

        return counts;
    }

    // Pairs of categories that occur, with how often. Most tables have few categories, and very many pairs of columns to look at.
    private static IEnumerable<(int Code, int Other, int Count)> Cells(int[] codes, int[] others, int rows, int columns)
    {
        if ((long)rows * columns > LargestTable)
        {
            return codes.Zip(others).CountBy(pair => pair).Select(cell => (cell.Key.First, cell.Key.Second, cell.Value));
        }

        var table = new int[rows * columns];
        for (var i = 0; i < codes.Length; i++)
        {
            table[(codes[i] * columns) + others[i]]++;
        }

        return Enumerable.Range(0, table.Length).Where(cell => table[cell] > 0).Select(cell => (cell / columns, cell % columns, table[cell]));
    }
}
