using Builder.Datasets.Checks;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Proposals.Warnings;

/// <summary>Columns that give the answer away: nearly the target itself, under another name.</summary>
internal static class LeakWarnings
{
    /// <summary>The warnings.</summary>
    public static IEnumerable<DataWarning> Of(SourceInspection inspection, DataPlan plan)
    {
        if (plan is not { Source: TableSource, Target: { } target })
        {
            yield break;
        }

        foreach (var column in plan.Columns.Where(c => c.Use == ColumnUse.Input && GivesAway(inspection, c, target)))
        {
            yield return new("gives-away", WarningLevel.Warning, column.Name, new(
                $"“{column.Name}” alone tells “{target.Name}” in nearly every row. If it is only known once the answer is known, the model would look perfect here and fail in real life.",
                $"单凭“{column.Name}”就几乎能知道每一行的“{target.Name}”。如果它要等答案揭晓后才知道，模型在这里会显得完美，实际使用却会失败。"),
                ColumnWarnings.LeaveOut(column.Name));
        }
    }

    private static bool GivesAway(SourceInspection inspection, ColumnChoice column, ColumnChoice target) => (column.Type, target.Type) switch
    {
        (ColumnType.Number, ColumnType.Number) => SingleColumn.NumbersTellNumbers(inspection.Table, column.Name, target.Name),
        (ColumnType.Number, ColumnType.Category) => SingleColumn.NumbersTellClasses(inspection.Table, column.Name, target.Name),
        (ColumnType.Category, ColumnType.Category) => SingleColumn.TextsTellClasses(inspection.Table, column.Name, target.Name),
        _ => false,
    };
}
