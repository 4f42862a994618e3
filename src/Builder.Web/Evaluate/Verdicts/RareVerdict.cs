using Builder.Graph;
using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Web.Shell.Parts;
using static Builder.Web.Scores.Figures;

namespace Builder.Web.Evaluate.Verdicts;

/// <summary>
/// How well a model finds a rare class that is said from a threshold of its own on. The share of right answers says little there: whoever never says the rare
/// class is nearly always right.
/// </summary>
internal static class RareVerdict
{
    /// <summary>The verdict; the confusion of the two classes is known.</summary>
    public static Verdict Of(Evaluation evaluation, ClassEvaluation classes, ClassThreshold rare, VerdictContext known)
    {
        var place = classes.Names.ToList().IndexOf(rare.Class);
        var (matrix, other) = (classes.Confusion!, 1 - place);
        var (right, missed, wrong) = (matrix[place][place], matrix[place][other], matrix[other][place]);
        var f1 = F1(right, right + missed + wrong);
        var plain = 2.0 * (right + missed) / (evaluation.Samples + right + missed);
        var found = Confidence.OfShare(right / (double)Math.Max(1, right + missed + wrong), right + missed + wrong);
        var range = new Range95(Joined(found.Low), Joined(found.High));
        var level = VerdictTexts.Level(ClassVerdict.Level(f1, range, plain), known.IsBeaten);
        var compared = Compared(rare.Class, f1, plain);
        return new(level, Headline(level, rare.Class, (right, missed, wrong), evaluation), [compared, .. Sentences(rare.Class, range, evaluation)], [.. Hints(level, evaluation, known.Sizes)])
        {
            BesideBaseline = compared,
        };
    }

    // F1 is twice the share of what is right among all that is right, missed or wrong, divided by one more than it.
    private static double F1(long right, long all) => all == 0 ? 0 : Joined(right / (double)all);

    private static double Joined(double share) => 2 * share / (1 + share);

    private static Localized Headline(VerdictLevel level, string name, (long Right, long Missed, long Wrong) counts, Evaluation evaluation)
    {
        var (cases, n, rare) = (VerdictWriter.Cases(evaluation), Count(evaluation.Samples), Bidi.Isolated(name));
        var (right, there, wrong) = (Count(counts.Right), Count(counts.Right + counts.Missed), Count(counts.Wrong));
        var told = new Localized(
            $"Among {n} {cases.En} it finds {right} of {there} that are “{rare}”, with {wrong} false {(counts.Wrong == 1 ? "alarm" : "alarms")}.",
            $"{n} {cases.Zh}中有 {there} 个“{rare}”，它找出了 {right} 个，误报 {wrong} 个。");
        return VerdictTexts.Headline(level, told, areFew: true);
    }

    private static Localized Compared(string name, double f1, double plain)
    {
        var rare = Bidi.Isolated(name);
        return f1 > plain
            ? new($"As one number (F1 of “{rare}”) that is {Percent(f1)}. The baseline, always saying “{rare}”, would reach {Percent(plain)}.",
                $"合成一个数（“{rare}”的 F1）为 {Percent(f1)}。基准（总是回答“{rare}”）为 {Percent(plain)}。")
            : new($"As one number (F1 of “{rare}”) that is {Percent(f1)}, no better than the baseline of always saying “{rare}” ({Percent(plain)}).",
                $"合成一个数（“{rare}”的 F1）为 {Percent(f1)}，并不比基准（总是回答“{rare}”，{Percent(plain)}）更好。");
    }

    private static IEnumerable<Localized> Sentences(string name, Range95 range, Evaluation evaluation)
    {
        var rare = Bidi.Isolated(name);
        yield return new(
            $"How sure: with so many cases of “{rare}” the true F1 lies most likely between {Percent(range.Low)} and {Percent(range.High)}.",
            $"有多可靠：以这么多“{rare}”样本推算，真实的 F1 很可能在 {Percent(range.Low)} 到 {Percent(range.High)} 之间。");
        if (VerdictWriter.Score(evaluation, MetricCatalog.Accuracy.Id) is { } accuracy && evaluation.Baseline.GetValueOrDefault(MetricCatalog.Accuracy.Id) is { } commonest)
        {
            var (right, never, n) = (Part(accuracy, evaluation.Samples), Part(commonest, evaluation.Samples), Count(evaluation.Samples));
            yield return new(
                $"{right.En} of all {n} answers are right. Never saying “{rare}” would be right in {never.En}, but would find none.",
                $"全部 {n} 个回答中，答对 {right.Zh}。从不回答“{rare}”会答对 {never.Zh}，但一个也找不到。");
        }
    }

    private static IEnumerable<Localized> Hints(VerdictLevel level, Evaluation evaluation, SizeFinding sizes)
    {
        if (level == VerdictLevel.Poor)
        {
            yield return VerdictTexts.ForPoor(evaluation, sizes);
        }

        if (evaluation.Part == "test" && (level == VerdictLevel.Open || evaluation.Samples < VerdictTexts.FewCases))
        {
            yield return VerdictTexts.MoreTestCases;
        }
    }
}
