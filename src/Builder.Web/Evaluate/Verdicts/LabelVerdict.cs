using Builder.Graph;
using Builder.Graph.Metrics;
using Builder.Protocol.Evaluations;
using Builder.Web.Shell.Parts;
using static Builder.Web.Scores.Figures;

namespace Builder.Web.Evaluate.Verdicts;

/// <summary>How well a model gives labels.</summary>
internal static class LabelVerdict
{
    private const double MuchBetterOnTraining = 0.15;

    public static Verdict Of(Evaluation evaluation, LabelEvaluation labels, VerdictContext known)
    {
        var score = VerdictWriter.Score(evaluation, MetricCatalog.MacroF1.Id) ?? 0;
        var range = new Range95(labels.MacroF1Range.Low, labels.MacroF1Range.High);
        var baseline = evaluation.Baseline.GetValueOrDefault(MetricCatalog.MacroF1.Id);
        var level = VerdictTexts.Level(ClassVerdict.Level(score, range, baseline), known.IsBeaten);
        var compared = baseline is { } plain ? Compared(score, plain) : null;
        return new(level, Headline(level, labels, evaluation), [.. Sentences(score, range, compared, labels, evaluation)], [.. VerdictTexts.Hints(level, evaluation, evaluation.Train.GetValueOrDefault(MetricCatalog.MacroF1.Id) - score > MuchBetterOnTraining, known.Sizes)])
        {
            BesideBaseline = compared,
        };
    }

    private static Localized Headline(VerdictLevel level, LabelEvaluation labels, Evaluation evaluation)
    {
        var (cases, right) = (VerdictWriter.Cases(evaluation), labels.PerLabel.Sum(l => l.Right));
        var (there, given) = (labels.PerLabel.Sum(l => l.Cases), labels.PerLabel.Sum(l => l.Given));
        var n = Count(evaluation.Samples);
        var told = new Localized(
            $"On {n} {cases.En} it finds {Count(right)} of {Count(there)} labels, and {Count(given - right)} of the {Count(given)} that it gives are wrong.",
            $"{n} {cases.Zh}共有 {Count(there)} 个标签，它找出了 {Count(right)} 个；它给出的 {Count(given)} 个标签中有 {Count(given - right)} 个是错的。");
        return VerdictTexts.Headline(level, told, evaluation.Samples < VerdictTexts.FewCases);
    }

    private static Localized Compared(double score, double plain) => score > plain
            ? new($"As one number (F1, the mean of the labels) that is {Percent(score)}. The baseline, always giving the same labels, would reach {Percent(plain)}.",
                $"合成一个数（各标签 F1 的平均值）为 {Percent(score)}。基准（总是给出同样的标签）为 {Percent(plain)}。")
            : new($"As one number (F1, the mean of the labels) that is {Percent(score)}, no better than the baseline of always giving the same labels ({Percent(plain)}).",
                $"合成一个数（各标签 F1 的平均值）为 {Percent(score)}，并不比基准（总是给出同样的标签，{Percent(plain)}）更好。");

    private static IEnumerable<Localized> Sentences(double score, Range95 range, Localized? compared, LabelEvaluation labels, Evaluation evaluation)
    {
        if (compared is not null)
        {
            yield return compared;
        }

        yield return new(
            $"How sure: measured on {Count(evaluation.Samples)} cases, the true F1 lies most likely between {Percent(range.Low)} and {Percent(range.High)}.",
            $"有多可靠：根据 {Count(evaluation.Samples)} 个样本推算，真实的 F1 很可能在 {Percent(range.Low)} 到 {Percent(range.High)} 之间。");
        if (VerdictWriter.Score(evaluation, MetricCatalog.SubsetAccuracy.Id) is { } all)
        {
            var (right, n) = (Part(all, evaluation.Samples), Count(evaluation.Samples));
            yield return new($"All labels are right, and none is missing, in {right.En} of {n} cases.", $"{n} 个样本中，标签一个不多、一个不少的有 {right.Zh}。");
        }

        if (labels.PerLabel.Where(l => l.Cases > 0).MinBy(l => l.F1) is { } weakest && labels.PerLabel.Count > 1 && weakest.F1 < score - 0.05)
        {
            var (found, there) = (Part(weakest.Recall, weakest.Cases), Count(weakest.Cases));
            var (right, given) = (Part(weakest.Precision, weakest.Given), Count(weakest.Given));
            yield return weakest.Given == 0
                ? new($"Weakest for “{Bidi.Isolated(weakest.Name)}”: it finds none of {there}.", $"“{Bidi.Isolated(weakest.Name)}”表现最差：{there} 个样本中一个也没有找出。")
                : new(
                    $"Weakest for “{Bidi.Isolated(weakest.Name)}”: it finds {found.En} of {there}, and is right for {right.En} of the {given} that it names.",
                    $"“{Bidi.Isolated(weakest.Name)}”表现最差：{there} 个样本中找出 {found.Zh}；它给出的 {given} 个中，说对 {right.Zh}。");
        }
    }
}
