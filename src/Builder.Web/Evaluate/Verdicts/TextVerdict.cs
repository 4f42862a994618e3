using Builder.Graph;
using Builder.Graph.Metrics;
using Builder.Protocol.Evaluations;
using static Builder.Web.Scores.Figures;

namespace Builder.Web.Evaluate.Verdicts;

/// <summary>How well a model goes on with a text.</summary>
internal static class TextVerdict
{
    private const double MuchWorseThanTraining = 1.3;

    public static Verdict Of(Evaluation evaluation)
    {
        var perplexity = VerdictWriter.Score(evaluation, MetricCatalog.Perplexity.Id);
        var accuracy = VerdictWriter.Score(evaluation, MetricCatalog.Accuracy.Id);
        Localized headline = perplexity is { } p
            ? new($"At each step it is as undecided as between {Number(p)} equally likely pieces of text.",
                $"每写一步，它的犹豫程度相当于在 {Number(p)} 个同样可能的选项中挑选。")
            : new("This model writes text; read what it writes below.", "这个模型会写文字；请看下面它写的内容。");
        List<Localized> sentences = accuracy is { } a
            ? [new($"It guesses the very next piece right {Percent(a)} of the time, in text that it has never seen.", $"对从未见过的文字，它猜中下一个字或词的机会是 {Percent(a)}。")]
            : [];
        if (evaluation.Baseline.GetValueOrDefault(MetricCatalog.Perplexity.Id) is { } plain)
        {
            sentences.Add(perplexity >= plain
                ? new(
                    $"That is no better than knowing only how common each piece is, which leaves {Number(plain)}: it has to learn for longer.",
                    $"这并不比只知道每个字或词有多常见更好（相当于 {Number(plain)} 个选项）：还需要训练更久。")
                : new(
                    $"Whoever knows only how common each piece is would be undecided between {Number(plain)}.",
                    $"如果只知道每个字或词有多常见，犹豫程度相当于 {Number(plain)} 个选项。"));
        }

        sentences.Add(new(
            "Whether it writes well is for you to judge: read the samples below.", "写得好不好要由您来判断：请读一读下面的样文。"));
        var train = evaluation.Train.GetValueOrDefault(MetricCatalog.Perplexity.Id);
        return new(VerdictLevel.Open, headline, sentences, perplexity > train * MuchWorseThanTraining ? [VerdictTexts.ByHeart(SizeFinding.None)] : []);
    }
}
