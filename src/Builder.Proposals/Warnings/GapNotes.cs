using Builder.Datasets.Profiles;
using Builder.Graph;
using Builder.Graph.Data;

namespace Builder.Proposals.Warnings;

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
        _ => new("categories with a value of their own", "类别用单独的一个取值"),
    };
}
