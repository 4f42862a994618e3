using System.Globalization;
using Builder.Datasets.Columns;
using Builder.Graph.Data;

namespace Builder.Proposals.Columns;

/// <summary>How often each class of a column occurs.</summary>
public static class ClassCounts
{
    /// <summary>Rows of each class, in the order of their appearance; rows without a value and those that are not used are left out.</summary>
    public static IReadOnlyDictionary<string, int> Of(RawTable table, string column, RowSelection? rows = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        var kept = rows?.Where.FirstOrDefault(w => w.Column == column)?.In.ToHashSet(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, count) in InOrder(table, column).Where(c => kept?.Contains(c.Name) != false))
        {
            counts[name] = counts.GetValueOrDefault(name) + count;
        }

        return counts;
    }

    // Values are counted before any of them becomes a text.
    private static IEnumerable<(string Name, int Count)> InOrder(RawTable table, string column) =>
        table.Find<TextColumn>(column) is { } texts
            ? texts.Codes.Where(code => code != TextColumn.Missing).CountBy(code => code).Select(c => (texts.Entries[c.Key], c.Value))
            : (table.Find<NumberColumn>(column)?.Values ?? []).Where(value => !double.IsNaN(value)).CountBy(BitConverter.DoubleToInt64Bits)
                .Select(c => (BitConverter.Int64BitsToDouble(c.Key).ToString("R", CultureInfo.InvariantCulture), c.Value));
}
