using Builder.Datasets.Randomness;
using Builder.Protocol.Evaluations;
using Builder.Training.Evaluation;
using Builder.Training.Inference;
using Builder.Training.Metrics;

namespace Builder.Runner.Evaluations;

/// <summary>What there is to say of predicted labels.</summary>
internal static class LabelReport
{
    private const int MostCurves = 20;

    /// <summary>Draws of the bootstrap; their 2.5 and 97.5 percent are the range.</summary>
    private const int Draws = 200;

    private const int MostDrawn = 5_000;

    /// <summary>The evaluation of a head of labels; null where a probability is no number.</summary>
    public static LabelEvaluation? Make(CollectedSamples samples, HeadColumns columns)
    {
        var (width, thresholds) = (samples.Width, columns.Decision.Labels);
        double[] probabilities = [.. samples.Predicted];
        bool[] truth = [.. samples.True.Select(v => v > 0.5)];
        if (MultiLabelMetrics.Report(probabilities, truth, thresholds) is not { } report)
        {
            return null;
        }

        var names = columns.LabelNames;
        var curved = Enumerable.Range(0, width).OrderByDescending(label => report.PerLabel[label].Cases).Take(MostCurves).Order();
        return new LabelEvaluation
        {
            PerLabel = [.. report.PerLabel.Select((s, i) => new LabelResult(
                names[i], s.Precision, s.Recall, s.F1, s.Cases, s.Given, s.Right, s.AveragePrecision, thresholds[i]))],
            Curves = [.. curved.Select(label => ClassReport.Curve(
                names[label], MultiLabelMetrics.Column(probabilities, label, width), MultiLabelMetrics.Column(truth, label, width))).OfType<ClassCurve>()],
            MacroF1Range = Range(probabilities, truth, thresholds),
        };
    }

    // How the score would differ with other samples of the same kind: as many of them, drawn with replacement.
    private static ScoreRange Range(double[] probabilities, bool[] truth, double[] thresholds)
    {
        var (width, random) = (thresholds.Length, new Xoshiro256(1));
        var rows = truth.Length / width;
        var drawn = Math.Min(rows, MostDrawn);
        var scores = new double[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            var (given, cases, right) = (new int[width], new int[width], new int[width]);
            for (var i = 0; i < drawn; i++)
            {
                var first = random.NextBelow(rows) * width;
                for (var label = 0; label < width; label++)
                {
                    var isGiven = probabilities[first + label] >= thresholds[label];
                    given[label] += isGiven ? 1 : 0;
                    cases[label] += truth[first + label] ? 1 : 0;
                    right[label] += isGiven && truth[first + label] ? 1 : 0;
                }
            }

            scores[draw] = Enumerable.Range(0, width).Where(l => given[l] + cases[l] > 0).Select(l => 2.0 * right[l] / (given[l] + cases[l])).DefaultIfEmpty(0).Average();
        }

        Array.Sort(scores);
        // A draw of fewer than all samples differs more than one of all of them would.
        var (mean, shrink) = (scores.Average(), Math.Sqrt((double)drawn / rows));
        return new(mean + ((scores[(int)(Draws * 0.025)] - mean) * shrink), mean + ((scores[(int)(Draws * 0.975)] - mean) * shrink));
    }
}
