using Builder.Graph.Metrics;
using Builder.Protocol.Evaluations;
using Builder.Training.Evaluation;
using Builder.Training.Inference;
using Builder.Training.Metrics;
using Builder.Training.Runs;

namespace Builder.Runner.Evaluations;

/// <summary>How well a model does case by case.</summary>
internal static class SingleCases
{
    /// <summary>1 for a right class and 0 for a wrong one, or the absolute error of a quantity, sample by sample; null for labels, anomalies and several quantities at once.</summary>
    /// <param name="samples">The predictions.</param>
    /// <param name="columns">What their numbers mean, and how is decided.</param>
    public static double[]? Scores(CollectedSamples samples, HeadColumns columns)
    {
        var width = samples.Width;
        return columns switch
        {
            { IsClass: true } => [.. Enumerable.Range(0, samples.Count).Select(i => ClassDecision.Of(
                columns.Decision.Binary, [.. Enumerable.Range(i * width, width).Select(c => samples.Predicted[c])]) == (int)samples.True[i] ? 1.0 : 0.0)],
            { IsMultiLabel: false, Head.Task: TaskKind.Regression } when width == 1 && samples.Predicted.All(double.IsFinite) =>
                [.. Enumerable.Range(0, samples.Count).Select(i => Math.Abs(samples.Predicted[i] - samples.True[i]))],
            _ => null,
        };
    }

    /// <summary>The results of the first head on the validation part; null where there is none, or it is judged otherwise.</summary>
    public static CaseResults? OfValidation(FinishedModel model)
    {
        // Another pass over the samples is made only where something comes of it.
        if (model.Session.Heads.FirstOrDefault(h => h.Target is not null) is not { Task: TaskKind.Classification or TaskKind.BinaryClassification or TaskKind.Regression })
        {
            return null;
        }

        var data = model.Session.Data;
        var starts = SampleSpread.Of([.. data.Validation.Order()], CaseResults.MostCases);
        if (starts.Length == 0 || model.Evaluator.Collect(starts) is not [{ IsOnePerSample: true, Count: > 0 } samples, ..]
            || Scores(samples, new HeadColumns(samples.Head, data.Fitted, model.Evaluator.Thresholds)) is not { } scores)
        {
            return null;
        }

        // A row that is in several windows of a series, or was copied, counts once.
        var offset = data.Columns[samples.Head.Binding!.Columns[0]].WindowOffset;
        var cases = starts.Zip(scores).Select(c => (Row: data.SourceRow(c.First + offset), Score: (float)c.Second)).DistinctBy(c => c.Row).OrderBy(c => c.Row).ToList();
        return new(samples.Head.Name, samples.Head.Task != TaskKind.Regression, data.Fingerprint, [.. cases.Select(c => c.Row)], [.. cases.Select(c => c.Score)]);
    }
}
