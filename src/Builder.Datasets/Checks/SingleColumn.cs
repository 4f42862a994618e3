using System.Globalization;
using System.Runtime.InteropServices;
using Builder.Datasets.Columns;

namespace Builder.Datasets.Checks;

/// <summary>Whether one column alone tells another one, so that there is nothing left to learn.</summary>
public static class SingleColumn
{
    /// <summary>Of the errors that the commonest answer makes, at most this share may be left.</summary>
    private const double ErrorsLeft = 0.02;

    private const double SameOrder = 0.9995;

    /// <summary>Rows that are asked first, and how closely they must keep to each other's order for the others to be asked.</summary>
    private const int RowsOfFirstLook = 2_000;
    private const double NearlySameOrder = 0.99;

    private const int FewestRows = 30;
    private const int FewestRowsOfAValue = 3;

    /// <summary>More rows than this are not needed to see that two columns differ.</summary>
    private const int MostRows = 50_000;

    /// <summary>True where the classes of a column follow (nearly) without fail from the texts of another.</summary>
    public static bool TextsTellClasses(RawTable table, string column, string classes)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Tell(Names(table, column), Names(table, classes), values => FewestRowsOfAValue * values);
    }

    /// <summary>True where the classes of a column follow (nearly) without fail from a few borders in the numbers of another.</summary>
    public static bool NumbersTellClasses(RawTable table, string column, string classes)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Find<NumberColumn>(column) is not { } numbers)
        {
            return false;
        }

        var names = Names(table, classes);
        int[] rows = [.. Enumerable.Range(0, names.Length).Where(row => names[row] >= 0 && !double.IsNaN(numbers.Values[row]))];
        var sorted = Array.ConvertAll(rows, row => numbers.Values[row]);
        RowSorting.Sort(sorted, rows);
        var (places, counts) = Numbered(rows.Select(row => names[row]), rows.Length);
        return rows.Length >= FewestRows && counts.Count > 1 && Tells(rows.Length, BorderedHits(sorted, places, counts), counts.Max());
    }

    /// <summary>True where the classes of a column follow (nearly) without fail from whether another has a value.</summary>
    public static bool GapsTellClasses(RawTable table, string column, string classes)
    {
        ArgumentNullException.ThrowIfNull(table);
        var isKnown = Array.ConvertAll(Names(table, column), name => name < 0 ? 0 : 1);
        return isKnown.AsSpan().ContainsAnyExcept(isKnown.FirstOrDefault()) && Tell(isKnown, Names(table, classes), values => values == 2 ? 0 : int.MaxValue);
    }

    /// <summary>True where the numbers of two columns rise (or fall) together in (nearly) every row.</summary>
    public static bool NumbersTellNumbers(RawTable table, string column, string other)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Find<NumberColumn>(column) is not { } one || table.Find<NumberColumn>(other) is not { } two)
        {
            return false;
        }

        int[] rows = [.. Enumerable.Range(0, Math.Min(table.RowCount, MostRows)).Where(row => !double.IsNaN(one.Values[row]) && !double.IsNaN(two.Values[row]))];

        // A guess of which no number is told: where rows from all over the table do not nearly follow each other, neither do all.
        var step = rows.Length / RowsOfFirstLook;
        return rows.Length >= FewestRows
            && (step < 2 || Together(one, two, [.. rows.Where((_, place) => place % step == 0)]) > NearlySameOrder)
            && Together(one, two, rows) > SameOrder;
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

    /// <summary>The values of the first rows, equal ones as equal numbers; −1 where one is missing.</summary>
    private static int[] Names(RawTable table, string column)
    {
        var names = new int[Math.Min(table.RowCount, MostRows)];
        if (table.Find<TextColumn>(column) is { } texts)
        {
            texts.Codes.AsSpan(0, names.Length).CopyTo(names);
            return names;
        }

        var known = new Dictionary<long, int>();
        var numbers = table.Find<NumberColumn>(column);
        for (var row = 0; row < names.Length; row++)
        {
            if (numbers is null || double.IsNaN(numbers.Values[row]))
            {
                names[row] = -1;
            }
            else
            {
                ref var name = ref CollectionsMarshal.GetValueRefOrAddDefault(known, BitConverter.DoubleToInt64Bits(numbers.Values[row]), out var exists);
                names[row] = name = exists ? name : known.Count - 1;
            }
        }

        return names;
    }

    /// <summary>Names numbered 0, 1, 2, … in order of appearance, and how often each occurs.</summary>
    private static (int[] Places, List<int> Counts) Numbered(IEnumerable<int> names, int length)
    {
        var (places, counts, known) = (new int[length], new List<int>(), new Dictionary<int, int>());
        foreach (var (at, name) in names.Index())
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(known, name, out var exists);
            if (!exists)
            {
                place = counts.Count;
                counts.Add(0);
            }

            places[at] = place;
            counts[place]++;
        }

        return (places, counts);
    }

    /// <summary>Whether the commonest class of each value is nearly always the right one.</summary>
    /// <param name="values">The value of each row; rows where it is missing do not count.</param>
    /// <param name="classes">The class of each row; the same.</param>
    /// <param name="fewestRows">How many rows there must be for so many different values.</param>
    private static bool Tell(int[] values, int[] classes, Func<int, int> fewestRows)
    {
        int[] rows = [.. Enumerable.Range(0, values.Length).Where(row => values[row] >= 0 && classes[row] >= 0)];
        var (value, valueCounts) = Numbered(rows.Select(row => values[row]), rows.Length);
        var (name, nameCounts) = Numbered(rows.Select(row => classes[row]), rows.Length);
        if (rows.Length < Math.Max(FewestRows, fewestRows(valueCounts.Count)))
        {
            return false;
        }

        var (together, most) = (new Dictionary<(int Value, int Name), int>(), new int[valueCounts.Count]);
        for (var i = 0; i < rows.Length; i++)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(together, (value[i], name[i]), out _);
            most[value[i]] = Math.Max(most[value[i]], ++count);
        }

        return Tells(rows.Length, most.Sum(), nameCounts.Max());
    }

    /// <summary>
    /// Rows that are right where each class gets one stretch of the numbers: the stretches lie in the order of the classes' medians, and
    /// each border between neighbours is where it costs least.
    /// </summary>
    /// <param name="sorted">The numbers, rising.</param>
    /// <param name="names">The class of each, numbered in order of appearance.</param>
    /// <param name="counts">How often each class occurs.</param>
    private static int BorderedHits(double[] sorted, int[] names, List<int> counts)
    {
        var (seen, medians) = (new int[counts.Count], new double[counts.Count]);
        for (var i = 0; i < sorted.Length; i++)
        {
            if (seen[names[i]]++ == counts[names[i]] / 2)
            {
                medians[names[i]] = sorted[i];
            }
        }

        var (placeOf, hits) = (new int[counts.Count], new int[counts.Count]);
        foreach (var (place, name) in Enumerable.Range(0, counts.Count).OrderBy(name => medians[name]).Index())
        {
            placeOf[name] = place;
        }

        for (var i = 0; i < sorted.Length; i++)
        {
            // Best number of hits so far when the row is given to a class, or to any before it in the order.
            var isNewNumber = i == 0 || sorted[i] > sorted[i - 1];
            for (var c = hits.Length - 1; isNewNumber && c > 0; c--)
            {
                hits[c] = Math.Max(hits[c], hits[c - 1]);
            }

            hits[placeOf[names[i]]]++;
        }

        return hits.Max();
    }

    /// <summary>How strictly two columns rise or fall together in some rows (Spearman's coefficient, without its sign).</summary>
    private static double Together(NumberColumn one, NumberColumn two, int[] rows) =>
        Math.Abs(Correlation(Ranks(Array.ConvertAll(rows, row => one.Values[row])), Ranks(Array.ConvertAll(rows, row => two.Values[row]))));

    /// <summary>Places in the order of size; equal numbers share the middle of their places.</summary>
    private static double[] Ranks(double[] values)
    {
        var (sorted, order) = ((double[])values.Clone(), new int[values.Length]);
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(sorted, order);
        var ranks = new double[values.Length];
        for (var from = 0; from < order.Length;)
        {
            var to = from;
            while (to < order.Length && sorted[to] == sorted[from])
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
