using System.Collections.Immutable;
using Builder.Datasets.Columns;
using Builder.Datasets.Numbers;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Proposals.Warnings;

/// <summary>What was guessed, or counts as missing, while a column of numbers was read.</summary>
internal static class NumberWarnings
{
    private const int CellsNamed = 3;
    private const int LongestNamed = 30;

    /// <summary>More different texts than this are no marks for "no value".</summary>
    private const int MostMarks = 20;

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
            yield return Strange(inspection, source, column, findings);
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

    private static DataWarning Strange(SourceInspection inspection, TableSource source, ColumnChoice column, NumberFindings findings)
    {
        var named = findings.Strange.OrderBy(c => GapMarks.Contains(c.Text)).Take(CellsNamed).ToArray();
        var (first, more) = (findings.StrangeCount == 1, findings.StrangeCount > named.Length);
        var fixes = new List<DataFix>();
        var texts = findings.Strange.Select(c => c.Text).Distinct(StringComparer.Ordinal).ToArray();
        if (findings.Strange.Length == findings.StrangeCount && texts.Length <= MostMarks && !HoldElsewhere(inspection, texts))
        {
            fixes.Add(new(new("That means “no value”", "这表示“无值”"), p => p with { Source = source with { Missing = [.. source.Missing.Union(texts, StringComparer.Ordinal)] } }));
        }

        if (findings.Strange.Length == findings.StrangeCount)
        {
            fixes.Add(ColumnWarnings.LeaveOut(inspection, RowNumbers.Of(findings.Strange.Select(c => c.Row + 1))));
        }

        fixes.Add(new(new("Make it a category", "改为类别"), p => p.With(p.Columns.First(c => c.Name == column.Name) with { Type = ColumnType.Category })));
        return new("not-numbers", findings.StrangeCount > findings.GapMarks ? WarningLevel.Warning : WarningLevel.Note, column.Name, new(
            first ? $"“{column.Name}”: one cell is no number and counts as missing: {En(named)}."
                : $"“{column.Name}”: {findings.StrangeCount:N0} cells are no numbers and count as missing: {En(named)}{(more ? ", …" : "")}.",
            first ? $"“{column.Name}”有一个单元格不是数字，按缺失处理：{Zh(named)}。"
                : $"“{column.Name}”有 {findings.StrangeCount:N0} 个单元格不是数字，按缺失处理：{Zh(named)}{(more ? "……" : "")}。"), fixes[0])
        {
            OtherFixes = [.. fixes.Skip(1)],
        };
    }

    // "none" may be a gap beside prices and a kind of garage in the next column.
    private static bool HoldElsewhere(SourceInspection inspection, string[] texts) =>
        inspection.Table.Columns.OfType<TextColumn>().Any(c => c.Entries.Intersect(texts, StringComparer.Ordinal).Any());

    private static DataWarning MixedUnits(ColumnChoice column, NumberFindings findings)
    {
        var units = findings.Units.OrderByDescending(u => u.Value).Take(CellsNamed).ToArray();
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

    private static string En(StrangeCell[] cells) => string.Join(", ", cells.Select(c => $"“{Short(c.Text)}” (line {c.Line:N0})"));

    private static string Zh(StrangeCell[] cells) => string.Join("、", cells.Select(c => $"“{Short(c.Text)}”（第 {c.Line:N0} 行）"));

    private static string Short(string text) => text.Length <= LongestNamed ? text : text[..LongestNamed] + "…";
}
