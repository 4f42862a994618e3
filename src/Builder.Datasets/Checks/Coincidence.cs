using System.Runtime.InteropServices;
using Builder.Datasets.Columns;
using Builder.Datasets.Randomness;

namespace Builder.Datasets.Checks;

/// <summary>Tells rows that are equal by chance from copies.</summary>
internal static class Coincidence
{
    /// <summary>Rows that are looked at.</summary>
    private const int MostRows = 50_000;

    /// <summary>Chance is estimated from columns that are taken for independent of the others, which they never quite are.</summary>
    private const double Doubt = 3;

    /// <summary>
    /// True where as many equal rows as there are would be no wonder. Pairs of rows that differ in one column only say how often chance makes a pair equal in all others;
    /// from there it is as likely as two values of that column are the same. Copies of rows that have nothing like them are no chance.
    /// </summary>
    public static bool Explains(RawTable table, IReadOnlyList<string> columns)
    {
        var rows = Math.Min(table.RowCount, MostRows);
        var codes = columns.Select(name => Codes(table, name, rows)).OfType<ulong[]>().ToArray();
        var whole = new ulong[rows];
        foreach (var column in codes)
        {
            for (var row = 0; row < rows; row++)
            {
                whole[row] += column[row];
            }
        }

        var (equal, expected) = (PairsOf(whole), 0.0);
        foreach (var column in codes)
        {
            var others = new ulong[rows];
            for (var row = 0; row < rows; row++)
            {
                others[row] = whole[row] - column[row];
            }

            // Pairs of all values against pairs of the same ones.
            var same = PairsOf(column) / (rows * (rows - 1.0) / 2);
            expected += same < 1 ? (PairsOf(others) - equal) * same / (1 - same) : 0;
        }

        return equal <= expected * Doubt;
    }

    /// <summary>A number for each value, so spread that those of a row can be added up.</summary>
    private static ulong[]? Codes(RawTable table, string name, int rows)
    {
        var salt = Xoshiro256.Mixed((ulong)table.Columns.TakeWhile(c => c.Name != name).Count());
        return table.Find<NumberColumn>(name) is { } numbers ? [.. numbers.Values.Take(rows).Select(v => Xoshiro256.Mixed(salt ^ BitConverter.DoubleToUInt64Bits(v == 0 ? 0 : v)))]
            : table.Find<TextColumn>(name) is { } texts ? [.. texts.Codes.Take(rows).Select(code => Xoshiro256.Mixed(salt ^ (ulong)code))]
            : null;
    }

    private static double PairsOf(ulong[] values)
    {
        var counts = new Dictionary<ulong, int>(values.Length);
        var pairs = 0.0;
        foreach (var value in values)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _);
            pairs += count++;
        }

        return pairs;
    }
}
