using Builder.Graph;
using Builder.Graph.Metrics;
using Builder.Protocol.Evaluations;
using Builder.Web.Scores;
using Builder.Web.Shell.Parts;

namespace Builder.Web.Evaluate.Importances;

/// <summary>What the panel “What matters” says.</summary>
internal static class ImportanceTexts
{
    public static Localized Title { get; } = new("What matters", "哪些列起作用");
    public static Localized Caution { get; } = new(
        "This is what the model goes by, not what causes what.", "这里说的是模型依据什么作答，不代表因果关系。");
    public static Localized NotMeasured { get; } = new(
        "It has not been measured yet which columns this model goes by.", "尚未测量这个模型依据哪些列作答。");
    public static Localized Measure { get; } = new("Find out what matters", "测量哪些列起作用");
    public static Localized Measuring { get; } = new("Finding out what matters…", "正在测量哪些列起作用……");
    public static Localized NothingMatters { get; } = new(
        "On these cases no single column makes a difference that chance would not make.", "在这些样本上，没有哪一列单独带来超出偶然波动的差别。");
    public static Localized Unclear { get; } = new("hardly more than chance", "与偶然波动相差无几");
    public static Localized Together { get; } = new("tell nearly the same", "含义几乎相同");
    public static Localized Alone { get; } = new("alone", "单独");
    public static Localized IdleTitle { get; } = new("These do nothing here and can be left out", "这些列在这里不起作用，可以不用");
    public static Localized LeaveOut { get; } = new("Leave out", "设为不使用");
    public static Localized IsLeftOut { get; } = new("is left out now", "现已不使用");
    public static Localized Undo { get; } = new("Undo", "撤销");
    public static Localized TrainAgain { get; } = new("Train again", "重新训练");
    public static Localized Exact { get; } = new("Exact numbers", "具体数值");
    public static Localized Column { get; } = new("Column", "列");
    public static Localized Mean { get; } = new("Worse by (mean)", "变差多少（平均）");
    public static Localized Deviation { get; } = new("Standard deviation", "标准差");
    public static Localized Range { get; } = new("Nearly always between", "绝大多数情况在此区间");
    public static Localized Without { get; } = new("Score without it", "没有它时的分数");
    public static Localized NotThere { get; } = new(
        "The data of this project are not those of the run any more. Look at the columns on the Data page.", "本项目的数据与这次训练时已不相同。请在“数据”页查看各列。");

    public static Localized ShowAll(int count) => new($"Show all {Figures.Count(count)}", $"显示全部 {Figures.Count(count)} 项");

    public static Localized LeaveOutAll(int count) => new($"Leave out all {Figures.Count(count)}", $"全部设为不使用（{Figures.Count(count)} 列）");

    public static Localized LeaveOutNamed(string column) => new($"Leave out “{Name(column)}”", $"将“{Name(column)}”设为不使用");

    public static Localized Done(IReadOnlyList<string> columns) => columns is [var only]
        ? new($"“{Name(only)}” is left out. Train again to see that nothing is lost.", $"“{Name(only)}”已不使用。请重新训练，确认效果没有变差。")
        : new($"{Figures.Count(columns.Count)} columns are left out. Train again to see that nothing is lost.", $"{Figures.Count(columns.Count)} 列已不使用。请重新训练，确认效果没有变差。");

    /// <summary>How it was measured.</summary>
    public static Localized Lead(PermutationImportance importance)
    {
        var (n, k) = (Figures.Count(importance.Samples), Figures.Count(importance.Repeats));
        var (cases, some) = (importance.Part == "test" ? new Localized("held-back", "从未见过的") : new Localized("validation", "验证"), importance.Samples < importance.Available);
        var all = Figures.Count(importance.Available);
        return new(
            $"Column by column the values were shuffled among {n}{(some ? $" of {all}" : "")} {cases.En} cases, {k} times, so that they tell nothing any more. The longer the bar, the worse the answers become.",
            $"逐列把取值在 {(some ? $"{all} 个{cases.Zh}样本中的 {n} 个" : $"{n} 个{cases.Zh}样本")}之间随机打乱 {k} 次，使这一列不再提供信息。横条越长，打乱后回答变差得越多。");
    }

    /// <summary>What becomes of the score without a column, or a group, in a sentence.</summary>
    public static Localized Sentence(PermutationImportance importance, FeatureImportance feature, string? unit)
    {
        var (metric, score) = (MetricCatalog.Named(importance.Metric), Score(importance));
        var grows = metric.Direction == MetricDirection.Smaller;
        var (from, to) = (Value(importance, importance.Score, unit), Value(importance, importance.ScoreWithout(feature), unit));
        var (names, zh) = feature.Columns is [var only]
            ? ($"Without “{Name(only)}”", $"不看“{Name(only)}”")
            : feature.Columns.Count == 2
                ? ($"{List(feature.Columns, " and ")} tell nearly the same. Without both", $"{List(feature.Columns, "和")}含义几乎相同。两者都不看")
                : ($"{List(feature.Columns, ", ")} tell nearly the same. Without all of them", $"{List(feature.Columns, "、")}含义几乎相同。全都不看");
        return new(
            $"{names} {score.En} {(grows ? "grows" : "falls")} from {from} to {to}.",
            $"{zh}，{score.Zh}从 {from} {(grows ? "增大到" : "降到")} {to}。");
    }

    /// <summary>A value of the score in its format.</summary>
    public static string Value(PermutationImportance importance, double value, string? unit) => Figures.Score(MetricCatalog.Named(importance.Metric), value, unit);

    /// <summary>A column's name among other words.</summary>
    public static string Name(string column) => Bidi.Isolated(column);

    private static string List(IReadOnlyList<string> columns, string between) => string.Join(between, columns.Select(c => $"“{Name(c)}”"));

    private static Localized Score(PermutationImportance importance) => importance switch
    {
        { Class: { } name } => new($"the F1 of “{Name(name)}”", $"“{Name(name)}”的 F1 "),
        _ when importance.Metric == MetricCatalog.Accuracy.Id => new("the share of right answers", "准确率"),
        _ when importance.Metric == MetricCatalog.MacroF1.Id => new("the mean F1 of the labels", "各标签 F1 的平均值"),
        _ when importance.Metric == MetricCatalog.Mae.Id => new("the average error", "平均误差"),
        _ => MetricCatalog.Named(importance.Metric).Term,
    };
}
