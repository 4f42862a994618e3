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
        table.Find<TextColumn>(column) is { } texts ? Number(texts.Codes, code => code == TextColumn.Missing)
        : table.Find<NumberColumn>(column) is { } numbers ? Number(numbers.Values, double.IsNaN)
        : null;

    private static ValueCodes Number<T>(T[] values, Func<T, bool> isMissing)
        where T : notnull
    {
        var known = new Dictionary<T, int>();
        var codes = new int[values.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            if (isMissing(values[row]))
            {
                codes[row] = -1;
            }
            else if (!known.TryGetValue(values[row], out codes[row]))
            {
                codes[row] = known.Count;
                known.Add(values[row], codes[row]);
            }
        }

        return new ValueCodes(codes, known.Count);
    }
}
