using System.Globalization;
using Builder.Graph;
using Builder.Graph.Metrics;
using Builder.Proposals;
using Builder.Web.Scores;
using Builder.Web.Shell;

namespace Builder.Web.Evaluate.Sizes;

/// <summary>What is said about the sizes of a model.</summary>
internal static class SizeTexts
{
    public static Localized Title { get; } = new("Would another size do better?", "换一种规模会更好吗？");
    public static Localized Stop { get; } = new("Stop", "停止");
    public static Localized Try { get; } = new("Try three sizes", "试三种规模");
    public static Localized Waiting { get; } = new(
        "As soon as no training runs any more, this page tries by itself whether a smaller or a larger network does better.",
        "等所有训练都结束后，本页会自动比较更小和更大的网络。");
    public static Localized Help { get; } = new(
        "Trains the model in three sizes for a few seconds each, to see on the validation part whether a smaller or a larger network does better.",
        "用三种规模各训练几秒，看看更小或更大的网络在验证数据上是否更好。");
    public static Localized ModelChanged { get; } = new(
        "The model was changed after this run, so the other size does not belong to it any more. Train the model as it is now, and its sizes are tried again.",
        "这次训练之后模型又有修改，所以这里的其他规模已不适用。请先训练现在的模型，之后会重新比较规模。");

    public static Localized Trying(int done, int all) =>
        new($"Trying whether a smaller or a larger network does better: {done} of {all} short trainings done …", $"正在比较更小和更大的网络：短时训练已完成 {done}/{all} 次……");

    public static Localized Use(ModelSize size) => new($"Use the {size.Words().En} network", $"改用“{size.Words().Zh}”规模");

    /// <summary>What was tried, and what follows from it.</summary>
    public static Localized Outcome(SizeState state)
    {
        var (tried, best) = (Tried(state), state.Comparison!.Best);
        return best == state.Drawn
            ? new($"{tried.En} No other size is clearly better, so the {best.Words().En} one stays.", $"{tried.Zh}没有哪种规模明显更好，因此保留“{best.Words().Zh}”。")
            : new($"{tried.En} The {best.Words().En} one is clearly better than the {state.Drawn.Words().En} one that was trained.", $"{tried.Zh}“{best.Words().Zh}”明显好于这次训练的“{state.Drawn.Words().Zh}”。");
    }

    /// <summary>Why a size was chosen, for the remarks of a proposal.</summary>
    public static Localized Why(SizeState state)
    {
        var (tried, best) = (Tried(state), state.Comparison!.Best);
        return new($"{tried.En} The {best.Words().En} one is clearly better.", $"{tried.Zh}“{best.Words().Zh}”明显更好。");
    }

    /// <summary>Two starts came to different scores.</summary>
    public static Localized Disagreement(SizeState state)
    {
        var (metric, comparison) = (state.Metric!, state.Comparison!);
        var (low, high) = (Figures.Score(metric, comparison.Low), Figures.Score(metric, comparison.High));
        return new(
            $"Two short trainings of this model that differ in their random start only came to {low} and {high} on the validation part ({metric.Term.En}). How good it is depends on chance as well: bring more data, or repeat with another seed to see more.",
            $"这个模型的两次短时训练只有随机种子不同，在验证数据上的{metric.Term.Zh}却分别为 {low} 和 {high}。它的好坏部分取决于偶然：请提供更多数据，或换个随机种子再训练几次。");
    }

    private static Localized Tried(SizeState state)
    {
        var metric = state.Metric!;
        var seconds = Math.Max(1, Math.Ceiling(state.Scores.Max(s => s.Seconds))).ToString(CultureInfo.InvariantCulture);
        var (sizes, sizesZh) = (Sizes(state, UiState.English, ", ", " to "), Sizes(state, UiState.Chinese, "，", "～"));
        return new(
            $"Tried three sizes for up to {seconds} s each. {metric.Term.En} on the validation part: {sizes}.",
            $"三种规模各训练不超过 {seconds} 秒。{metric.Term.Zh}在验证数据上为：{sizesZh}。");
    }

    private static string Sizes(SizeState state, string language, string between, string to) => string.Join(
        between, state.Scores.GroupBy(s => s.Size).OrderBy(g => g.Key).Select(g => $"{g.Key.Words().In(language)} {Range(g, state.Metric!, to)}"));

    private static string Range(IEnumerable<SizeScore> scores, MetricDefinition metric, string to) =>
        string.Join(to, scores.Select(s => s.Score).Order().Select(score => Figures.Score(metric, score)).Distinct());
}
