using System.Runtime.InteropServices;
using Builder.Graph.Data;

namespace Builder.Datasets.Columns;

/// <summary>Rows that hold the same values.</summary>
internal static class RowTwins
{
    /// <summary>The source columns by which the rows of a data set are told apart: ids name a row and say nothing about it, pictures are not compared.</summary>
    public static IReadOnlyList<string> Columns(DataSet dataSet) =>
        [.. dataSet.Columns.Where(c => c.Type is not (ColumnType.Id or ColumnType.Picture)).Select(c => c.SourceName).Distinct(StringComparer.Ordinal)];

    /// <summary>For each row the first row that agrees with it in all the columns: itself, where it is the first of its kind.</summary>
    public static int[] FirstOf(RawTable table, IReadOnlyList<string> columns)
    {
        var values = columns.Select(name => Codes(table, name)).OfType<long[]>().ToArray();
        var first = new int[table.RowCount];
        var known = new Dictionary<int, int>(table.RowCount, new SameValues(values));
        for (var row = 0; row < first.Length; row++)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(known, row, out var exists);
            place = exists ? place : row;
            first[row] = place;
        }

        return first;
    }

    /// <summary>Equal numbers for equal values, missing ones included.</summary>
    private static long[]? Codes(RawTable table, string name) =>
        table.Find<NumberColumn>(name) is { } numbers ? Array.ConvertAll(numbers.Values, v => BitConverter.DoubleToInt64Bits(v == 0 ? 0 : v))
        : table.Find<TextColumn>(name) is { } texts ? Array.ConvertAll(texts.Codes, code => (long)code)
        : null;

    /// <summary>Compares rows by their values.</summary>
    private sealed class SameValues(long[][] columns) : IEqualityComparer<int>
    {
        public bool Equals(int one, int other) => Array.TrueForAll(columns, values => values[one] == values[other]);

        public int GetHashCode(int row)
        {
            var hash = default(HashCode);
            foreach (var values in columns)
            {
                hash.Add(values[row]);
            }

            return hash.ToHashCode();
        }
    }
}
