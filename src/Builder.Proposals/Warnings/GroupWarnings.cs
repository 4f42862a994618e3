using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Proposals.Columns;

namespace Builder.Proposals.Warnings;

/// <summary>Several rows are about the same customer, patient or machine: they have to stay in one part.</summary>
internal static class GroupWarnings
{
    /// <summary>The warnings.</summary>
    public static IEnumerable<DataWarning> Of(SourceInspection inspection, DataPlan plan)
    {
        if (SeriesOrder.Find(inspection, plan) is not null || GroupColumn.Find(inspection, plan) is not { } group || plan.Split.Way is SplitWay.Time or SplitWay.Given)
        {
            yield break;
        }

        var each = ((double)group.Rows / group.Groups).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
        var isSuitable = plan.Split.Way == SplitWay.Suitable || (plan.Split.Way == SplitWay.Group && plan.Split.By == group.Name);
        if (isSuitable)
        {
            yield return new("kept-together", WarningLevel.Note, group.Name, new(
                $"“{group.Name}” names {group.Groups:N0} different ones, with {each} rows each on average. All rows of one stay in the same part, so that the score tells how well the model does on new ones.",
                $"“{group.Name}”中有 {group.Groups:N0} 个不同的对象，平均每个 {each} 行。同一对象的所有行放在同一部分，这样分数才能说明模型对新对象的表现。"),
                new(new("Draw single rows instead", "改为逐行抽取"),
                    p => p with { Split = p.Split with { Way = p.Target?.Type == ColumnType.Category ? SplitWay.Even : SplitWay.Random, By = null } }));
        }
        else if (plan.Split.Way is SplitWay.Random or SplitWay.Even)
        {
            yield return new("torn-apart", WarningLevel.Warning, group.Name, new(
                $"Rows with the same “{group.Name}” are learned from and tested with: the model recognises the ones it has seen, and looks better than it will be on new ones.",
                $"相同“{group.Name}”的行既用于学习又用于测试：模型会认出见过的对象，分数会比遇到新对象时好看。"),
                new(new("Keep them together", "让它们保持在一起"), p => p with { Split = p.Split with { Way = SplitWay.Suitable, By = null } }));
        }
    }
}
