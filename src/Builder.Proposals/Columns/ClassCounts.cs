using Builder.Datasets.Checks;
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
        for (var row = 0; row < table.RowCount; row++)
        {
            if (SingleColumn.NameOf(table, column, row) is { } name && kept?.Contains(name) != false)
            {
                counts[name] = counts.GetValueOrDefault(name) + 1;
            }
        }

        return counts;
    }
}
