using System.Runtime.InteropServices;
using Builder.Datasets.Columns;

namespace Builder.Proposals.Columns;

/// <summary>The different values of a column, numbered in the order in which they appear.</summary>
/// <param name="Codes">The number of each row's value; −1 where it is missing.</param>
/// <param name="Count">How many different values there are.</param>
internal sealed record ValueCodes(int[] Codes, int Count)
{
    /// <summary>True where a row has no value.</summary>
    public bool HasGaps => Array.Exists(Codes, code => code < 0);

    /// <summary>The values of a column of numbers or texts; null for pictures.</summary>
    public static ValueCodes? Of(RawTable table, string column) =>
        table.Find<TextColumn>(column) is { } texts ? Of(texts)
        : table.Find<NumberColumn>(column) is { } numbers ? Of(numbers)
        : null;

    private static ValueCodes Of(TextColumn column)
    {
        var (codes, place, count) = (new int[column.Count], new int[column.Entries.Length], 0);
        for (var row = 0; row < codes.Length; row++)
        {
            if (column.Codes[row] is var code && code == TextColumn.Missing)
            {
                codes[row] = -1;
                continue;
            }

            // From 1 on, so that 0 is a value that has not been met.
            place[code] = place[code] == 0 ? ++count : place[code];
            codes[row] = place[code] - 1;
        }

        return new ValueCodes(codes, count);
    }

    private static ValueCodes Of(NumberColumn column)
    {
        var (codes, known) = (new int[column.Count], new Dictionary<double, int>());
        for (var row = 0; row < codes.Length; row++)
        {
            if (double.IsNaN(column.Values[row]))
            {
                codes[row] = -1;
                continue;
            }

            ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(known, column.Values[row], out var exists);
            code = exists ? code : known.Count - 1;
            codes[row] = code;
        }

        return new ValueCodes(codes, known.Count);
    }
}
