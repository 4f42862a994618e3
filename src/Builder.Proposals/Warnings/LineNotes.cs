using System.Collections.Frozen;
using Builder.Datasets.Columns;
using Builder.Datasets.Csv;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Proposals.Warnings;

/// <summary>Lines of a file that are no rows of its table, and a row that sums up the others.</summary>
internal static class LineNotes
{
    private static readonly FrozenSet<string> s_totals = new[]
    {
        "total", "totals", "grand total", "sum", "subtotal", "sub-total", "average", "avg", "avg.", "mean", "summe", "gesamt", "gesamtsumme", "insgesamt", "zwischensumme", "durchschnitt", "mittelwert", "mittel",
        "total général", "totaux", "somme", "sous-total", "moyenne", "total general", "suma", "promedio", "media", "totale", "totale generale", "somma", "total geral", "soma", "média", "totaal", "gemiddelde", "razem", "średnia", "итого", "всего", "сумма", "среднее",
        "合计", "总计", "总和", "小计", "共计", "平均", "平均值", "均值", "合計", "総計", "小計", "總計", "합계", "총계", "평균",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private const int NamesTold = 4;

    /// <summary>The notes.</summary>
    public static IEnumerable<DataWarning> Of(SourceInspection inspection, DataPlan plan)
    {
        if (plan.Source is TableSource { LinesAbove: > 0 and var above } source)
        {
            yield return new("lines-above", WarningLevel.Note, null, new(
                above == 1 ? "The first line of the file stands above the table and is not read." : $"The first {above} lines of the file stand above the table and are not read.",
                $"文件的前 {above} 行位于表格上方，没有读取。"),
                new(above == 1 ? new("Read it", "读取它") : new("Read them", "读取它们"), p => p with { Source = source with { LinesAbove = 0, Delimiter = null, Header = null } }));
        }

        if (plan.Source is TableSource keyed && inspection.Keys is { IsEmpty: false } keys)
        {
            yield return new("split-keys", WarningLevel.Note, null, new(
                $"The first column of the file holds several in one, with commas between them. It is read as {keys.Length} columns: {string.Join(", ", keys.Select(k => $"“{k}”"))}.",
                $"文件的首列用逗号把多列写在一起，已拆成 {keys.Length} 列：{string.Join("、", keys.Select(k => $"“{k}”"))}。"),
                new(new("Keep it as one column", "保留为一列"), p => p with { Source = keyed with { SplitsKeys = false, Header = null } }));
        }

        if (plan.Source is TableSource { LinesBelow: > 0 } upper && inspection.Below is { Names.IsEmpty: false } second)
        {
            yield return SecondTable(upper, second);
        }
        else if (plan.Source is TableSource { LinesBelow: > 0 and var below } closed)
        {
            yield return new("lines-below", WarningLevel.Note, null, new(
                below == 1 ? "The last line of the file stands below the table and is not read." : $"The last {below} lines of the file stand below the table and are not read.",
                $"文件的最后 {below} 行位于表格下方，没有读取。"),
                new(below == 1 ? new("Read it", "读取它") : new("Read them", "读取它们"), p => p with { Source = closed with { LinesBelow = 0 } }));
        }

        if (plan.Source is TableSource table && inspection.UnclosedQuotes is { } open)
        {
            yield return new("unclosed-quote", WarningLevel.Warning, null, new(
                open.Count == 1 ? $"In line {open.Line:N0} of the file a double quote is never closed. It is read as an ordinary character, so that no rows become one."
                    : $"In {open.Count:N0} lines of the file a double quote is not closed, first in line {open.Line:N0}. They are read as ordinary characters, so that no rows become one.",
                open.Count == 1 ? $"文件第 {open.Line:N0} 行有一个双引号没有结束。已把它当作普通字符读取，以免多行合并成一行。"
                    : $"文件中有 {open.Count:N0} 行的双引号没有结束，首次出现在第 {open.Line:N0} 行。已把它们当作普通字符读取，以免多行合并成一行。"),
                new(new("Read all quotes as ordinary characters", "把所有引号都当作普通字符读取"), p => p with { Source = table with { Quotes = QuoteStyle.Ordinary, Header = null } }));
        }

        if (Lacking(inspection, plan) is { IsEmpty: false } lacking)
        {
            var (count, line) = (lacking.Count, inspection.ShortRows!.Line);
            yield return new("short-rows", WarningLevel.Warning, null, new(
                count == 1 ? $"Line {line:N0} of the file has fewer values than there are columns; its last ones count as missing. If values lack in its middle, correct the line in the file."
                    : $"{count:N0} lines of the file have fewer values than there are columns, first line {line:N0}; their last ones count as missing. If values lack in their middle, correct the lines in the file.",
                count == 1 ? $"文件第 {line:N0} 行的值少于列数，末尾缺少的按缺失处理。如果缺的是中间的值，请在文件中改正该行。"
                    : $"文件中有 {count:N0} 行的值少于列数（首次出现在第 {line:N0} 行），末尾缺少的按缺失处理。如果缺的是中间的值，请在文件中改正这些行。"),
                ColumnWarnings.LeaveOut(inspection, lacking));
        }

        if (inspection.BlankLines > 0)
        {
            yield return new("blank-lines", WarningLevel.Note, null, new(
                inspection.BlankLines == 1 ? "One line among the rows holds nothing and is passed over. Fill it in if a row is missing." : $"{inspection.BlankLines:N0} lines among the rows hold nothing and are passed over. Fill them in if rows are missing.",
                $"表格中有 {inspection.BlankLines:N0} 行什么也没有，已跳过。如果缺了数据，请补上。"));
        }

        if (TotalRow(inspection) is { } total)
        {
            yield return new("total-row", WarningLevel.Warning, total.Column, new(
                $"The last row says “{total.Text}”: it seems to sum up the others and is no case of its own.",
                $"最后一行写着“{total.Text}”：它似乎是对其他行的汇总，并不是一个单独的样本。"),
                ColumnWarnings.LeaveOut(inspection, RowNumbers.Of(inspection.Table.RowNumber(inspection.Table.RowCount - 1))));
        }
    }

    private static DataWarning SecondTable(TableSource source, BelowTable second)
    {
        var more = second.Names.Length > NamesTold;
        var (en, zh) = (string.Join(", ", second.Names.Take(NamesTold).Select(n => $"“{n}”")), string.Join("、", second.Names.Take(NamesTold).Select(n => $"“{n}”")));
        var lower = source with { LinesAbove = (int)second.Line - 1, LinesBelow = null, Header = null, Delimiter = null, Decimal = null, Decimals = null };
        return new("second-table", WarningLevel.Warning, null, new(
            $"A second table stands below the first, from line {second.Line:N0} of the file on ({en}{(more ? ", …" : "")}). It is not read; save it as a file of its own to use both.",
            $"第一个表格下方从文件第 {second.Line:N0} 行起还有一个表格（{zh}{(more ? "……" : "")}），没有读取。如需同时使用，请把它另存为单独的文件。"),
            new(new("Read the second table instead", "改为读取第二个表格"), p => p with { Source = lower }))
        {
            OtherFixes = [new(new("They are rows of the first", "它们是第一个表格的数据行"), p => p with { Source = source with { LinesBelow = 0 } })],
        };
    }

    /// <summary>Numbers of the rows that lack values at their end and are used all the same.</summary>
    private static RowNumbers Lacking(SourceInspection inspection, DataPlan plan) =>
        RowNumbers.Of(inspection.ShortRows?.Rows.Select(row => row + 1) ?? []).Except(plan.Changes?.LeftOut ?? RowNumbers.None);

    // Only the last row, and only where no other row has the word: a column of kinds of games may well hold "total".
    private static (string Column, string Text)? TotalRow(SourceInspection inspection)
    {
        var last = inspection.Table.RowCount - 1;
        return inspection.Source is not TableSource || last < 2 ? null
            : inspection.Table.Columns.OfType<TextColumn>().Where(c => c[last] is { } text && s_totals.Contains(text.Trim().TrimEnd(':', '：')) && c.Codes.Count(code => code == c.Codes[last]) == 1)
                .Select(c => ((string, string)?)(c.Name, c[last]!)).FirstOrDefault();
    }
}
