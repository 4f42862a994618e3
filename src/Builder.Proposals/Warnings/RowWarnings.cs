using Builder.Datasets.Profiles;

namespace Builder.Proposals.Warnings;

/// <summary>Too few rows.</summary>
internal static class RowWarnings
{
    private const int Few = 100;

    /// <summary>The warnings.</summary>
    public static IEnumerable<DataWarning> Of(SourceInspection inspection)
    {
        var rows = inspection.Table.RowCount;
        if (rows < Few)
        {
            yield return new("few-rows", WarningLevel.Warning, null, new(
                $"There are only {rows} {(rows == 1 ? "row" : "rows")}. The scores will depend much on chance; bring more rows if you can, at least a few hundred.",
                $"只有 {rows} 行数据，分数会受偶然因素影响很大。请尽量提供更多数据，至少几百行。"));
        }
    }
}
