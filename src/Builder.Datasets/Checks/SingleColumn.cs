using System.Globalization;
using Builder.Datasets.Columns;

namespace Builder.Datasets.Checks;

/// <summary>Whether one column alone tells another one, so that there is nothing left to learn.</summary>
public static class SingleColumn
{
    /// <summary>Of the errors that the commonest answer makes, at most this share may be left.</summary>
    private const double ErrorsLeft = 0.02;

    private const double SameOrder = 0.9995;
    private const int FewestRows = 30;
    private const int FewestRowsOfAValue = 3;

    /// <summary>More rows than this are not needed to see that two columns differ.</summary>
    private const int MostRows = 50_000;

    /// <summary>True where the classes of a column follow (nearly) without fail from the texts of another.</summary>
    public static bool TextsTellClasses(RawTable table, string column, string classes)
    {
        ArgumentNullException.ThrowIfNull(table);
        var pairs = Pairs(table, column, classes);
        var values = pairs.GroupBy(p => p.Value).ToArray();
        return pairs.Count >= Math.Max(FewestRows, values.Length * FewestRowsOfAValue)
            && Tells(pairs.Count, values.Sum(Commonest), Commonest(pairs));
    }

    /// <summary>True where the classes of a column follow (nearly) without fail from a few borders in the numbers of another.</summary>
    public static bool NumbersTellClasses(RawTable table, string column, string classes)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Find<NumberColumn>(column) is not { } numbers)
        {
            return false;
        }

        var pairs = Enumerable.Range(0, Math.Min(table.RowCount, MostRows))
            .Select(row => (Number: numbers.Values[row], Class: NameOf(table, classes, row)))
            .Where(p => p.Class is not null && !double.IsNaN(p.Number)).OrderBy(p => p.Number).Select(p => (p.Number, Class: p.Class!)).ToArray();
        var names = pairs.Select(p => p.Class).Distinct(StringComparer.Ordinal).Count();
        return pairs.Length >= FewestRows && names > 1
            && Tells(pairs.Length, BorderedHits(pairs, names), pairs.CountBy(p => p.Class).Max(c => c.Value));
    }

    /// <summary>True where the classes of a column follow (nearly) without fail from whether another has a value.</summary>
    public static bool GapsTellClasses(RawTable table, string column, string classes)
    {
        ArgumentNullException.ThrowIfNull(table);
        var pairs = Enumerable.Range(0, Math.Min(table.RowCount, MostRows))
            .Select(row => (Value: NameOf(table, column, row) is null ? "" : "known", Class: NameOf(table, classes, row)))
            .Where(p => p.Class is not null).Select(p => (p.Value, Class: p.Class!)).ToArray();
        var values = pairs.GroupBy(p => p.Value).ToArray();
        return pairs.Length >= FewestRows && values.Length == 2 && Tells(pairs.Length, values.Sum(Commonest), Commonest(pairs));
    }

    /// <summary>True where the numbers of two columns rise (or fall) together in (nearly) every row.</summary>
    public static bool NumbersTellNumbers(RawTable table, string column, string other)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Find<NumberColumn>(column) is not { } one || table.Find<NumberColumn>(other) is not { } two)
        {
            return false;
        }

        var pairs = one.Values.Zip(two.Values).Take(MostRows).Where(p => !double.IsNaN(p.First) && !double.IsNaN(p.Second)).ToArray();
        return pairs.Length >= FewestRows
            && Math.Abs(Correlation(Ranks([.. pairs.Select(p => p.First)]), Ranks([.. pairs.Select(p => p.Second)]))) > SameOrder;
    }

    /// <summary>The class that a row has in a column, also where classes are numbers; null where it is missing.</summary>
    public static string? NameOf(RawTable table, string column, int row)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Find<TextColumn>(column) is { } texts ? texts[row]
            : table.Find<NumberColumn>(column) is { } numbers && !double.IsNaN(numbers.Values[row]) ? numbers.Values[row].ToString("R", CultureInfo.InvariantCulture)
            : null;
    }

    private static bool Tells(int rows, int hits, int commonest) => commonest < rows && rows - hits <= ErrorsLeft * (rows - commonest);

    private static int Commonest(IEnumerable<(string Value, string Class)> pairs) => pairs.CountBy(p => p.Class).Max(c => c.Value);

    private static List<(string Value, string Class)> Pairs(RawTable table, string column, string classes)
    {
        var pairs = new List<(string, string)>();
        for (var row = 0; row < Math.Min(table.RowCount, MostRows); row++)
        {
            if (NameOf(table, column, row) is { } value && NameOf(table, classes, row) is { } name)
            {
                pairs.Add((value, name));
            }
        }

        return pairs;
    }

    /// <summary>
    /// Rows that are right where each class gets one stretch of the numbers: the stretches lie in the order of the classes' medians, and
    /// each border between neighbours is where it costs least.
    /// </summary>
    private static int BorderedHits((double Number, string Class)[] sorted, int classes)
    {
        var order = sorted.GroupBy(p => p.Class).OrderBy(g => g.ElementAt(g.Count() / 2).Number).Select(g => g.Key).ToArray();
        var hits = new int[classes];
        for (var i = 0; i < sorted.Length; i++)
        {
            // Best number of hits so far when the row is given to a class, or to any before it in the order.
            var place = Array.IndexOf(order, sorted[i].Class);
            var isNewNumber = i == 0 || sorted[i].Number > sorted[i - 1].Number;
            for (var c = classes - 1; c >= 0; c--)
            {
                var before = isNewNumber && c > 0 ? Math.Max(hits[c], hits[c - 1]) : hits[c];
                hits[c] = before + (place == c ? 1 : 0);
            }
        }

        return hits.Max();
    }

    /// <summary>Places in the order of size; equal numbers share the middle of their places.</summary>
    private static double[] Ranks(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ToArray();
        var ranks = new double[values.Length];
        for (var from = 0; from < order.Length;)
        {
            var to = from;
            while (to < order.Length && values[order[to]] == values[order[from]])
            {
                to++;
            }

            for (var i = from; i < to; i++)
            {
                ranks[order[i]] = (from + to - 1) / 2.0;
            }

            from = to;
        }

        return ranks;
    }

    private static double Correlation(double[] one, double[] other)
    {
        var (meanOne, meanOther) = (one.Average(), other.Average());
        var (product, squaresOne, squaresOther) = (0.0, 0.0, 0.0);
        for (var i = 0; i < one.Length; i++)
        {
            product += (one[i] - meanOne) * (other[i] - meanOther);
            squaresOne += (one[i] - meanOne) * (one[i] - meanOne);
            squaresOther += (other[i] - meanOther) * (other[i] - meanOther);
        }

        return squaresOne > 0 && squaresOther > 0 ? product / Math.Sqrt(squaresOne * squaresOther) : 0;
    }
}
