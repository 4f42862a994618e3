using Builder.Graph;
using Builder.Graph.Metrics;
using Builder.Protocol.Evaluations;
using Builder.Web.Scores;
using Builder.Web.Shell.Parts;

namespace Builder.Web.Evaluate.Rivals;

/// <summary>What is said of a network beside simple methods.</summary>
internal static class RivalTexts
{
    public static Localized Title { get; } = new("Beside simple methods", "与简单方法比较");
    public static Localized NoneForTask { get; } = new(
        "There is no simple method to compare this kind of model with.", "这类模型没有可供比较的简单方法。");
    public static Localized NotCompared { get; } = new(
        "This model has not been compared with simple methods yet.", "这个模型尚未与简单方法比较。");
    public static Localized Compare { get; } = new("Compare with simple methods", "与简单方法比较");
    public static Localized Comparing { get; } = new("Simple methods are learning from the same rows…", "正在用同样的行训练简单方法……");
    public static Localized Method { get; } = new("Method", "方法");
    public static Localized Network { get; } = new("Your network", "您的网络");
    public static Localized Difference { get; } = new("Network better by (95%)", "网络领先（95% 区间）");
    public static Localized Outcome { get; } = new("The network is", "网络的表现");
    public static Localized PartOnly { get; } = new("reads only part of the columns", "只用到部分列");
    public static Localized Thresholds { get; } = new(
        "Every method got its own threshold in the same way as the network, on the validation cases.", "每种方法都与网络一样，在验证样本上各自选定阈值。");
    public static Localized Weights { get; } = new(
        "The network was trained with class weights; the methods were trained without.", "网络训练时使用了类别权重，这些方法没有使用。");

    /// <summary>A word for how the network does.</summary>
    public static Localized Of(RivalOutcome outcome) => outcome switch
    {
        RivalOutcome.Better => new("better", "更好"),
        RivalOutcome.Worse => new("worse", "更差"),
        _ => new("not to be told apart", "分不出高下"),
    };

    /// <summary>How the network does beside the best method, in one sentence; null where no method could take part.</summary>
    /// <param name="rivals">The comparison.</param>
    /// <param name="unit">The unit of the score; null where it has none.</param>
    public static Localized? Sentence(RivalComparison rivals, string? unit)
    {
        if ((rivals.Winner ?? rivals.Best) is not { } rival)
        {
            return null;
        }

        var (name, score) = (rival.Name.Words, ScoreOf(rivals));
        var (own, other) = (Value(rivals, rivals.Score, unit), Value(rivals, rival.Score, unit));
        // A method that does better is ahead by as much as the network is behind.
        var range = rival.Outcome == RivalOutcome.Worse ? Range(rivals, -rival.High, -rival.Low, unit) : Range(rivals, rival.Low, rival.High, unit);
        var cases = Figures.Count(rivals.Samples);
        var sure = IsNone(rival.Low, rival.High) ? new Localized($"(no difference, {cases} cases)", $"（没有差别，{cases} 个样本）")
            : new Localized($"(difference {range.En}, {cases} cases)", $"（相差 {range.Zh}，{cases} 个样本）");
        return rival.Outcome switch
        {
            RivalOutcome.Better => new(
                $"Your network is better than the best simple method ({Lower(name.En)}): {score.En} {own} against {other} {sure.En}.",
                $"您的网络胜过最好的简单方法（{name.Zh}）：{score.Zh} {own}，对方 {other}{sure.Zh}。"),
            RivalOutcome.Worse => new(
                $"A simple method does better ({Lower(name.En)}): {score.En} {other} against {own} of your network {sure.En}.",
                $"有一种简单方法更好（{name.Zh}）：{score.Zh} {other}，您的网络为 {own}{sure.Zh}。"),
            _ => new(
                $"Your network and the best simple method ({Lower(name.En)}) cannot be told apart: {score.En} {own} and {other} {sure.En}.",
                $"您的网络与最好的简单方法（{name.Zh}）分不出高下：{score.Zh} {own} 和 {other}{sure.Zh}。"),
        };
    }

