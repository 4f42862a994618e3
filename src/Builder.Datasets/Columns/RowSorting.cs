namespace Builder.Datasets.Columns;

/// <summary>Brings rows into the order of their numbers.</summary>
public static class RowSorting
{
    /// <summary>Sorts numbers, and their rows with them; rows of equal numbers rise.</summary>
    /// <param name="keys">The number of each row, none of them NaN.</param>
    /// <param name="rows">The rows.</param>
    public static void Sort(double[] keys, int[] rows)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(rows);
        Array.Sort(keys, rows);
        for (var from = 0; from < keys.Length;)
        {
            var to = from + 1;
            while (to < keys.Length && keys[to] == keys[from])
            {
                to++;
            }

            Array.Sort(rows, from, to - from);
            from = to;
        }
    }
}
