using System.Collections.Immutable;
using Builder.Datasets.Columns;
using Builder.Datasets.Numbers;
using Builder.Datasets.Profiles;
using Builder.Graph;
using Builder.Graph.Data;

namespace Builder.Proposals.Warnings;

/// <summary>What was guessed, or counts as missing, while a column of numbers was read.</summary>
internal static class NumberWarnings
{
    private const int UnitsNamed = 3;

    // The kelvin, too.
    private const string Thousands = "K";

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

        if (findings.MarkedCount > 0)
        {
            yield return StrangeCells.Mark(inspection, source, column, findings);
        }

        if (findings.Magnitude is { } magnitude)
        {
            yield return Multiplied(source, column, magnitude);
        }

        if (findings.Units.Count > 1 || (findings.Magnitude is not null && findings.Units.Keys.Any(u => !Units.IsCurrency(u))))
        {
            yield return MixedUnits(source, column, findings);
        }
        else if (findings.Units.TryGetValue(Thousands, out var thousands) && source.MagnitudesOf(column.Name) is null && inspection.Table.Get<NumberColumn>(column.Name).Values.Count(v => !double.IsNaN(v)) > thousands)
        {
            yield return OpenThousands(source, column, thousands);
        }

        if (findings.Grouped is { } grouped)
        {
            yield return Grouped(source, column, findings, grouped);
        }
    }

    /// <summary>Numbers that are multiplied by what stands behind them.</summary>
    private static DataWarning Multiplied(TableSource source, ColumnChoice column, string written)
    {
        var mark = source.DecimalOf(column.Name)[0];
        _ = MarkedNumber.TryParseAny(written, mark, out var read, hasMagnitudes: true);
        return new("magnitudes", WarningLevel.Note, column.Name, new(
            $"“{column.Name}”: thousands, millions and the like behind its numbers are multiplied in: “{written}” is read as {Plain(read)}. So is every file for the model.",
            $"“{column.Name}”数字后面的千、万、百万等已换算进数值：“{written}”读作 {Plain(read)}。以后给模型的文件也这样读取。"),
            Turn(source, column, are: false, new("They are no thousands or millions", "它们不表示千、万或百万")));
    }

    /// <summary>A K behind some numbers and not behind others: a thousand, or a unit that was left out elsewhere. Asked until somebody has answered.</summary>
    private static DataWarning OpenThousands(TableSource source, ColumnChoice column, int count) => new("open-magnitudes", WarningLevel.Warning, column.Name, new(
        $"“{column.Name}”: {count:N0} numbers have a “{Thousands}” behind them and the others nothing. It is read as a unit, so “1.2{Thousands}” is 1.2; but it may mean thousands.",
        $"“{column.Name}”有 {count:N0} 个数字后面带“{Thousands}”，其余没有。目前按单位读取，“1.2{Thousands}”读作 1.2；但它也可能表示千。"),
        Turn(source, column, are: true, new($"“1.2{Thousands}” is 1200", $"“1.2{Thousands}”是 1200")))
    {
        OtherFixes = [Turn(source, column, are: false, new($"“{Thousands}” is a unit", $"“{Thousands}”是单位"))],
    };

    private static DataFix Turn(TableSource source, ColumnChoice column, bool are, Localized title) => new(title, p => p with { Source = source.WithMagnitudes(column.Name, are) });

    private static DataWarning MixedUnits(TableSource source, ColumnChoice column, NumberFindings findings)
    {
        var units = findings.Units.OrderByDescending(u => u.Value).Take(UnitsNamed).ToArray();
        return new("mixed-units", WarningLevel.Warning, column.Name, new(
            $"“{column.Name}” mixes units: {string.Join(", ", units.Select(u => $"{u.Key} ({u.Value:N0})"))}. The bare numbers are compared as if they were alike. Convert them to one unit in the file.",
            $"“{column.Name}”混用了单位：{string.Join("、", units.Select(u => $"{u.Key}（{u.Value:N0}）"))}。数字会被直接比较，如同单位相同。请在文件中换算成同一单位。"),
            ColumnWarnings.LeaveOut(column.Name))
        {
            OtherFixes = findings.Units.Keys.All(u => Magnitudes.OfUnit(u) is not null) ? [Turn(source, column, are: true, new("They are thousands, millions and the like", "它们表示千、万、百万等"))] : [],
        };
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
