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
        var first = new int[table.RowCount];
        var known = new Dictionary<int, int>(table.RowCount, new SameValues(table, columns));
        for (var row = 0; row < first.Length; row++)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(known, row, out var exists);
            place = exists ? place : row;
            first[row] = place;
        }

        return first;
    }

    /// <summary>Compares rows by their values, missing ones included. A column that is there as numbers is compared as such.</summary>
    private sealed class SameValues(RawTable table, IReadOnlyList<string> columns) : IEqualityComparer<int>
    {
        private readonly double[][] _numbers = [.. columns.Select(name => table.Find<NumberColumn>(name)?.Values).OfType<double[]>()];
        private readonly int[][] _codes = [.. columns.Where(name => table.Find<NumberColumn>(name) is null).Select(name => table.Find<TextColumn>(name)?.Codes).OfType<int[]>()];

        public bool Equals(int one, int other)
        {
            foreach (var values in _numbers)
            {
                if (Bits(values[one]) != Bits(values[other]))
                {
                    return false;
                }
            }

            return Array.TrueForAll(_codes, codes => codes[one] == codes[other]);
        }

        public int GetHashCode(int row)
        {
            var hash = default(HashCode);
            foreach (var values in _numbers)
            {
                hash.Add(Bits(values[row]));
            }

            foreach (var codes in _codes)
            {
                hash.Add(codes[row]);
            }

            return hash.ToHashCode();
        }

        private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value == 0 ? 0 : value);
    }
}
