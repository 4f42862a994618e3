using System.Runtime.CompilerServices;
using Builder.Datasets;
using Builder.Datasets.Checks;
using Builder.Datasets.Profiles;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Proposals.Columns;

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
        if (rows < FewestToHoldBack)
        {
            yield return new("too-few-rows", WarningLevel.Blocking, null, new(
                rows == 1 ? "There is only one row. A model learns from some rows and is tested with others: bring at least three, better a few hundred."
                    : $"There are only {rows} rows. A model learns from some, is watched with some and tested with others: bring at least three, better a few hundred.",
                rows == 1 ? "只有一行数据。模型要用一部分行学习、用另一部分测试：请至少提供三行，最好有几百行。"
                    : $"只有 {rows} 行数据。模型要用一部分行学习、一部分监测、一部分测试：请至少提供三行，最好有几百行。"));
        }
        else if (rows < Few)
        {
            yield return new("few-rows", WarningLevel.Warning, null, new(
                $"There are only {rows} rows. The scores will depend much on chance; bring more rows if you can, at least a few hundred.",
                $"只有 {rows} 行数据，结果受偶然因素的影响很大。请尽量提供更多数据，至少几百行。"));
        }
    }
}

/// <summary>Rows that occur more than once: a test row that was learned by heart proves nothing.</summary>
internal static class RepeatWarnings
{
    /// <summary>From this share of the test rows on, the scores would look better than they are.</summary>
    private const double TooManyKnown = 0.05;

    /// <summary>The answer stays with the inspection: the page asks again after every change, mostly for the same columns and split.</summary>
    private static readonly ConditionalWeakTable<SourceInspection, Answer> _last = [];

    private static readonly DataFix _once = new(
        new("Use each row once", "相同的行只用一次"), plan => plan with { Rows = (plan.Rows ?? new RowSelection()) with { Distinct = true } });

    private static readonly DataFix _all = new(
        new("Use all rows again", "重新使用全部行"), plan => plan with { Rows = plan.Rows is { } rows ? Without(rows) : null });

    /// <summary>The warnings.</summary>
    public static IEnumerable<DataWarning> Of(SourceInspection inspection, DataPlan plan)
    {
        if (plan is not { Source: TableSource, Target: not null } || SeriesOrder.Find(inspection, plan) is not null)
        {
            yield break;
        }

        if (plan.Rows?.Distinct == true)
        {
            yield return new("used-once", WarningLevel.Note, null, new(
                "Rows that are alike in all columns in use are used only once.", "在所用各列中完全相同的行只使用一次。"), _all);
        }
        else if (Find(inspection, plan) is { Repeats: > 0 } found)
        {
            yield return Warning(found);
        }
    }

    private static DataWarning Warning(RepeatedRows found)
    {
        var isGrave = !found.AreExpected && found.Known > found.Test * TooManyKnown;
        var one = found.Repeats == 1;
        var known = Known(found);
        var message = new Localized(
            $"{found.Repeats:N0} {(one ? "row repeats" : "rows repeat")} another row in all columns in use.{known?.En}{(found.AreExpected ? " With so few different values that is to be expected." : "")}",
            $"有 {found.Repeats:N0} 行在所用各列中与其他行完全相同。{known?.Zh}{(found.AreExpected ? "列中不同的值很少，这属于正常情况。" : "")}");
        return isGrave
            ? new("repeats", WarningLevel.Warning, null, new(
                message.En + " The model can learn these by heart, so its score will look better than it is.",
                message.Zh + "模型可能把它们背下来，指标会比实际水平好看。"), _once)
            : new("repeats", WarningLevel.Note, null, message, found.AreExpected ? null : _once);
    }

    private static Localized? Known(RepeatedRows found) => found.Known == 0
        ? null
        : new(
            $" {found.Known:N0} of the {found.Test:N0} test rows {(found.Known == 1 ? "is" : "are")} also among those that are learned from.",
            $"{found.Test:N0} 个测试行中有 {found.Known:N0} 行也出现在训练数据里。");

    private static RepeatedRows? Find(SourceInspection inspection, DataPlan plan)
    {
        DataSet set;
        try
        {
            set = PlanEncoding.Encode(inspection, plan, null, null).DataSet;
        }
        catch (DataException)
        {
            // Nothing is left to read: that is told elsewhere.
            return null;
        }

        if (_last.TryGetValue(inspection, out var known) && known.Of == Key(set))
        {
            return known.Found;
        }

        var answer = new Answer(Key(set), RepeatedRows.Find(set, inspection.Table));
        _last.AddOrUpdate(inspection, answer);
        return answer.Found;
    }

    private static string Key(DataSet set) => System.Text.Encoding.UTF8.GetString(DataJson.Write([set]));

    private static RowSelection? Without(RowSelection rows) =>
        rows.Where.IsEmpty && rows.Complete.IsEmpty && rows.Limit is null ? null : rows with { Distinct = false };

    private sealed record Answer(string Of, RepeatedRows? Found);
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
