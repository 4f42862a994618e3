using Builder.Datasets.Import;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Proposals.Warnings;

/// <summary>Columns that give the answer away: nearly the target itself, under another name.</summary>
internal static class LeakWarnings
{
    private const double SameNumber = 0.9995;
    private const int FewestRows = 30;
    private const int FewestRowsOfAValue = 3;

    /// <summary>More rows than this are not needed to see that two columns differ.</summary>
    private const int MostRows = 50_000;

    /// <summary>The warnings.</summary>
    public static IEnumerable<DataWarning> Of(SourceInspection inspection, DataPlan plan)
    {
        if (plan is not { Source: TableSource, Target: { } target } || inspection.Table.RowCount < FewestRows)
        {
            yield break;
        }

        foreach (var column in plan.Columns.Where(c => c.Use == ColumnUse.Input && GivesAway(inspection, c, target)))
        {
            yield return new("gives-away", WarningLevel.Warning, column.Name, new(
                $"“{column.Name}” alone tells “{target.Name}” in every row. If it is only known once the answer is known, the model would look perfect here and fail in real life.",
                $"单凭“{column.Name}”就能知道每一行的“{target.Name}”。如果它要等答案揭晓后才知道，模型在这里会显得完美，实际使用却会失败。"),
                ColumnWarnings.LeaveOut(column.Name));
        }
    }

    private static bool GivesAway(SourceInspection inspection, ColumnChoice column, ColumnChoice target)
    {
        var table = inspection.Table;
        return (column.Type, target.Type) switch
        {
            (ColumnType.Number, ColumnType.Number) => table.Find<NumberColumn>(column.Name) is { } one && table.Find<NumberColumn>(target.Name) is { } other
                && Math.Abs(Correlation(one.Values, other.Values)) > SameNumber,
            (ColumnType.Category, ColumnType.Category) => IsRenamed(table, column.Name, target.Name),
            _ => false,
        };
    }

    /// <summary>Every value of the column goes with one class only, and each occurs often enough for that to be no accident.</summary>
    private static bool IsRenamed(RawTable table, string column, string target)
    {
        var classOf = new Dictionary<string, string>(StringComparer.Ordinal);
        var rows = 0;
        for (var row = 0; row < Math.Min(table.RowCount, MostRows); row++)
        {
            if (ClassCounts.Name(table, column, row) is not { } value || ClassCounts.Name(table, target, row) is not { } name)
            {
                continue;
            }

            rows++;
            if (!classOf.TryAdd(value, name) && classOf[value] != name)
            {
                return false;
            }
        }

        return classOf.Values.Distinct().Count() > 1 && rows >= classOf.Count * FewestRowsOfAValue;
    }

    private static double Correlation(double[] one, double[] other)
    {
        var pairs = one.Zip(other).Take(MostRows).Where(p => !double.IsNaN(p.First) && !double.IsNaN(p.Second)).ToArray();
        if (pairs.Length < FewestRows)
        {
            return 0;
        }

        var (meanOne, meanOther) = (pairs.Average(p => p.First), pairs.Average(p => p.Second));
        var (product, squaresOne, squaresOther) = (0.0, 0.0, 0.0);
        foreach (var (a, b) in pairs)
        {
            product += (a - meanOne) * (b - meanOther);
            squaresOne += (a - meanOne) * (a - meanOne);
            squaresOther += (b - meanOther) * (b - meanOther);
        }

        return squaresOne > 0 && squaresOther > 0 ? product / Math.Sqrt(squaresOne * squaresOther) : 0;
    }
}
