using System.Collections.Immutable;
using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Proposals.Columns;

namespace Builder.Proposals.Warnings;

/// <summary>What is wrong with the choice of the target.</summary>
internal static class TargetWarnings
{
    private const int FewestRowsOfAClass = 5;
    private const int ClassLikeNumbers = 12;

    /// <summary>The share below which a class or label is rare, however many there are.</summary>
    internal const double RareShare = 0.1;

    /// <summary>From this ratio of the most frequent class to the rarest on, or of rows without a label to those with it, weights are offered.</summary>
    internal const int RatioForWeights = 4;

    private const int ManyClasses = 200;

    /// <summary>The warnings.</summary>
    public static IEnumerable<DataWarning> Of(SourceInspection inspection, DataPlan plan)
    {
        if (plan.Target is not { } target)
        {
            if (PictureWarnings.SayNothing(inspection))
            {
                yield break;
            }

            yield return new("no-target", WarningLevel.Blocking, null, new(
                "Choose what the model should predict.", "请选择模型要预测的内容。"));
            yield break;
        }

        var index = plan.Columns.IndexOf(target);
        var profile = inspection.Profiles[index];
        if (profile.Distinct <= 1)
        {
            yield return new("constant-target", WarningLevel.Blocking, target.Name, new(
                $"“{target.Name}” is the same in every row, so there is nothing to predict. Choose another column.",
                $"“{target.Name}”在每一行都相同，没有可预测的内容。请选择其他列。"));
        }

        if (profile.Missing > 0 && plan.Source is not PicturesSource)
        {
            yield return new("unknown-target", WarningLevel.Note, target.Name, new(
                $"{profile.Missing:N0} {(profile.Missing == 1 ? "row does" : "rows do")} not say what “{target.Name}” is; {(profile.Missing == 1 ? "it is" : "they are")} left out.",
                $"有 {profile.Missing:N0} 行没有“{target.Name}”的值，这些行会被排除。"));
        }

        foreach (var warning in target.Type switch
        {
            ColumnType.Number => OfNumber(inspection, target, profile),
            ColumnType.Labels => LabelWarnings.OfTarget(inspection, plan, target),
            _ => OfClasses(inspection, plan, target, profile),
        })
        {
            yield return warning;
        }
    }

    private static IEnumerable<DataWarning> OfNumber(SourceInspection inspection, ColumnChoice target, ColumnProfile profile)
    {
        var values = inspection.Table.Find<NumberColumn>(target.Name)?.Values ?? [];
        // Kinds occur again and again.
        if (profile.Distinct is > 1 and <= ClassLikeNumbers && profile.Distinct * 2 <= profile.Count - profile.Missing && Array.TrueForAll(values, v => double.IsNaN(v) || v == Math.Floor(v)))
        {
            yield return new("classes-as-numbers", WarningLevel.Warning, target.Name, new(
                $"“{target.Name}” has only {profile.Distinct} different whole numbers. If they stand for kinds rather than amounts, predict classes instead.",
                $"“{target.Name}”只有 {profile.Distinct} 个不同的整数。如果它们表示种类而不是数量，应改为预测类别。"),
                new(new("Treat as classes", "作为类别处理"), p => p.With(p.Columns.First(c => c.Name == target.Name) with { Type = ColumnType.Category })));
        }
    }

    private static IEnumerable<DataWarning> OfClasses(SourceInspection inspection, DataPlan plan, ColumnChoice target, ColumnProfile profile)
    {
        if (profile.Distinct > ManyClasses)
        {
            yield return new("many-classes", WarningLevel.Warning, target.Name, new(
                $"“{target.Name}” has {profile.Distinct:N0} different classes, too many to learn from {profile.Count:N0} rows. Choose a coarser column.",
                $"“{target.Name}”有 {profile.Distinct:N0} 个不同的类别，{profile.Count:N0} 行数据不足以学会。请选择更粗的分类。"));
            yield break;
        }

        var counts = ClassCounts.Of(inspection.Table, target.Name, plan.Rows);
        var rare = counts.Where(c => c.Value < FewestRowsOfAClass).Select(c => c.Key).ToArray();
        if (rare.Length > 0 && counts.Count - rare.Length >= 2)
        {
            ImmutableArray<string> kept = [.. counts.Keys.Except(rare)];
            yield return new("rare-classes", WarningLevel.Warning, target.Name, new(
                $"{Some(rare, ", ")} {(rare.Length == 1 ? "has" : "have")} fewer than {FewestRowsOfAClass} rows: too few to learn and to test.",
                $"{Some(rare, "、")}的行数不足 {FewestRowsOfAClass}，既学不会也测不准。"),
                new(new("Leave these rows out", "排除这些行"), p => p with
                {
                    Rows = (p.Rows ?? new RowSelection()) with { Where = [.. (p.Rows?.Where ?? []).Where(w => w.Column != target.Name), new RowCondition { Column = target.Name, In = kept }] },
                }));
        }
        else if (counts.Count >= 2 && counts.Values.Max() >= counts.Values.Min() * RatioForWeights)
        {
            yield return OfImbalance(plan, target, counts);
        }
    }

    private static DataWarning OfImbalance(DataPlan plan, ColumnChoice target, IReadOnlyDictionary<string, int> counts)
    {
        var (name, count) = counts.MinBy(c => c.Value);
        var (all, most) = (counts.Values.Sum(), counts.Values.Max());
        var share = ColumnWarnings.Percent(count / (double)all);
        if (plan.Balanced)
        {
            return new("balanced", WarningLevel.Note, target.Name, new(
                $"Only {share} of the rows are “{name}”. Mistakes on rare classes count more while training, so that each class counts equally: more of “{name}” is found, at the price of more false alarms.",
                $"只有 {share} 的行是“{name}”。训练时少见类别上的错误影响更大，使每个类别同等重要：能找到更多“{name}”，代价是误报也更多。"),
                new(new("Count all rows alike", "所有行同等对待"), p => p with { Balanced = false }));
        }

        return new("imbalance", count < all * RareShare / Math.Max(1, counts.Count - 1) ? WarningLevel.Warning : WarningLevel.Note, target.Name, new(
            $"Only {share} of the rows are “{name}”, {most / (double)count:0.#} times fewer than the most frequent. A model that never says “{name}” would already be right most of the time: after training, look at the hits of each class, not at the accuracy alone. More rows of this class help most; mistakes on it can also count more.",
            $"只有 {share} 的行是“{name}”，最常见的类别是它的 {most / (double)count:0.#} 倍。从不预测“{name}”的模型看上去也大多正确：训练后请查看每个类别的召回率，而不只看准确率。补充该类别的数据最有帮助，也可以让它的错误影响更大。"),
            new(new("Let rare classes count more", "让少见类别影响更大"), p => p with { Balanced = true }));
    }

    private static string Some(string[] names, string separator) =>
        string.Join(separator, names.Take(4).Select(n => $"“{n}”")) + (names.Length > 4 ? " …" : "");
}
