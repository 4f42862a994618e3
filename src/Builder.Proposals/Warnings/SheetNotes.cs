using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Proposals.Warnings;

/// <summary>Which of several tables of a file is read, and cells that are one.</summary>
internal static class SheetNotes
{
    private const int SheetsOffered = 5;

    /// <summary>The notes.</summary>
    public static IEnumerable<DataWarning> Of(SourceInspection inspection, DataPlan plan)
    {
        if (plan.Source is not TableSource source)
        {
            yield break;
        }

        if (inspection.Sheets is { All.Length: > 1 } sheets)
        {
            DataFix[] others = [.. sheets.All.Where(s => s != sheets.Name).Take(SheetsOffered).Select(s => new DataFix(
                new($"Read “{s}”", $"读取“{s}”"), p => p with { Source = Anew(source) with { Sheet = s } }))];
            yield return new("sheet", WarningLevel.Note, null, new(
                $"The file holds {sheets.All.Length} tables; “{sheets.Name}” is read.", $"文件中有 {sheets.All.Length} 个表，读取的是“{sheets.Name}”。"), others[0])
            {
                OtherFixes = [.. others[1..]],
            };
        }

        if (inspection.Made is { MergedCells: > 0 and var merged })
        {
            yield return source.FillMerged == true
                ? new("merged-cells", WarningLevel.Note, null, new(
                    $"Merged cells are filled: each of them has the value of the whole ({merged:N0} cells).", $"合并的单元格已填充：其中每个单元格都取整体的值（{merged:N0} 个）。"),
                    new(new("Leave them empty", "保持为空"), p => p with { Source = Anew(source) with { Sheet = source.Sheet } }))
                : new("merged-cells", WarningLevel.Warning, null, new(
                    $"The sheet has merged cells: only the first of each has the value, {merged:N0} others are empty.", $"工作表中有合并的单元格：每组只有第一个单元格有值，其余 {merged:N0} 个为空。"),
                    new(new("Fill them with the value", "用该值填充"), p => p with { Source = Anew(source) with { Sheet = source.Sheet, FillMerged = true } }));
        }
    }

    /// <summary>Where a text of many lines could be a table of one text a line.</summary>
    public static IEnumerable<DataWarning> OfText(SourceInspection inspection, DataPlan plan)
    {
        if (plan.Source is TextSource text && inspection.Table.Columns is [Datasets.Columns.TextColumn { Entries: [var all, ..] }, ..] && Lines(all) is >= FewestLines and var lines)
        {
            yield return new("lines", WarningLevel.Note, null, new(
                $"The file is read as one running text. It has {lines:N0} lines; if each is a text of its own, such as a review, read them as a table.",
                $"该文件作为一篇连续的文本读取，共 {lines:N0} 行。如果每一行都是一条独立的文本（例如一条评论），请按表格读取。"),
                new(new("One text a line", "每行一条文本"), p => p with { Source = new TableSource { Path = text.Path, Encoding = text.Encoding, Layout = TableLayout.Lines } }));
        }
    }

    private const int FewestLines = 10;

    // Lines that are wrapped prose or poems have blank lines between their parts.
    private static int Lines(string text)
    {
        var lines = text.Trim().Split('\n');
        return Array.Exists(lines, string.IsNullOrWhiteSpace) ? 0 : lines.Length;
    }

    private static TableSource Anew(TableSource source) => new() { Path = source.Path, Missing = source.Missing };
}
