using Builder.Graph;
using Builder.Graph.Metrics;
using Builder.Protocol.Evaluations;
using Builder.Web.Shell.Parts;
using static Builder.Web.Scores.Figures;

namespace Builder.Web.Evaluate.Verdicts;

/// <summary>How well a model tells classes apart.</summary>
internal static class ClassVerdict
{
    private const double MuchBetterOnTraining = 0.08;

    public static Verdict Of(Evaluation evaluation, ClassEvaluation classes, VerdictContext known)
    {
        var accuracy = VerdictWriter.Score(evaluation, MetricCatalog.Accuracy.Id) ?? 0;
        var right = (long)Math.Round(accuracy * evaluation.Samples);
        var range = Confidence.OfShare(accuracy, evaluation.Samples);
        var baseline = evaluation.Baseline.GetValueOrDefault(MetricCatalog.Accuracy.Id);
        var level = VerdictTexts.Level(Level(accuracy, range, baseline), known.IsBeaten);
        var compared = baseline is { } plain ? Compared(accuracy, plain) : null;
        return new(level, Headline(level, right, evaluation), [.. Sentences(accuracy, range, compared, classes, evaluation)], [.. VerdictTexts.Hints(level, evaluation, evaluation.Train.GetValueOrDefault(MetricCatalog.Accuracy.Id) - accuracy > MuchBetterOnTraining, known.Sizes)])
        {
            BesideBaseline = compared,
        };
    }

    /// <summary>The level of a share, for the range in which it most likely lies and what the plainest answer reaches.</summary>
    public static VerdictLevel Level(double share, Range95 range, double? baseline)
    {
        var plain = baseline ?? 0;
        if (baseline is not null && share <= plain)
        {
            return VerdictLevel.Poor;
        }

        // Half of what the plain answer gets wrong must be right for sure before a model is called good.
        return baseline is not null && range.Low <= plain ? VerdictLevel.Open
            : range.Low >= plain + ((1 - plain) / 2) ? VerdictLevel.Good
            : VerdictLevel.Fair;
    }

    private static Localized Headline(VerdictLevel level, long right, Evaluation evaluation)
    {
        var cases = VerdictWriter.Cases(evaluation);
        var (n, r) = (Count(evaluation.Samples), Count(right));
        var told = new Localized($"Right for {r} of {n} {cases.En}.", $"{n} {cases.Zh}中，答对了 {r} 个。");
        return VerdictTexts.Headline(level, told, evaluation.Samples < VerdictTexts.FewCases);
    }

    private static IEnumerable<Localized> Sentences(double accuracy, Range95 range, Localized? compared, ClassEvaluation classes, Evaluation evaluation)
    {
        if (compared is not null)
        {
            yield return compared;
        }

        yield return new(
            $"How sure: measured on {Count(evaluation.Samples)} cases, the true share of right answers lies most likely between {Percent(range.Low)} and {Percent(range.High)}.",
            $"有多可靠：根据 {Count(evaluation.Samples)} 个样本推算，真实的准确率很可能在 {Percent(range.Low)} 到 {Percent(range.High)} 之间。");
        if (classes.PerClass.Where(c => c.Cases > 0).MinBy(c => c.Recall) is { } weakest && classes.Names.Count > 1 && weakest.Recall < accuracy - 0.05)
        {
            var found = Part(weakest.Recall, weakest.Cases);
            yield return new(
                $"Weakest for “{Bidi.Isolated(weakest.Name)}”: it finds {found.En} of {Count(weakest.Cases)}.",
                $"“{Bidi.Isolated(weakest.Name)}”类表现最差：{Count(weakest.Cases)} 个样本中只找出 {found.Zh}。");
        }
    }

    private static Localized Compared(double accuracy, double plain)
    {
        var (model, simple) = (Percent(accuracy), Percent(plain));
        return accuracy > plain
            ? new($"That is {model}. The baseline, always giving the most frequent class, would reach {simple}.",
                $"准确率为 {model}。基准（总是回答最常见的类别）为 {simple}。")
            : new($"That is {model}, and no better than the baseline of always giving the most frequent class ({simple}).",
                $"准确率为 {model}，并不比基准（总是回答最常见的类别，{simple}）更好。");
    }
}
