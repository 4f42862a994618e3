using Builder.Datasets.Profiles;
using Builder.Graph;
using Builder.Graph.Data;

namespace Builder.Proposals.Warnings;

/// <summary>Too few rows.</summary>
internal static class RowWarnings
{
    private const int Few = 100;

    /// <summary>One to learn from, one to watch, one for the test.</summary>
    private const int FewestToHoldBack = 3;

    /// <summary>The warnings.</summary>
    public static IEnumerable<DataWarning> Of(SourceInspection inspection, DataPlan plan)
    {
        var rows = inspection.Table.RowCount;
        var (one, many, unit, measure) = plan.Source is PicturesSource or IdxSource ? ("picture", "pictures", "张图片", "张") : ("row", "rows", "行数据", "行");
        if (rows < FewestToHoldBack)
        {
            yield return new("too-few-rows", WarningLevel.Blocking, null, new(
                rows == 1 ? $"There is only one {one}. A model learns from some {many} and is tested with others: bring at least three, better a few hundred."
                    : $"There are only {rows} {many}. A model learns from some, is watched with some and tested with others: bring at least three, better a few hundred.",
                $"只有 {rows} {unit}。模型用一部分学习、一部分监测、一部分测试：请至少提供三{measure}，最好有几百{measure}。"));
        }
        else if (rows < Few)
        {
            yield return new("few-rows", WarningLevel.Warning, null, new(
                $"There are only {rows} {many}. The scores will depend much on chance; bring more {many} if you can, at least a few hundred.",
                $"只有 {rows} {unit}，结果受偶然因素的影响很大。请尽量多提供一些，至少几百{measure}。"));
        }
    }
}

/// <summary>Says once, for all columns together, that gaps are filled and how.</summary>
internal static class GapNotes
{
    private const int NamesShown = 6;

    /// <summary>The note, where there are gaps.</summary>
    public static IEnumerable<DataWarning> Of(SourceInspection inspection, DataPlan plan)
    {
        var gaps = plan.Columns.Select((column, i) => (Column: column, inspection.Profiles[i].Missing, inspection.Profiles[i].Count))
            .Where(c => c.Column.Use == ColumnUse.Input && c.Missing > 0 && c.Missing <= c.Count * ColumnWarnings.ManyGaps).ToArray();
        if (gaps.Length > 0)
        {
            var ways = gaps.Select(g => Way(g.Column.Type)).Distinct().ToArray();
            yield return new("gaps", WarningLevel.Note, gaps.Length == 1 ? gaps[0].Column.Name : null, new(
                $"Gaps are filled automatically ({Names(gaps, ", ")}): {string.Join(", ", ways.Select(w => w.En))}.",
                $"缺失值会自动填补（{Names(gaps, "、")}）：{string.Join("，", ways.Select(w => w.Zh))}。"));
        }
    }

    private static string Names((ColumnChoice Column, int Missing, int Count)[] gaps, string separator) =>
        string.Join(separator, gaps.Take(NamesShown).Select(g => $"{g.Column.Name} {g.Missing:N0}")) + (gaps.Length > NamesShown ? separator + "…" : "");

    private static Localized Way(ColumnType type) => type switch
    {
        ColumnType.Number or ColumnType.Date => new("numbers and dates with the median", "数值和日期用中位数"),
        ColumnType.Text => new("texts count as empty", "文本视为空"),
        _ => new("categories with a value of their own", "类别单独算作一类"),
    };
}
