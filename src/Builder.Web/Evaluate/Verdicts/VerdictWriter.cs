using Builder.Graph;
using Builder.Graph.Metrics;
using Builder.Protocol.Evaluations;

namespace Builder.Web.Evaluate.Verdicts;

/// <summary>Says in plain words how good a model is: on cases it has never seen, next to the plainest answer, and how sure that is.</summary>
public static class VerdictWriter
{
    /// <summary>The verdict of an evaluation.</summary>
    /// <param name="evaluation">What was measured.</param>
    /// <param name="context">What else is known of the model; null for nothing.</param>
    public static Verdict Of(Evaluation evaluation, VerdictContext? context = null)
    {
        var known = context ?? VerdictContext.None;
        var head = evaluation.Heads.Count > 0 ? evaluation.Heads[0] : null;
        var verdict = (head, evaluation.Task) switch
        {
            ({ Classes.Confusion: not null, Thresholds: [var rare] }, _) when head.Classes.Names.Contains(rare.Class) => RareVerdict.Of(evaluation, head.Classes, rare, known),
            ({ Classes: not null }, _) => ClassVerdict.Of(evaluation, head.Classes, known),
            ({ Labels: not null }, _) => LabelVerdict.Of(evaluation, head.Labels, known),
            ({ Anomaly: not null }, _) => AnomalyVerdict.Of(head.Anomaly),
            ({ Values.Count: > 0 }, _) => ValueVerdict.Of(evaluation, head.Values[0], known),
            _ when evaluation.MeasuredElsewhere => Unscored(VerdictTexts.CameAsFile, VerdictTexts.ScoresOfMaker),
            (_, TaskKind.LanguageModel) => TextVerdict.Of(evaluation),
            (_, TaskKind.Generation) => Unscored(VerdictTexts.Generation, VerdictTexts.LookAtPictures),
            (_, TaskKind.Reconstruction) => Unscored(VerdictTexts.Reconstruction, VerdictTexts.LookAtScores),
            _ => Unscored(VerdictTexts.NoTruth, VerdictTexts.LookAtScores),
        };
        return evaluation.Part == "test" || head is null ? verdict : verdict with
        {
            Level = verdict.Level == VerdictLevel.Good ? VerdictLevel.Fair : verdict.Level,
            Sentences = [VerdictTexts.NotHeldBack(evaluation.Part), .. verdict.Sentences],
        };
    }

    /// <summary>The part of the data that the verdict speaks of, as in "of … cases".</summary>
    internal static Localized Cases(Evaluation evaluation) => evaluation.Part switch
    {
        "test" => new("held-back cases", "个从未见过的样本"),
        "validation" => new("validation cases", "个验证样本"),
        _ => new("training cases", "个训练样本"),
    };

    /// <summary>The scores of the part that the evaluation speaks of.</summary>
    internal static double? Score(Evaluation evaluation, string name) => evaluation.Part switch
    {
        "test" => evaluation.Test.GetValueOrDefault(name),
        "validation" => evaluation.Validation.GetValueOrDefault(name),
        _ => evaluation.Train.GetValueOrDefault(name),
    };

    private static Verdict Unscored(Localized headline, Localized sentence) => new(VerdictLevel.Open, headline, [sentence], []);
}
