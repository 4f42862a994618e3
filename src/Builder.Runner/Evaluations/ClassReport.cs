using Builder.Graph.Metrics;
using Builder.Protocol.Evaluations;
using Builder.Training.Evaluation;
using Builder.Training.Inference;
using Builder.Training.Metrics;

namespace Builder.Runner.Evaluations;

/// <summary>What there is to say of predicted classes.</summary>
internal static class ClassReport
{
    private const int LargestConfusion = 100;
    private const int MostCurves = 20;

    /// <summary>The evaluation of a class head; null where a probability is no number.</summary>
    public static ClassEvaluation? Make(CollectedSamples samples, HeadColumns columns)
    {
        var (classes, probabilities) = (samples.Width, samples.Predicted.ToArray());
        int[] labels = [.. samples.True.Select(v => (int)v)];
        if (ClassificationMetrics.Report(probabilities, classes, labels, columns.Decision.Binary) is not { } report)
        {
            return null;
        }

        string[] names = [.. Enumerable.Range(0, classes).Select(columns.ClassName)];
        return new ClassEvaluation
        {
            Names = names,
            Confusion = classes <= LargestConfusion ? Rows(report.Confusion) : null,
            PerClass = [.. report.PerClass.Select((s, i) => new ClassResult(names[i], s.Precision, s.Recall, s.F1, s.Cases))],
            Curves = [.. Curved(report, classes).Select(c => Curve(names[c], MultiLabelMetrics.Column(probabilities, c, classes), [.. labels.Select(l => l == c)])).OfType<ClassCurve>()],
            Calibration = Calibration(probabilities, classes, labels),
        };
    }

    /// <summary>The curves of a score that tells one kind of samples from all others; null where there is one kind only.</summary>
    public static ClassCurve? Curve(string name, double[] scores, bool[] positive) =>
        RankingMetrics.RocAuc(scores, positive) is { } roc && RankingMetrics.PrAuc(scores, positive) is { } pr
            ? new ClassCurve(name, roc, pr, [.. CurveMetrics.Roc(scores, positive).Select(Point)], [.. CurveMetrics.PrecisionRecall(scores, positive).Select(Point)])
            : null;

    private static CurvePoint Point(ThresholdPoint point) => new(point.X, point.Y, double.IsFinite(point.Threshold) ? point.Threshold : null);

    private static long[][] Rows(ConfusionMatrix matrix) =>
        [.. Enumerable.Range(0, matrix.Classes).Select(t => Enumerable.Range(0, matrix.Classes).Select(p => matrix[t, p]).ToArray())];

    private static IEnumerable<int> Curved(ClassificationReport report, int classes) => classes == 2
        ? [1]
        : Enumerable.Range(0, classes).OrderByDescending(c => report.PerClass[c].Cases).Take(MostCurves).Order();

    private static CalibrationBin[] Calibration(double[] probabilities, int classes, int[] labels)
    {
        var (sure, so) = (new double[labels.Length], new bool[labels.Length]);
        for (var row = 0; row < labels.Length; row++)
        {
            var values = probabilities.AsSpan(row * classes, classes);
            var told = classes == 2 ? 1 : ClassDecision.Likeliest(values);
            (sure[row], so[row]) = (values[told], labels[row] == told);
        }

        return [.. CurveMetrics.Calibration(sure, so).Select(bin => new CalibrationBin(bin.Probability, bin.Share, bin.Cases))];
    }
}
