using Builder.Graph;
using Builder.Graph.Metrics;
using Builder.Protocol.Evaluations;
using static Builder.Web.Scores.Figures;

namespace Builder.Web.Evaluate.Verdicts;

/// <summary>How well a model predicts a quantity.</summary>
internal static class ValueVerdict
{
    private const double MuchWorseThanTraining = 1.5;

    public static Verdict Of(Evaluation evaluation, ValueEvaluation value, VerdictContext known)
    {
        var error = VerdictWriter.Score(evaluation, MetricCatalog.Mae.Id) ?? double.NaN;
        var range = Confidence.OfMeanError(error, value.Points, evaluation.Samples);
        var baseline = evaluation.Baseline.GetValueOrDefault(MetricCatalog.Mae.Id);
        var level = VerdictTexts.Level(Level(error, range, baseline), known.IsBeaten);
        var compared = baseline is { } plain ? Compared(error, plain, value) : null;
        return new(
            level, Headline(level, error, value.Unit, evaluation), [.. Sentences(error, range, compared, value, evaluation)],
            [.. VerdictTexts.Hints(level, evaluation, error > evaluation.Train.GetValueOrDefault(MetricCatalog.Mae.Id) * MuchWorseThanTraining, known.Sizes)])
        {
            BesideBaseline = compared,
        };
    }

    private static VerdictLevel Level(double error, Range95? range, double? baseline)
    {
        if (baseline is not { } plain)
        {
            return VerdictLevel.Open;
        }

        return error >= plain ? VerdictLevel.Poor
            : range is { } r && r.High >= plain ? VerdictLevel.Open
            : (range?.High ?? error) <= plain / 2 ? VerdictLevel.Good
            : VerdictLevel.Fair;
    }

    private static Localized Headline(VerdictLevel level, double error, string? unit, Evaluation evaluation)
    {
        var off = WithUnit(error, unit);
        var cases = VerdictWriter.Cases(evaluation);
        var n = Count(evaluation.Samples);
        var told = new Localized($"On {n} {cases.En} it is off by {off} on average.", $"在 {n} {cases.Zh}上，平均误差为 {off}。");
        return VerdictTexts.Headline(level, told, evaluation.Samples < VerdictTexts.FewCases);
    }

    private static IEnumerable<Localized> Sentences(double error, Range95? range, Localized? compared, ValueEvaluation value, Evaluation evaluation)
    {
        if (compared is not null)
        {
            yield return compared;
        }

        if (VerdictWriter.Score(evaluation, MetricCatalog.R2.Id) is { } r2 && r2 > 0)
        {
            yield return new(
                $"It explains {Percent(r2)} of the differences between the cases (R² = {Number(r2)}).",
                $"它解释了样本之间差异的 {Percent(r2)}（R² = {Number(r2)}）。");
        }

        if (range is { } r)
        {
            yield return new(
                $"How sure: measured on {Count(evaluation.Samples)} cases, the true average error lies most likely between {Number(r.Low)} and {WithUnit(r.High, value.Unit)}.",
                $"有多可靠：根据 {Count(evaluation.Samples)} 个样本推算，真实的平均误差很可能在 {Number(r.Low)} 到 {WithUnit(r.High, value.Unit)} 之间。");
        }

        if (Math.Abs(value.MeanResidual) > error / 2)
        {
            yield return value.MeanResidual > 0
                ? new($"It says too much by {WithUnit(value.MeanResidual, value.Unit)} on average.", $"它的预测平均偏高 {WithUnit(value.MeanResidual, value.Unit)}。")
                : new($"It says too little by {WithUnit(-value.MeanResidual, value.Unit)} on average.", $"它的预测平均偏低 {WithUnit(-value.MeanResidual, value.Unit)}。");
        }
    }

    private static Localized Compared(double error, double plain, ValueEvaluation value)
    {
        var off = WithUnit(plain, value.Unit);
        var simple = value.InTimeOrder
            ? new Localized("Saying “the same as last time”", "如果回答“和上次一样”")
            : new Localized("Always saying the mean", "如果总是回答平均值");
        return error < plain
            ? new($"{simple.En} would be off by {off}: the model's error is {Percent(1 - (error / plain))} smaller.",
                $"{simple.Zh}，平均误差会是 {off}：模型的误差小了 {Percent(1 - (error / plain))}。")
            : new($"{simple.En} would be off by only {off}.", $"{simple.Zh}，平均误差只有 {off}。");
    }
}
