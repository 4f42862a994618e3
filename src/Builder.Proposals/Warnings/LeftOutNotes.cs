using Builder.Datasets.Profiles;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Proposals.Columns;

namespace Builder.Proposals.Warnings;

/// <summary>Columns that were left out by themselves: nothing goes in silence.</summary>
internal static class LeftOutNotes
{
    private const int ColumnsNamed = 6;

    /// <summary>One note about all of them.</summary>
    public static IEnumerable<DataWarning> Of(SourceInspection inspection, DataPlan plan)
    {
        if (plan.Source is not TableSource)
        {
            yield break;
        }

        var left = plan.Columns.Select((column, i) => (Column: column, Profile: inspection.Profiles[i]))
            .Where(c => c.Column.Use == ColumnUse.Ignored && !FirstUses.IsUseful(inspection, c.Profile, c.Column.Type)).ToArray();
        if (left.Length == 0)
        {
            yield break;
        }

        var named = left.Take(ColumnsNamed).Select(c => (c.Column.Name, Why: Why(inspection, c.Column, c.Profile))).ToArray();
        var more = left.Length - named.Length;
        var names = left.Select(c => c.Column.Name).ToHashSet(StringComparer.Ordinal);
        yield return new("left-out", WarningLevel.Note, left.Length == 1 ? left[0].Column.Name : null, new(
            $"Left out, because there is little to learn from them: {string.Join(", ", named.Select(n => $"“{n.Name}” ({n.Why.En})"))}{(more > 0 ? $" and {more} more" : "")}.",
            $"以下列学不到什么，已自动设为“不使用”：{string.Join("、", named.Select(n => $"“{n.Name}”（{n.Why.Zh}）"))}{(more > 0 ? $"，以及另外 {more} 列" : "")}。"),
            new(left.Length == 1 ? new("Use it all the same", "仍然使用它") : new("Use them all the same", "仍然使用它们"), p => p with
            {
                Columns = [.. p.Columns.Select(c => names.Contains(c.Name) && c.Use == ColumnUse.Ignored ? c with { Use = ColumnUse.Input } : c)],
            }));
    }

    private static Localized Why(SourceInspection inspection, ColumnChoice column, ColumnProfile profile) =>
        profile.Distinct == 0 ? new("empty", "为空")
        : profile.Distinct == 1 ? new("always the same", "始终相同")
        : GroupColumn.Names(inspection, column.Name) ? new("names whom or what a row is about", "说明该行属于谁或哪个对象")
        : column.Type == ColumnType.Id ? new("names the row", "只是行的标识")
        : new($"{ColumnWarnings.Percent(profile.Missing / (double)profile.Count)} missing", $"缺失 {ColumnWarnings.Percent(profile.Missing / (double)profile.Count)}");
}
