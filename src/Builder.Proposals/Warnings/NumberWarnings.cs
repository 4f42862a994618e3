using System.Collections.Immutable;
using Builder.Datasets.Columns;
using Builder.Datasets.Numbers;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Proposals.Warnings;

/// <summary>What was guessed, or counts as missing, while a column of numbers was read.</summary>
internal static class NumberWarnings
{
    private const int UnitsNamed = 3;

    /// <summary>The warnings about one column.</summary>
    public static IEnumerable<DataWarning> Of(SourceInspection inspection, DataPlan plan, int index)
    {
        var column = plan.Columns[index];
        if (plan.Source is not TableSource source || column is { Use: ColumnUse.Ignored } or { Type: not ColumnType.Number }
            || inspection.Table.Find<NumberColumn>(column.Name)?.Findings is not { } findings)
        {
            yield break;
        }

        if (findings.StrangeCount > 0)
        {
            yield return StrangeCells.Warn(
                "not-numbers", inspection, source, column, findings.Strange, (findings.StrangeCount, findings.GapMarks), new("is no number", "不是数字"), new("are no numbers", "不是数字"));
        }

        if (findings.Units.Count > 1)
        {
            yield return MixedUnits(column, findings);
        }

        if (findings.Grouped is { } grouped)
        {
            yield return Grouped(source, column, findings, grouped);
        }
    }

    private static DataWarning MixedUnits(ColumnChoice column, NumberFindings findings)
    {
        var units = findings.Units.OrderByDescending(u => u.Value).Take(UnitsNamed).ToArray();
        return new("mixed-units", WarningLevel.Warning, column.Name, new(
            $"“{column.Name}” mixes units: {string.Join(", ", units.Select(u => $"{u.Key} ({u.Value:N0})"))}. The bare numbers are compared as if they were alike. Convert them to one unit in the file.",
            $"“{column.Name}”混用了单位：{string.Join("、", units.Select(u => $"{u.Key}（{u.Value:N0}）"))}。数字会被直接比较，如同单位相同。请在文件中换算成同一单位。"),
            ColumnWarnings.LeaveOut(column.Name));
    }

    private static DataWarning Grouped(TableSource source, ColumnChoice column, NumberFindings findings, string grouped)
    {
        var mark = source.DecimalOf(column.Name);
        var other = mark == "." ? "," : ".";
        _ = NumberText.TryParse(grouped, mark[0], out var read);
        var fix = NumberText.TryParse(grouped, other[0], out var otherwise) && otherwise.Value != read.Value
            ? new DataFix(new($"Read it as {Plain(otherwise.Value)}", $"读作 {Plain(otherwise.Value)}"), p => p with
            {
                Source = source with { Decimals = (source.Decimals ?? ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal)).SetItem(column.Name, other) },
            })
            : null;
        return new("thousands", WarningLevel.Note, column.Name, new(
            $"“{column.Name}” is written with marks between thousands: “{grouped}” is read as {Plain(read.Value)} ({findings.GroupedCount:N0} such numbers).",
            $"“{column.Name}”的数字带千位分隔符：“{grouped}”读作 {Plain(read.Value)}（共 {findings.GroupedCount:N0} 个）。"), fix);
    }

    private static string Plain(double value) => value.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture);
}
