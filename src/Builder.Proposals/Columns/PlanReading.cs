using System.Collections.Immutable;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Proposals.Columns;

/// <summary>Reads back from a data set what a person decided.</summary>
internal static class PlanReading
{
    /// <summary>The plan that leads to this data set.</summary>
    public static DataPlan Read(DataSet dataSet, string? target, SourceInspection inspection)
    {
        var targetSource = target is null ? null : dataSet.Columns.FirstOrDefault(c => c.Name == target)?.SourceName;
        var plan = new DataPlan
        {
            DataSetId = dataSet.Id,
            Source = dataSet.Source,
            Columns = [.. inspection.Columns.Select(c => Choice(dataSet, c, targetSource))],
            Split = SplitOf(dataSet, targetSource),
            Rows = OtherRows(dataSet.Rows, targetSource),
            Changes = dataSet.Changes,
        };

        // Rows that could be read as a series, but are not, were told apart on purpose.
        return dataSet.Windows is null && plan.Split.Way == SplitWay.Suitable && SeriesOrder.Find(inspection, plan) is not null
            ? plan with { Split = plan.Split with { Way = SplitWay.Random } }
            : plan;
    }

    private static ColumnChoice Choice(DataSet dataSet, DataColumn source, string? target)
    {
        var used = dataSet.Columns.Where(c => c.SourceName == source.Name).OrderBy(c => c.Window).FirstOrDefault();
        var orders = dataSet.Windows is { } windows && (windows.OrderBy == source.Name || windows.GroupBy == source.Name);
        var use = source.Name == target ? ColumnUse.Target : used is not null || orders ? ColumnUse.Input : ColumnUse.Ignored;
        return new ColumnChoice(source.Name, used?.Type ?? source.Type, use, used is null ? UnitInName.Of(source.Name) : used.Unit);
    }

    private static SplitChoice SplitOf(DataSet dataSet, string? target) => dataSet.Split switch
    {
        StratifiedSplit s when s.By == target => new(SplitWay.Suitable, null, s.Validation, s.Test, s.Seed),
        StratifiedSplit s => new(SplitWay.Random, null, s.Validation, s.Test, s.Seed),
        GroupSplit s => new(SplitWay.Group, s.By, s.Validation, s.Test, s.Seed),
        TimeSplit s when dataSet.Windows is not null => new(SplitWay.Suitable, null, s.Validation, s.Test),
        TimeSplit s => new(SplitWay.Time, s.By, s.Validation, s.Test),
        GivenSplit s => new(SplitWay.Given, s.By),
        DrawnSplit s when IsCategory(dataSet, target) => new(SplitWay.Random, null, s.Validation, s.Test, s.Seed),
        DrawnSplit s => new(SplitWay.Suitable, null, s.Validation, s.Test, s.Seed),
        _ => new(),
    };

    private static bool IsCategory(DataSet dataSet, string? target) =>
        dataSet.Columns.FirstOrDefault(c => c.SourceName == target)?.Type == ColumnType.Category;

    /// <summary>What remains of the selection once the rule is taken away that the target must be known.</summary>
    private static RowSelection? OtherRows(RowSelection? rows, string? target)
    {
        if (rows is null)
        {
            return null;
        }

        ImmutableArray<string> complete = [.. rows.Complete.Where(c => c != target)];
        return complete.IsEmpty && rows.Where.IsEmpty && rows.Limit is null && !rows.Distinct ? null : rows with { Complete = complete };
    }
}