    /// <summary>On what the methods learned and were compared.</summary>
    public static Localized Lead(RivalComparison rivals)
    {
        var learned = rivals.Rivals.Select(r => r.Learned).DefaultIfEmpty(rivals.Training).Min();
        var (rows, all, n, cases) = (Figures.Count(learned), Figures.Count(rivals.Training), Figures.Count(rivals.Samples), Figures.Count(rivals.Available));
        var part = rivals.Part == "test" ? new Localized("held-back", "从未见过的") : new Localized("validation", "验证");
        return new(
            $"Each method learned from {(learned < rivals.Training ? $"at least {rows} of" : "")} the same {all} training rows as the network and was asked the same {n}{(rivals.Samples < rivals.Available ? $" of {cases}" : "")} {part.En} cases.".Replace("  ", " ", StringComparison.Ordinal),
            $"每种方法都用与网络相同的 {all} 行训练数据{(learned < rivals.Training ? $"（至少其中 {rows} 行）" : "")}学习，并回答同样的{(rivals.Samples < rivals.Available ? $" {cases} 个{part.Zh}样本中的 {n} 个" : $" {n} 个{part.Zh}样本")}。");
    }

    /// <summary>How the interval is meant.</summary>
    public static Localized HowSure { get; } = new(
        "The interval holds the difference in 95 of 100 draws of as many cases (paired bootstrap). Where it holds 0, or fewer than six cases differ, the two cannot be told apart.",
        "把同样多的样本反复抽取 100 次，差值有 95 次落在区间内（配对自助法）。区间包含 0，或结果不同的样本少于六个时，就分不出高下。");

    /// <summary>Further predictions that were not compared.</summary>
    public static Localized Others(RivalComparison rivals) => new(
        $"Only “{Bidi.Isolated(rivals.Head)}” was compared, not {string.Join(", ", rivals.Others.Select(o => $"“{Bidi.Isolated(o)}”"))}.",
        $"只比较了“{Bidi.Isolated(rivals.Head)}”，没有比较{string.Join("、", rivals.Others.Select(o => $"“{Bidi.Isolated(o)}”"))}。");

    /// <summary>The season of a method that repeats what was a season ago.</summary>
    public static Localized Season(int rows) => new($"a season of {Figures.Count(rows)} rows", $"周期为 {Figures.Count(rows)} 行");

    /// <summary>A method that could not take part, and why.</summary>
    public static Localized LeftOut(RivalLeftOut left) => new($"{left.Name.Words.En}: {left.Reason.Words.En}", $"{left.Name.Words.Zh}：{left.Reason.Words.Zh}");

    /// <summary>A value of the score in its format.</summary>
    public static string Value(RivalComparison rivals, double value, string? unit) => Figures.Score(MetricCatalog.Named(rivals.Metric), value, unit);

    /// <summary>By how much the network is better, from the least to the most.</summary>
    public static Localized Interval(RivalComparison rivals, RivalResult rival, string? unit) => Range(rivals, rival.Low, rival.High, unit);

    /// <summary>What the score is called.</summary>
    public static Localized ScoreOf(RivalComparison rivals) => rivals switch
    {
        { Class: { } name } => new($"F1 of “{Bidi.Isolated(name)}”", $"“{Bidi.Isolated(name)}”的 F1"),
        _ when rivals.Metric == MetricCatalog.Accuracy.Id => new("right answers", "准确率"),
        _ when rivals.Metric == MetricCatalog.MacroF1.Id => new("mean F1 of the labels", "各标签 F1 的平均值"),
        _ when rivals.Metric == MetricCatalog.Mae.Id => new("average error", "平均误差"),
        _ => MetricCatalog.Named(rivals.Metric).Term,
    };

    private static bool IsNone(double low, double high) => low == 0 && high == 0;

    private static Localized Range(RivalComparison rivals, double low, double high, string? unit)
    {
        if (IsNone(low, high))
        {
            return new("no difference", "没有差别");
        }

        if (MetricCatalog.Named(rivals.Metric).Format == MetricFormat.Percent)
        {
            return new($"{Points(low)} to {Points(high)} percentage points", $"{Points(low)} 到 {Points(high)} 个百分点");
        }

        var (from, to) = (Signed(Figures.Number(low)), Signed(Figures.WithUnit(high, unit)));
        return new($"{from} to {to}", $"{from} 到 {to}");
    }

    private static string Points(double share) => Signed(Figures.Number(Math.Round(share * 100, 1) + 0.0));

    private static string Signed(string number) => number.Replace('-', '−');

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
