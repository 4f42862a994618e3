using Builder.Graph;
using Builder.Protocol;
using Builder.Web.Scores;

namespace Builder.Web.Use.Answers;

/// <summary>What is said about why a model answers so.</summary>
internal static class WhyTexts
{
    // Of changes of a thousandth nobody speaks.
    private const double LeastShare = 0.005;

    // From so much of all that pushed the answer that way one column is what it is mostly due to.
    private const double Mostly = 0.5;

    public static Localized Ask { get; } = new("Why this answer?", "为什么这样回答？");
    public static Localized Title { get; } = new("Why this answer", "为什么这样回答");
    public static Localized Working { get; } = new("Finding out why…", "正在分析原因……");
    public static Localized About { get; } = new("Explain the probability of", "说明哪一项的概率");
    public static Localized AboutOutput { get; } = new("Explain", "说明哪一项");
    public static Localized List { get; } = new("How far each value pushed the answer", "每个值把回答推动了多少");
    public static Localized Up { get; } = new("up", "推高");
    public static Localized Down { get; } = new("down", "压低");
    public static Localized Nowhere { get; } = new("no push", "没有影响");
    public static Localized Picture { get; } = new("the picture", "这张图片");
    public static Localized ThisAnswer { get; } = new("This answer", "这次的回答");
    public static Localized Close { get; } = new("Close", "收起");

    public static Localized Caution { get; } = new(
        "This tells what the model did with these values, not what causes what in the world. Columns that tell nearly the same may share a push between them.",
        "这里说的是模型如何使用这些值，不代表现实中的因果关系。含义几乎相同的列可能分担同一份影响。");

    public static Localized Usual(int rows) => rows == 1
        ? new("Usual answer, for a row that it learned from", "通常的回答（模型学过的一行）")
        : new($"Usual answer, the mean over {rows} rows that it learned from", $"通常的回答（模型学过的 {rows} 行的平均）");

    public static Localized Others(int count) => new($"the other {Figures.Count(count)} together", $"其余 {Figures.Count(count)} 项合计");

    public static Localized Target(string output, string? name) => name is null ? Localized.Same(output) : new($"{output}: {name}", $"{output}：{name}");

    public static Localized Estimated(int orders) => new(
        $"With so many columns the pushes are estimated, from {Figures.Count(orders)} orders in which the columns may come in. Behind ± stands the standard error: twice that is seldom exceeded.",
        $"列较多，影响是估计值：让各列按 {Figures.Count(orders)} 种先后次序依次加入得出。± 后面是标准误，实际偏差很少超过它的两倍。");

    /// <summary>The prediction, or the usual one: a probability, or a quantity in its unit.</summary>
    public static string Answer(PredictionExplanation why, double value) => Answer(why.Class, why.Unit, value);

    /// <summary>An answer: a probability where it is of a class, or a quantity in its unit.</summary>
    public static string Answer(string? ofClass, string? unit, double value) => ofClass is null ? Figures.WithUnit(value, unit) : Figures.Probability(value);

    /// <summary>How far something pushed the answer, with its sign: "+12 points", "−3.2 MPa".</summary>
    public static Localized Push(PredictionExplanation why, double value)
    {
        var size = Math.Abs(value);
        var points = Math.Round(size * 100, size >= 0.1 ? 0 : 1);
        var number = Figures.Number(why.Class is null ? size : points);
        var signed = number == "0" ? number : (value < 0 ? "−" : "+") + number;
        return why.Class is not null ? new($"{signed} {(points == 1 ? "point" : "points")}", $"{signed} 个百分点")
            : Localized.Same(why.Unit is { Length: > 0 } unit ? $"{signed} {unit}" : signed);
    }

    /// <summary>How far it is off by chance.</summary>
    public static Localized Error(PredictionExplanation why, double error) => Localized.Same("± " + (why.Class is null ? Figures.Number(error) : Figures.Number(Math.Round(error * 100, 2))));

    /// <summary>What the pushes add up to.</summary>
    public static Localized Sum(PredictionExplanation why)
    {
        var (push, from, to) = (Push(why, why.Prediction - why.Base), Answer(why, why.Base), Answer(why, why.Prediction));
        return new($"All pushes add up to {push.En}: from {from} to {to}.", $"所有影响合计 {push.Zh}：从 {from} 变为 {to}。");
    }

    /// <summary>What the answer is mostly due to, in a sentence.</summary>
    /// <param name="why">The explanation.</param>
    /// <param name="valueOf">What a column holds in the row, as people read it.</param>
    public static Localized Sentence(PredictionExplanation why, Func<string, Localized> valueOf)
    {
        var (change, all) = (why.Prediction - why.Base, why.Contributions.Sum(c => Math.Abs(c.Value)));
        if (all == 0 || (why.Class is not null && all < LeastShare))
        {
            return new("These values hardly pushed the answer: it is the usual one.", "这些值对回答几乎没有影响，结果与通常的回答相同。");
        }

        if (Math.Abs(change) < 0.1 * all)
        {
            return new(
                "Close to the usual answer: what pushed it up and what pushed it down nearly cancel out.", "与通常的回答接近：推高与压低的影响几乎相互抵消。");
        }

        var pushed = why.Contributions.Where(c => c.Value * change > 0).OrderByDescending(c => Math.Abs(c.Value)).ToList();
        var first = Is(pushed[0], valueOf);
        var because = pushed.Count == 1 || Math.Abs(pushed[0].Value) >= Mostly * pushed.Sum(c => Math.Abs(c.Value))
            ? new Localized($"mostly because {first.En}", $"主要因为{first.Zh}")
            : new Localized($"above all because {first.En} and {Is(pushed[1], valueOf).En}", $"首先因为{first.Zh}，{Is(pushed[1], valueOf).Zh}");
        return (why.Class, change > 0) switch
        {
            ({ } name, true) => new($"“{name}” is likelier than usual, {because.En}.", $"“{name}”的概率高于通常，{because.Zh}。"),
            ({ } name, false) => new($"“{name}” is less likely than usual, {because.En}.", $"“{name}”的概率低于通常，{because.Zh}。"),
            (null, true) => new($"Higher than usual, {because.En}.", $"高于通常，{because.Zh}。"),
            (null, false) => new($"Lower than usual, {because.En}.", $"低于通常，{because.Zh}。"),
        };
    }

    private static Localized Is(ColumnContribution column, Func<string, Localized> valueOf)
    {
        var value = valueOf(column.Column);
        return new($"“{column.Column}” is {value.En}", $"“{column.Column}”是{value.Zh}");
    }
}
