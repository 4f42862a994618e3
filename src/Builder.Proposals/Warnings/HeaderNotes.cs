using Builder.Datasets.Csv;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Proposals.Warnings;

/// <summary>Names that several lines make together, and lines below the names that are no rows.</summary>
internal static class HeaderNotes
{
    private const int ColumnsNamed = 5;
    private const int LongestNamed = 40;

    /// <summary>The notes.</summary>
    public static IEnumerable<DataWarning> Of(SourceInspection inspection, DataPlan plan)
    {
        if (plan.Source is not TableSource { Header: { } header } source)
        {
            yield break;
        }

        if (header.Names > 1)
        {
            var joined = inspection.Table.Columns.Select(c => c.Name).FirstOrDefault(n => n.Contains(' ', StringComparison.Ordinal)) ?? inspection.Table.Columns[^1].Name;
            yield return new("names-joined", WarningLevel.Note, null, new(
                $"The first {header.Names} lines of the table together hold the names of the columns, such as “{Short(joined)}”.",
                $"表格前 {header.Names} 行合起来组成列名，例如“{Short(joined)}”。"),
                new(new("Only the last of these lines", "只用其中最后一行"), p => p with { Source = source with { LinesAbove = (source.LinesAbove ?? 0) + header.Names - 1, Header = new(1, header.Notes) } }))
            {
                OtherFixes = [new(new("Only the first line; the others are rows", "只用首行，其余为数据行"), p => p with { Source = source with { Header = true } })],
            };
        }

        if (header.Notes > 0)
        {
            var asRows = new DataFix(header.Notes == 1 ? new("Read it as a row", "作为数据行读取") : new("Read them as rows", "作为数据行读取"), p => p with { Source = source with { Header = header with { Notes = 0 } } });
            var units = Units(inspection).ToArray();
            yield return units.Length > 0
                ? new("units-line", WarningLevel.Note, null, new(
                    $"The line below the names holds units and is no row: {List(units, ", ")}.",
                    $"列名下方的一行是单位，不作为数据行：{List(units, "、")}。"), asRows)
                : new("lines-below-names", WarningLevel.Note, null, new(
                    header.Notes == 1 ? $"The line below the names describes the columns and is no row{Example(inspection, ": “", "”")}." : $"The {header.Notes} lines below the names describe the columns and are no rows{Example(inspection, ": “", "”, …")}.",
                    $"列名下方的 {header.Notes} 行用于说明各列，不作为数据行{Example(inspection, "：“", header.Notes == 1 ? "”" : "”……")}。"), asRows);
        }
    }

    // As a column says it: "weight (kg)".
    private static IEnumerable<string> Units(SourceInspection inspection) => inspection.ColumnNotes is not [var line, ..] ? []
        : inspection.Table.Columns.Zip(line, (column, unit) => (column.Name, Unit: unit.Trim())).Where(c => LinesBelowNames.IsUnit(c.Unit)).Select(c => $"{Short(c.Name)} ({c.Unit.Trim('(', ')', '[', ']')})");

    private static string List(string[] units, string separator) => string.Join(separator, units.Take(ColumnsNamed)) + (units.Length > ColumnsNamed ? separator + "…" : "");

    private static string Example(SourceInspection inspection, string before, string behind) =>
        inspection.ColumnNotes.SelectMany(l => l).FirstOrDefault(c => !string.IsNullOrWhiteSpace(c)) is { } text ? before + Short(text.Trim()) + behind : "";

    private static string Short(string text) => text.Length <= LongestNamed ? text : text[..LongestNamed] + "…";
}
