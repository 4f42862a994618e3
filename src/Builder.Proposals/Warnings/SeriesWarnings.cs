using System.Globalization;
using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Proposals.Columns;

namespace Builder.Proposals.Warnings;

/// <summary>What is odd about the times of a series, and what was made of it.</summary>
internal static class SeriesWarnings
{
    private const int HolesNamed = 3;

    /// <summary>The warnings.</summary>
    public static IEnumerable<DataWarning> Of(SourceInspection inspection, DataPlan plan)
    {
        if (SeriesOrder.Find(inspection, plan) is { } series)
        {
            return OfSeries(inspection, plan, series);
        }

        if (GroupColumn.Find(inspection, plan) is null && NamelessSeries.Find(inspection, plan) is { } nameless)
        {
            return [Nameless(nameless)];
        }

        return plan is { Target.Type: ColumnType.Category or ColumnType.Labels, Split.Way: not (SplitWay.Time or SplitWay.Given) } && SeriesOrder.InTime(inspection, plan) is { StepDays: not null } order
            ? [NotInTime(order)]
            : [];
    }

    private static IEnumerable<DataWarning> OfSeries(SourceInspection inspection, DataPlan plan, SeriesOrder series)
    {
        var (table, times) = (inspection.Table, series.Times);
        if (series.GroupBy is { } group)
        {
            var count = ValueCodes.Of(table, group)!.Count;
            yield return new("several-series", WarningLevel.Note, group, new(
                $"The table holds {count:N0} series, told apart by “{group}”: no look back mixes two of them.",
                $"表中有 {count:N0} 个序列，由“{group}”区分：回看时不会把不同序列混在一起。"));
        }

        if (times.Repeats is [var first, ..])
        {
            var one = times.Repeats.Length == 1;
            yield return new("repeated-times", WarningLevel.Note, series.By, new(
                $"{times.Repeats.Length:N0} {(one ? "row has" : "rows have")} a time in “{series.By}” that an earlier row has already ({(one ? "row" : "the first is row")} {table.RowNumber(first):N0}: {Time(table, series.By, first)}). All are kept, in the order of the file.",
                $"“{series.By}”中有 {times.Repeats.Length:N0} 行的时间与前面的行重复（{(one ? "" : "第一处为")}第 {table.RowNumber(first):N0} 行：{Time(table, series.By, first)}）。这些行都保留，按文件中的顺序排列。"),
                new(new("Keep only the first of each time", "每个时间只保留第一行"),
                    ColumnWarnings.LeaveOut(inspection, RowNumbers.Of([.. times.Repeats.Select(table.RowNumber)])).Apply));
        }

        if (times.Missing > 0)
        {
            yield return new("no-time", WarningLevel.Note, series.By, new(
                $"{times.Missing:N0} {(times.Missing == 1 ? "row has" : "rows have")} no time in “{series.By}” and cannot be placed in the series: {(times.Missing == 1 ? "it is" : "they are")} left out. Fill the time in to use {(times.Missing == 1 ? "it" : "them")}.",
                $"有 {times.Missing:N0} 行在“{series.By}”中没有时间，无法排入序列，已排除。补上时间即可使用。"));
        }

        if (times.Holes.Length > 0)
        {
            yield return plan.CrossHoles
                ? new("holes", WarningLevel.Note, series.By, Holes(table, series, (
                    "A look back may reach across, as if no time had passed.", "回看时会跨过缺口，仿佛中间没有间隔。")),
                    new(new("Do not reach across", "不跨过缺口"), p => p with { CrossHoles = false }))
                : new("holes", WarningLevel.Note, series.By, Holes(table, series, (
                    "No look back reaches across, so a few rows after each are only looked back at.", "回看时不会跨过缺口，因此每个缺口之后的若干行只用于回看。")),
                    new(new("Reach across all the same", "仍然跨过缺口"), p => p with { CrossHoles = true }));
        }
    }

    private static DataWarning Nameless(NamelessSeries series) => new("nameless-series", WarningLevel.Warning, series.By, new(
        $"Nearly every time in “{series.By}” occurs {series.Each} times, and no column in use tells the rows of one time apart: {series.Each} series seem to be mixed. To forecast each of them, bring a column that names them (such as the shop), or use such a column as an input; a file with one series works, too.",
        $"“{series.By}”中几乎每个时间都出现 {series.Each} 次，而所用各列都无法区分同一时间的行：似乎混有 {series.Each} 个序列。要分别预测，请提供一列来标明各行属于哪个序列（例如店铺），或把这样的列设为输入；只含一个序列的文件也可以。"));

    private static DataWarning NotInTime(SeriesOrder order) => new("not-in-time", WarningLevel.Warning, order.By, new(
        $"The rows follow each other in time (“{order.By}”), but those for the test are drawn from all over. A model that knows the days before and after looks better here than it will be on days to come.",
        $"各行按时间（“{order.By}”）先后排列，但测试行是从各处抽取的。模型见过前后几天的数据，在这里的分数会比将来实际使用时好看。"),
        new(new("Hold back the latest rows", "留出最后的数据"), p => p with { Split = p.Split with { Way = SplitWay.Time, By = order.By } }));

    private static Localized Holes(RawTable table, SeriesOrder series, (string En, string Zh) follows)
    {
        var holes = series.Times.Holes.OrderByDescending(h => h.Length).Take(HolesNamed).OrderBy(h => h.After).ToArray();
        var more = series.Times.Holes.Length - holes.Length;
        return new(
            $"Rows are missing in “{series.By}”: {string.Join("; ", holes.Select(h => $"{Length(series, h).En} after {Time(table, series.By, h.After)} (row {table.RowNumber(h.After):N0})"))}{(more > 0 ? $"; and {more:N0} shorter ones" : "")}. {follows.En}",
            $"“{series.By}”中有缺口：{string.Join("；", holes.Select(h => $"{Time(table, series.By, h.After)}（第 {table.RowNumber(h.After):N0} 行）之后 {Length(series, h).Zh}"))}{(more > 0 ? $"；另有 {more:N0} 处较短的" : "")}。{follows.Zh}");
    }

    private static Localized Length(SeriesOrder series, SeriesHole hole) => series.StepDays is null
        ? new(Number(hole.Length), Number(hole.Length))
        : hole.Length switch
        {
            >= 2 => new($"{Number(hole.Length)} days", $"{Number(hole.Length)} 天"),
            >= 2 / 24.0 => new($"{Number(hole.Length * 24)} hours", $"{Number(hole.Length * 24)} 小时"),
            _ => new($"{Number(hole.Length * 24 * 60)} minutes", $"{Number(hole.Length * 24 * 60)} 分钟"),
        };

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Time(RawTable table, string column, int row) =>
        table.Find<TextColumn>(column) is { } texts ? texts[row]!
        : table.Get<NumberColumn>(column).Values[row].ToString("R", CultureInfo.InvariantCulture);
}
