using Builder.Datasets.Columns;

namespace Builder.Datasets.Checks;

/// <summary>How columns of numbers together make another one.</summary>
public enum SumKind
{
    /// <summary>All of them are added up.</summary>
    Sum,

    /// <summary>The others are taken from the first.</summary>
    Difference,

    /// <summary>They are multiplied.</summary>
    Product,

    /// <summary>The first is divided by the second.</summary>
    Ratio,
}

/// <summary>Some columns that together are another one.</summary>
/// <param name="Kind">How.</param>
/// <param name="Columns">Which; two, three, or all that there are.</param>
public sealed record ColumnSum(SumKind Kind, IReadOnlyList<string> Columns)
{
    /// <summary>A row fits where the result is no further away than this share of the column's spread: the width of its middle four fifths, so that a single far value does not let everything fit.</summary>
    private const double Near = 0.002;

    private const double RowsThatFit = 0.98;
    private const int FewestRows = 30;
    private const int MostRows = 2_000;
    private const int MostColumns = 60;
    private const int MostColumnsOfThree = 24;

    /// <summary>Looks for columns that together make one of numbers in nearly every row; null where there are none.</summary>
    /// <param name="table">The table.</param>
    /// <param name="wanted">The column that might be made of others.</param>
    /// <param name="columns">The others, all of numbers.</param>
    public static ColumnSum? Find(RawTable table, string wanted, IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(columns);
        if (table.Find<NumberColumn>(wanted) is not { } target || columns.Count is < 2 or > MostColumns)
        {
            return null;
        }

        var parts = columns.Select(name => table.Find<NumberColumn>(name)?.Values).ToArray();
        var rows = Enumerable.Range(0, table.RowCount).Where(row => !double.IsNaN(target.Values[row]) && Array.TrueForAll(parts, p => p is not null && !double.IsNaN(p[row]))).Take(MostRows).ToArray();
        if (rows.Length < FewestRows)
        {
            return null;
        }

        double[] goal = [.. rows.Select(row => target.Values[row])];
        var search = new Search(goal, [.. parts.Select(p => rows.Select(row => p![row]).ToArray())], Near * Spread(goal));
        return search.Run() is { } found ? new ColumnSum(found.Kind, [.. found.Columns.Select(i => columns[i])]) : null;
    }

    private static double Spread(double[] values)
    {
        var sorted = values.Order().ToArray();
        return sorted[values.Length * 9 / 10] - sorted[values.Length / 10];
    }

    private sealed class Search(double[] goal, double[][] parts, double near)
    {
        public (SumKind Kind, int[] Columns)? Run() => !(near > 0 && double.IsFinite(near)) ? null : Pairs() ?? Triples() ?? All();

        private (SumKind Kind, int[] Columns)? Pairs()
        {
            for (var a = 0; a < parts.Length; a++)
            {
                for (var b = 0; b < parts.Length; b++)
                {
                    var (one, two) = (parts[a], parts[b]);
                    if (a < b && Fits(row => one[row] + two[row]))
                    {
                        return (SumKind.Sum, [a, b]);
                    }

                    if (a < b && Fits(row => one[row] * two[row]))
                    {
                        return (SumKind.Product, [a, b]);
                    }

                    if (a != b && Fits(row => one[row] - two[row]))
                    {
                        return (SumKind.Difference, [a, b]);
                    }

                    if (a != b && Fits(row => one[row] / two[row]))
                    {
                        return (SumKind.Ratio, [a, b]);
                    }
                }
            }

            return null;
        }

        private (SumKind Kind, int[] Columns)? Triples()
        {
            for (var a = 0; a < parts.Length && parts.Length <= MostColumnsOfThree; a++)
            {
                for (var b = 0; b < parts.Length; b++)
                {
                    for (var c = b + 1; c < parts.Length; c++)
                    {
                        var (one, two, three) = (parts[a], parts[b], parts[c]);
                        if (a < b && Fits(row => one[row] + two[row] + three[row]))
                        {
                            return (SumKind.Sum, [a, b, c]);
                        }

                        if (a != b && a != c && Fits(row => one[row] - two[row] - three[row]))
                        {
                            return (SumKind.Difference, [a, b, c]);
                        }
                    }
                }
            }

            return null;
        }

        private (SumKind Kind, int[] Columns)? All() => parts.Length > 3 && Fits(row => parts.Sum(p => p[row])) ? (SumKind.Sum, [.. Enumerable.Range(0, parts.Length)]) : null;

        // Most guesses fail within the first rows.
        private bool Fits(Func<int, double> value)
        {
            var misses = 0;
            var most = goal.Length - (int)Math.Ceiling(goal.Length * RowsThatFit);
            for (var row = 0; row < goal.Length; row++)
            {
                if (!(Math.Abs(value(row) - goal[row]) <= near) && ++misses > most)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
