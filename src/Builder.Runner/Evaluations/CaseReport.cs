using Builder.Datasets.Preparation;
using Builder.Protocol.Evaluations;
using Builder.Training.Evaluation;
using Builder.Training.Heads;
using Builder.Training.Runs;

namespace Builder.Runner.Evaluations;

/// <summary>How likely a model finds each of two classes, case by case, where it tells two apart.</summary>
internal static class CaseReport
{
    // What a loss of one's own drawing makes of a network need not be a probability; rounding may leave it a little outside.
    private const double Rounding = 1e-4;

    /// <summary>The cases; null where no head tells two classes apart by probabilities, or no validation part is there on which a threshold could be chosen.</summary>
    /// <param name="model">The model with its predictions for training and validation samples.</param>
    /// <param name="tested">Its predictions for test samples; empty where there is no test part.</param>
    public static CaseScores? Make(FinishedModel model, IReadOnlyList<CollectedSamples> tested)
    {
        var fitted = model.Session.Data.Fitted;
        var heads = model.Validated.Where(v => v.Count > 0).ToList();
        var most = CaseScores.MostCases / Math.Max(1, heads.Count);
        HeadCases[] told = [.. heads.Select(v => new HeadCases(v.Head.Name, Trained(model, v, fitted),
        [
            .. new[] { ("train", Of(model.Trained, v)), ("validation", v), ("test", Of(tested, v)) }
                .Where(part => part.Item2 is { IsOnePerSample: true, Count: > 0 }).Select(part => Cases(part.Item1, part.Item2!, most)),
        ])).Where(h => h.Parts.All(AreProbabilities))];
        return told.Length == 0 ? null : new(told);
    }

    private static CollectedSamples? Of(IReadOnlyList<CollectedSamples> part, CollectedSamples same) => part.FirstOrDefault(s => s.Head.Name == same.Head.Name);

    private static CaseDecision? Trained(FinishedModel model, CollectedSamples samples, FittedTransforms fitted) =>
        HeadDecision.Of(samples.Head, fitted, model.Evaluator.Thresholds).Binary is { } chosen ? new(chosen.Class, chosen.Threshold) : null;

    private static PartCases Cases(string part, CollectedSamples samples, int most)
    {
        var kept = SampleSpread.Of([.. Enumerable.Range(0, samples.Count)], most);
        return new(part, [.. kept.Select(i => Near(samples.Predicted[2 * i]))], [.. kept.Select(i => Near(samples.Predicted[(2 * i) + 1]))], [.. kept.Select(i => (int)samples.True[i])]);
    }

    private static float Near(double value) => value is > 1 and < 1 + Rounding ? 1 : value is < 0 and > -Rounding ? 0 : (float)value;

    private static bool AreProbabilities(PartCases part) => part.First.Concat(part.Second).All(p => p is >= 0 and <= 1);
}
