using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Training.Evaluation;
using Builder.Training.Metrics;
using Builder.Training.Runs;

namespace Builder.Runner.Evaluations;

/// <summary>What there is to say of predicted quantities.</summary>
internal static class ValueReport
{
    private const int MostPoints = 2_000;
    private const int Bins = 40;

    /// <summary>The evaluation of each target column.</summary>
    public static IReadOnlyList<ValueEvaluation> Make(FinishedModel model, CollectedSamples samples, long[] starts) =>
        [.. samples.Head.Binding!.Columns.Select((name, column) => Column(model, samples, name, column, IsInOrder(model, starts)))];

    /// <summary>Numbers in bins over their own range.</summary>
    public static Histogram Spread(IReadOnlyCollection<double> values, double from, double to)
    {
        // Numbers that are all the same still need a bin with a width.
        var end = to > from ? to : from + Math.Max(1e-9, Math.Abs(from) * 1e-3);
        return new Histogram(from, end, CurveMetrics.Histogram(values, from, end, Bins));
    }

    private static ValueEvaluation Column(FinishedModel model, CollectedSamples samples, string name, int column, bool isInOrder)
    {
        var points = Enumerable.Range(0, samples.Count).Select(i => (i * samples.Width) + column)
            .Select(i => new ValuePoint(samples.True[i], samples.Predicted[i])).Where(p => double.IsFinite(p.Predicted)).ToList();
        var residuals = points.Select(p => p.Predicted - p.True).DefaultIfEmpty(0).ToList();
        return new ValueEvaluation(
            name, model.Session.Data.Fitted[name].Schema.Unit, SampleSpread.Of(points, MostPoints), isInOrder,
            Spread(residuals, residuals.Min(), residuals.Max()), residuals.Average());
    }

    private static bool IsInOrder(FinishedModel model, long[] starts) =>
        model.Request.Document.Data[model.Session.Data.DataSetId].Windows is { GroupBy: null } && starts.Zip(starts.Skip(1)).All(pair => pair.First < pair.Second);
}
