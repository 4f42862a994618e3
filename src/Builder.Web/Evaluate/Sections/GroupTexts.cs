using Builder.Graph;
using Builder.Protocol.Evaluations;
using Builder.Web.Evaluate.Verdicts;
using Builder.Web.Scores;

namespace Builder.Web.Evaluate.Sections;

/// <summary>What is said about scores of groups of cases.</summary>
internal static class GroupTexts
{
    public static Localized Title { get; } = new("How good for which cases", "对哪类样本更准");
    public static Localized LeadOfClasses { get; } = new(
        "Right answers for each value of a column, whether the model reads it or not. A score that is good on the whole may hide cases for which it is not.",
        "按某一列的各个取值分别统计准确率，模型不一定读取这一列。总体成绩好，其中也可能有一类样本并不准。");
    public static Localized LeadOfQuantities { get; } = new(
        "The mean absolute error for each value of a column, whether the model reads it or not. An error that is small on the whole may hide cases for which it is not.",
        "按某一列的各个取值分别统计平均绝对误差，模型不一定读取这一列。总体误差小，其中也可能有一类样本误差很大。");
    public static Localized Column { get; } = new("Column", "列");
    public static Localized Value { get; } = new("Value", "取值");
    public static Localized Cases { get; } = new("Cases", "样本数");
    public static Localized Right { get; } = new("Right answers", "准确率");
    public static Localized Error { get; } = new("Mean absolute error", "平均绝对误差");
    public static Localized Range { get; } = new("Most likely between (95%)", "很可能介于（95%）");
    public static Localized Beside { get; } = new("Beside all cases", "与全部样本相比");
    public static Localized Whole { get; } = new("All cases", "全部样本");
    public static Localized Worse { get; } = new("clearly worse", "明显更差");
    public static Localized Better { get; } = new("clearly better", "明显更好");
    public static Localized Alike { get; } = new("cannot be told apart", "分不出差别");
    public static Localized None { get; } = new("For no value of this column the model is clearly worse or better than on the whole.", "在这一列的各个取值上，模型都没有明显好于或差于总体。");
    public static Localized Caution { get; } = new(
        "The range holds the true value in 95 of 100 such groups, so one of twenty may stand out by chance alone. It does not say why a group is worse: often the model has seen few such cases.",
        "每 100 个这样的组中，约有 95 个的真实值落在这个范围内，所以每二十个组里可能有一个只是碰巧突出。这里不说明原因：往往是模型见过的这类样本太少。");

    /// <summary>What the cases of a group have in common.</summary>
    public static Localized NameOf(GroupScore group, string? unit) => group.Kind switch
    {
        GroupKind.Range => new(
            $"{Figures.Number(group.Low ?? 0)} to {Figures.WithUnit(group.High ?? 0, unit)}", $"{Figures.Number(group.Low ?? 0)} 至 {Figures.WithUnit(group.High ?? 0, unit)}"),
        GroupKind.Missing => new("empty", "空缺"),
        GroupKind.Others => new("all other values", "其余取值"),
        _ => Localized.Same(group.Value ?? ""),
    };

    /// <summary>Of each column the group for which a prediction is worst beyond chance, the most unequal column first.</summary>
    public static IEnumerable<Localized> WorseOf(HeadEvaluation head)
    {
        ArgumentNullException.ThrowIfNull(head);
        var (isOfClasses, unit) = (head.Classes is not null, head.Values is [var value] ? value.Unit : null);
        return head.Groups.Select(column => (Column: column, Worst: GroupRow.WorstOf(GroupRow.Of(column, isOfClasses), isOfClasses)))
            .Where(found => found.Worst is not null).Select(found => Sentence(found.Column, found.Worst, null, unit, isOfClasses));
    }

    /// <summary>The group for which the model is worst beyond chance, in a sentence.</summary>
    public static Localized Sentence(GroupedScores column, GroupRow? worst, GroupRow? best, string? unit, bool isOfClasses)
    {
        if ((worst ?? best) is not { } told)
        {
            return None;
        }

        var name = NameOf(told.Group, column.Unit);
        var where = new Localized($"where “{column.Column}” is {name.En}", $"“{column.Column}”为{name.Zh}时");
        var value = isOfClasses ? Figures.Percent(told.Group.Mean) : Figures.WithUnit(told.Group.Mean, unit);
        var how = worst is not null ? new Localized("Clearly worse", "明显更差") : new("Clearly better", "明显更好");
        return isOfClasses
            ? new($"{how.En} {where.En}: right in {value} of {Figures.Count(told.Group.Cases)} cases.", $"{where.Zh}{how.Zh}：{Figures.Count(told.Group.Cases)} 个样本中答对 {value}。")
            : new($"{how.En} {where.En}: {value} off on the mean of {Figures.Count(told.Group.Cases)} cases.", $"{where.Zh}{how.Zh}：{Figures.Count(told.Group.Cases)} 个样本平均相差 {value}。");
    }
}

/// <summary>A group with how sure its score is.</summary>
/// <param name="Group">The group.</param>
/// <param name="Range">Where its true score most likely lies; null where nobody can say.</param>
/// <param name="Outcome">Below 0 where it is surely worse than all cases together, above 0 where it is surely better.</param>
internal sealed record GroupRow(GroupScore Group, Range95? Range, int Outcome)
{
    /// <summary>The groups of a column.</summary>
    public static IReadOnlyList<GroupRow> Of(GroupedScores column, bool isOfClasses)
    {
        ArgumentNullException.ThrowIfNull(column);
        var whole = WholeOf(column);
        return [.. column.Groups.Select(group =>
        {
            var range = isOfClasses ? Confidence.OfShare(group.Mean, group.Cases) : Confidence.OfMean(group.Mean, group.Deviation, group.Cases);
            var above = range is not { } sure ? 0 : sure.Low > whole ? 1 : sure.High < whole ? -1 : 0;
            return new GroupRow(group, range, isOfClasses ? above : -above);
        })];
    }

    /// <summary>The one that is worst beyond chance; null where none is.</summary>
    public static GroupRow? WorstOf(IEnumerable<GroupRow> rows, bool isOfClasses) =>
        rows.Where(r => r.Outcome < 0).MinBy(r => isOfClasses ? r.Group.Mean : -r.Group.Mean);

    /// <summary>The score of all cases together.</summary>
    public static double WholeOf(GroupedScores column) => column.Groups.Sum(g => g.Cases * g.Mean) / Math.Max(1, column.Groups.Sum(g => g.Cases));
}
