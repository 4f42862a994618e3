using Builder.Datasets.Columns;
using Builder.Datasets.Labels;
using Builder.Datasets.Profiles;
using Builder.Graph;
using Builder.Graph.Data;

namespace Builder.Proposals.Warnings;

/// <summary>Columns whose cells hold several labels: taken apart, or each combination a class; and labels that are too rare.</summary>
internal static class LabelWarnings
{
    private const int LabelsNamed = 4;
    private const int FewestRowsOfALabel = 5;

    /// <summary>How the cells of a column are read, with the way to read them otherwise.</summary>
    public static IEnumerable<DataWarning> OfReading(SourceInspection inspection, DataPlan plan, int index)
    {
        var (column, inferred) = (plan.Columns[index], inspection.Types[index]);
        if (column.Use == ColumnUse.Ignored || inspection.Table.Find<TextColumn>(column.Name) is not { } texts)
        {
            yield break;
        }

        if (column.Type == ColumnType.Labels)
        {
            var other = inferred.Type == ColumnType.Labels ? ColumnType.Category : inspection.Columns[index].Type;
            yield return new("several-labels", WarningLevel.Note, column.Name, Apart(column.Name, texts, inferred.Separator ?? LabelColumns.SeparatorOf(texts)), new(
                other == ColumnType.Category ? new("Take each combination as one class", "把每种组合作为一个类别") : new("Set it back", "恢复原类型"), p => With(p, column.Name, other)));
        }
        else if (column.Type == ColumnType.Category && inferred.Separator is not null)
        {
            var combinations = inspection.Profiles[index].Distinct;
            yield return new("combined-labels", WarningLevel.Note, column.Name, new(
                $"“{column.Name}” holds several labels in a cell, and each of the {combinations:N0} combinations counts as a class of its own: what one label has in common with itself in another combination is not learned.",
                $"“{column.Name}”的单元格中有多个标签，现在把 {combinations:N0} 种组合各作为一个类别：同一个标签在不同组合中的共同点学不到。"),
                new(new("Take the labels apart", "拆成单个标签"), p => With(p, column.Name, ColumnType.Labels)));
        }
    }

    /// <summary>Labels of the target that few rows have: too few to learn, or so few that missing them can count more.</summary>
    public static IEnumerable<DataWarning> OfTarget(SourceInspection inspection, DataPlan plan, ColumnChoice target)
    {
        if (inspection.Table.Find<TextColumn>(target.Name) is not { } texts)
        {
            yield break;
        }

        var separator = LabelColumns.SeparatorOf(texts);
        var counts = LabelColumns.Count(texts, separator);
        string[] rare = [.. counts.Where(c => c.Value < FewestRowsOfALabel).OrderBy(c => c.Value).Select(c => c.Key)];
        if (counts.Count - rare.Length < 2)
        {
            yield break;
        }

        if (rare.Length > 0)
        {
            var isRare = texts.Entries.ConvertAll(cell => LabelText.Split(cell, separator).Any(rare.Contains));
            var rows = RowNumbers.Of(Enumerable.Range(0, texts.Count).Where(row => texts.Codes[row] is var code && code >= 0 && isRare[code]).Select(inspection.Table.RowNumber));
            yield return new("rare-labels", WarningLevel.Warning, target.Name, new(
                $"{Some(rare, ", ")} {(rare.Length == 1 ? "is a label" : "are labels")} of fewer than {FewestRowsOfALabel} rows: too few to learn and to test. {(rare.Length == 1 ? "It" : "They")} will hardly ever be given.",
                $"{Some(rare, "、")}这样的标签只出现在不足 {FewestRowsOfALabel} 行中，既学不会也测不准，模型几乎不会给出。"),
                ColumnWarnings.LeaveOut(inspection, rows));
        }

        var (name, count) = counts.Where(c => c.Value >= FewestRowsOfALabel).MinBy(c => c.Value);
        var known = texts.Codes.Count(code => code != TextColumn.Missing);
        if (known - count >= count * TargetWarnings.RatioForWeights)
        {
            yield return OfImbalance(plan, target, name, count / (double)known, counts.Count);
        }
    }

    private static DataWarning OfImbalance(DataPlan plan, ColumnChoice target, string name, double share, int labels)
    {
        var percent = ColumnWarnings.Percent(share);
        return plan.Balanced
            ? new("balanced", WarningLevel.Note, target.Name, new(
                $"Only {percent} of the rows have “{name}”. To miss a label counts more than to give it wrongly, the more so the rarer it is: more of “{name}” is found, at the price of more false alarms.",
                $"只有 {percent} 的行带有“{name}”。漏掉一个标签比误给一个标签影响更大，标签越少见越是如此：能找到更多“{name}”，代价是误报也更多。"),
                new(new("Count all rows alike", "所有行同等对待"), p => p with { Balanced = false }))
            : new("imbalance", share < TargetWarnings.RareShare / Math.Max(1, labels - 1) ? WarningLevel.Warning : WarningLevel.Note, target.Name, new(
                $"Only {percent} of the rows have “{name}”. A model that never gives it would already be right most of the time: after training, look at the hits of each label. More rows that have it help most; missing it can also count more.",
                $"只有 {percent} 的行带有“{name}”。从不给出它的模型看上去也大多正确：训练后请查看每个标签的召回率。补充带有该标签的数据最有帮助，也可以让漏掉它的影响更大。"),
                new(new("Let rare labels count more", "让少见标签影响更大"), p => p with { Balanced = true }));
    }

    private static DataPlan With(DataPlan plan, string column, ColumnType type) => plan.With(plan.Columns.First(c => c.Name == column) with { Type = type });

    private static Localized Apart(string column, TextColumn texts, string? separator)
    {
        var profile = Profiler.ProfileLabels(texts, separator);
        var more = profile.Distinct - LabelsNamed;
        var (en, zh) = (string.Join(", ", profile.Top.Take(LabelsNamed).Select(t => $"“{t.Value}”")), string.Join("、", profile.Top.Take(LabelsNamed).Select(t => $"“{t.Value}”")));
        var (how, howZh) = separator switch
        {
            null => ("has one label in a cell", "每个单元格是一个标签"),
            LabelText.Json => ("holds lists of labels", "的单元格是标签列表"),
            _ => ($"holds several labels in a cell, with “{separator}” between them", $"的单元格中有多个标签，以“{separator}”分隔"),
        };
        var gaps = profile.Missing == 0 ? Localized.Same("") : new(
            " An empty cell means that they are not known; only “[]” says that a row has none.", "空单元格表示标签未知；只有“[]”表示该行没有标签。");
        return new(
            $"“{column}” {how}: {en}{(more > 0 ? $" and {more:N0} more" : "")}. Each becomes a yes or no of its own.{gaps.En}",
            $"“{column}”{howZh}：{zh}{(more > 0 ? $"等 {profile.Distinct:N0} 个" : "")}。每个标签单独作为一个“是/否”值。{gaps.Zh}");
    }

    private static string Some(string[] names, string separator) =>
        string.Join(separator, names.Take(LabelsNamed).Select(n => $"“{n}”")) + (names.Length > LabelsNamed ? " …" : "");
}
