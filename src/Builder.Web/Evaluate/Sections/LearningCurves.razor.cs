using Builder.Graph.Metrics;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Evaluate.Plots;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate.Sections;

/// <summary>How loss and scores changed from epoch to epoch.</summary>
public sealed partial class LearningCurves
{
    private string _chosen = "";

    /// <summary>The epochs.</summary>
    [Parameter, EditorRequired]
    public required LearningCurve Curve { get; set; }

    private IReadOnlyList<string> Names => [.. Curve.Names.OrderBy(n => n.StartsWith("loss", StringComparison.Ordinal) ? 0 : 1)];

    // One epoch has no course.
    private bool IsCurve => Curve.Epochs.Count > 1;

    private bool HasBothParts => Curve.Epochs.Any(e => e.Validation.ContainsKey(_chosen) && e.Train.ContainsKey(_chosen));

    private PlotMark[] Best => Curve.BestEpoch is > 0 and var best ? [new(best, Ui.T(EvaluateTexts.BestEpoch))] : [];

    private PlotSpec Spec
    {
        get
        {
            var metric = MetricCatalog.Named(_chosen);
            var term = Ui.T(metric.Term);
            var train = Line(Ui.T(EvaluateTexts.Train), 1, e => e.Train.GetValueOrDefault(_chosen));
            var validation = Line(Ui.T(EvaluateTexts.Validation), 2, e => e.Validation.GetValueOrDefault(_chosen));
            return new("lines", term, Ui.T(EvaluateTexts.Epoch), term, [.. new[] { train, validation }.Where(s => s.Points.Count > 0)])
            {
                WholeX = true,
                YPercent = metric.Format == MetricFormat.Percent,
                XRange = Curve.RateChanges.Any(c => c.At < Curve.Epochs[0].Epoch) ? [0, Curve.Epochs[^1].Epoch] : null,
                Marks = [.. Best, .. Curve.RateChanges.Select(c => new PlotMark(c.At, Ui.T(EvaluateTexts.RateChanged(c.From, c.To))))],
            };
        }
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (!Names.Contains(_chosen))
        {
            _chosen = Names.Count > 0 ? Names[0] : "";
        }
    }

    private PlotSeries Line(string name, int color, Func<Builder.Protocol.RunEvent.EpochDone, double?> value) =>
        new(name, [.. Curve.Epochs.Where(e => value(e) is not null).Select(e => (double[])[e.Epoch, value(e)!.Value])], color, Dots: Curve.Epochs.Count < 3);
}
