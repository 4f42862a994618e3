using Builder.Graph.Data;

namespace Builder.Datasets.Import;

/// <summary>A source column that is needed.</summary>
/// <param name="Name">Its name in the source.</param>
/// <param name="IsNumber">As numbers, or as text.</param>
/// <param name="IsOptional">Whether the source may lack it.</param>
/// <param name="IsDate">As texts that are dates, so that others are missing.</param>
internal sealed record ColumnNeed(string Name, bool IsNumber, bool IsOptional, bool IsDate = false);

/// <summary>Which source columns a data set needs, and as what.</summary>
internal static class ColumnNeeds
{
    /// <summary>All columns that the data set names anywhere.</summary>
    public static IReadOnlyList<ColumnNeed> Of(DataSet spec)
    {
        var needs = Used(spec, isOptional: false);
        foreach (var name in Keys(spec))
        {
            needs.Add(new ColumnNeed(name, IsNumber: false, IsOptional: false));
        }

        return Different(needs);
    }

    /// <summary>The columns for a prediction: none must be there, as targets are unknown; what is missing is for the caller to judge.</summary>
    public static IReadOnlyList<ColumnNeed> OfPrediction(DataSet spec)
    {
        var needs = Used(spec, isOptional: true);
        if (spec.Windows is { } windows)
        {
            needs.AddRange(new[] { windows.OrderBy, windows.GroupBy }.OfType<string>().Select(n => new ColumnNeed(n, false, true)));
        }

        return Different(needs);
    }

    // What is read as dates and orders the rows as well is read once.
    private static IReadOnlyList<ColumnNeed> Different(List<ColumnNeed> needs) =>
        [.. needs.Distinct().GroupBy(n => (n.Name, n.IsNumber)).Select(g => g.First() with { IsDate = g.Any(n => n.IsDate) })];

    private static List<ColumnNeed> Used(DataSet spec, bool isOptional) =>
        [.. spec.Columns.Select(c => new ColumnNeed(c.SourceName, c.Type == ColumnType.Number, isOptional, IsDate(spec, c)))];

    private static bool IsDate(DataSet spec, DataColumn column) => spec.Columns.Where(c => c.SourceName == column.SourceName && c.Type != ColumnType.Number).All(c => c.Type == ColumnType.Date) && column.Type == ColumnType.Date;

    private static IEnumerable<string> Keys(DataSet spec)
    {
        foreach (var condition in spec.Rows?.Where ?? [])
        {
            yield return condition.Column;
        }

        foreach (var column in spec.Rows?.Complete ?? [])
        {
            yield return column;
        }

        var split = spec.Split switch
        {
            StratifiedSplit s => s.By,
            GroupSplit s => s.By,
            TimeSplit s => s.By,
            GivenSplit s => s.By,
            _ => null,
        };
        foreach (var name in new[] { spec.Windows?.OrderBy, spec.Windows?.GroupBy, split }.OfType<string>())
        {
            yield return name;
        }
    }
}
