using Builder.Graph;
using Builder.Protocol.Evaluations;
using static Builder.Web.Scores.Figures;

namespace Builder.Web.Evaluate.Verdicts;

/// <summary>How well a model tells unusual samples from usual ones.</summary>
internal static class AnomalyVerdict
{
    private const double SurelyGood = 0.85;
    private const double Guessing = 0.5;

    public static Verdict Of(AnomalyEvaluation anomaly)
    {
        if (anomaly.Curve is not { } curve)
        {
            return new(VerdictLevel.Open, VerdictTexts.NoTruth, [new(
                "All test samples carry the same label, so nobody can tell how well it finds the others. The picture below shows its numbers.",
                "所有测试样本的标签都相同，因此无法判断它能否找出异常。下图显示了它给出的得分。")], []);
        }

        var (unusual, usual) = (anomaly.Unusual.Counts.Sum(), anomaly.Usual.Counts.Sum());
        var range = Confidence.OfRocAuc(curve.RocAuc, unusual, usual);
        var level = range.Low >= SurelyGood ? VerdictLevel.Good
            : range.Low > Guessing ? VerdictLevel.Fair
            : curve.RocAuc > Guessing ? VerdictLevel.Open : VerdictLevel.Poor;
        return new(level, Headline(level, curve.RocAuc), [.. Sentences(range, unusual, usual, anomaly.Threshold)], []);
    }

    private static Localized Headline(VerdictLevel level, double area)
    {
        var told = new Localized(
            $"Shown one unusual and one usual sample, it picks the unusual one {Percent(area)} of the time.",
            $"任取一个异常样本和一个正常样本，它认出异常的机会是 {Percent(area)}。");
        return level switch
        {
            VerdictLevel.Good => new($"Good. {told.En}", $"很好。{told.Zh}"),
            VerdictLevel.Fair => new($"It has learned something. {told.En}", $"确实学到了东西。{told.Zh}"),
            VerdictLevel.Open => new($"Too early to tell. {told.En}", $"暂时还说不准。{told.Zh}"),
            _ => new($"Not useful yet. {told.En}", $"目前还没有用处。{told.Zh}"),
        };
    }

    private static IEnumerable<Localized> Sentences(Range95 range, long unusual, long usual, double? threshold)
    {
        yield return new("Guessing would be right 50% of the time.", "随机猜测的机会是 50%。");
        yield return new(
            $"How sure: measured on {Count(unusual)} unusual and {Count(usual)} usual samples, the true number lies most likely between {Percent(range.Low)} and {Percent(range.High)}.",
            $"有多可靠：根据 {Count(unusual)} 个异常样本和 {Count(usual)} 个正常样本推算，真实的数值很可能在 {Percent(range.Low)} 到 {Percent(range.High)} 之间。");
        if (threshold is { } from)
        {
            yield return new(
                $"It tells them apart best where everything from {Number(from)} on is called unusual.",
                $"把得分达到 {Number(from)} 的样本判为异常，区分效果最好。");
        }
    }
}
