using System.Collections.Immutable;
using Builder.Datasets.Columns;
using Builder.Datasets.Numbers;
using Builder.Datasets.Profiles;
using Builder.Graph;
using Builder.Graph.Data;

namespace Builder.Proposals.Warnings;

/// <summary>The warning about cells that are not what their column is, with every way out.</summary>
internal static class StrangeCells
{
    private const int CellsNamed = 3;
    private const int LongestNamed = 30;

    /// <summary>More different texts than this are no marks for "no value".</summary>
    private const int MostMarks = 20;

    /// <summary>The warning.</summary>
    /// <param name="code">Its stable name.</param>
    /// <param name="inspection">What the source holds.</param>
    /// <param name="source">The source.</param>
    /// <param name="column">The column.</param>
    /// <param name="strange">The first cells, in the order of the file.</param>
    /// <param name="counts">How many there are, and how many of them hold a usual mark for "no value".</param>
    /// <param name="one">What one of them is not, such as "is no number".</param>
    /// <param name="many">What several are not.</param>
    public static DataWarning Warn(
        string code, SourceInspection inspection, TableSource source, ColumnChoice column, ImmutableArray<StrangeCell> strange, (int All, int GapMarks) counts, Localized one, Localized many)
    {
        var named = strange.OrderBy(c => GapMarks.Contains(c.Text)).Take(CellsNamed).ToArray();
        var more = counts.All > named.Length;
        var fixes = WaysOut(inspection, source, column, strange, counts.All);
        return new(code, counts.All > counts.GapMarks ? WarningLevel.Warning : WarningLevel.Note, column.Name, new(
            counts.All == 1 ? $"“{column.Name}”: one cell {one.En} and counts as missing: {En(named)}."
                : $"“{column.Name}”: {counts.All:N0} cells {many.En} and count as missing: {En(named)}{(more ? ", …" : "")}.",
            counts.All == 1 ? $"“{column.Name}”有一个单元格{one.Zh}，按缺失处理：{Zh(named)}。"
                : $"“{column.Name}”有 {counts.All:N0} 个单元格{many.Zh}，按缺失处理：{Zh(named)}{(more ? "……" : "")}。"), fixes[0])
        {
            OtherFixes = [.. fixes.Skip(1)],
        };
    }

    /// <summary>The note about numbers that carry a mark, such as &lt;0.5 or 12*, and are read as the number.</summary>
    public static DataWarning Mark(SourceInspection inspection, TableSource source, ColumnChoice column, NumberFindings findings)
    {
        var (count, named) = (findings.MarkedCount, findings.Marked.Take(CellsNamed).ToArray());
        var fixes = WaysOut(inspection, source, column, findings.Marked, count);
        return new("marked-numbers", WarningLevel.Note, column.Name, new(
            count == 1 ? $"“{column.Name}”: one number carries a limit or another mark and is read as the number alone: {En(named)}."
                : $"“{column.Name}”: {count:N0} numbers carry a limit or another mark and are read as the number alone: {En(named)}{(count > named.Length ? ", …" : "")}.",
            $"“{column.Name}”有 {count:N0} 个数字带有上下限或其他标记，只读取其中的数字：{Zh(named)}{(count > named.Length ? "……" : "")}。"), fixes[0])
        {
            OtherFixes = [.. fixes.Skip(1)],
        };
    }

    private static List<DataFix> WaysOut(SourceInspection inspection, TableSource source, ColumnChoice column, ImmutableArray<StrangeCell> cells, int count)
    {
        var fixes = new List<DataFix>();
        var texts = cells.Select(c => c.Text).Distinct(StringComparer.Ordinal).ToArray();
        if (cells.Length == count && cells.All(c => c.IsWhole) && texts.Length <= MostMarks && !HoldElsewhere(inspection, column.Name, texts))
        {
            fixes.Add(NoValue(source, texts));
        }

        if (cells.Length == count)
        {
            fixes.Add(ColumnWarnings.LeaveOut(inspection, RowNumbers.Of(cells.Select(c => c.Row + 1))));
        }

        fixes.Add(new(new("Make it a category", "改为类别"), p => p.With(p.Columns.First(c => c.Name == column.Name) with { Type = ColumnType.Category })));
        return fixes;
    }

    /// <summary>The way out for texts that stand where there is no value.</summary>
    public static DataFix NoValue(TableSource source, IEnumerable<string> texts) => new(
        new("That means “no value”", "这表示“无值”"), p => p with { Source = source with { Missing = [.. source.Missing.Union(texts, StringComparer.Ordinal)] } });

    /// <summary>Whether another column holds one of the texts as well: "none" may be a gap beside prices and a kind of garage in the next column.</summary>
    public static bool HoldElsewhere(SourceInspection inspection, string column, string[] texts) =>
        inspection.Table.Columns.OfType<TextColumn>().Any(c => c.Name != column && c.Dates is null && c.Entries.Intersect(texts, StringComparer.Ordinal).Any());

    private static string En(StrangeCell[] cells) => string.Join(", ", cells.Select(c => $"“{Short(c.Text)}” (line {c.Line:N0})"));

    private static string Zh(StrangeCell[] cells) => string.Join("、", cells.Select(c => $"“{Short(c.Text)}”（第 {c.Line:N0} 行）"));

    private static string Short(string text) => text.Length <= LongestNamed ? text : text[..LongestNamed] + "…";
}
