using Builder.Protocol.Evaluations;
using Builder.Web.Evaluate.Plots;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate.Sections;

/// <summary>How far apart usual and unusual samples lie.</summary>
public sealed partial class AnomalyView
{
    /// <summary>The numbers.</summary>
    [Parameter, EditorRequired]
    public required AnomalyEvaluation Anomaly { get; set; }

    private PlotSpec Scores => Histograms.Plot(
        Ui.T(ValueTexts.AnomalyTitle), Ui.T(ValueTexts.AnomalyX), Ui.T(ValueTexts.ShareOfGroup),
        [(Ui.T(ValueTexts.Usual), Anomaly.Usual, 1), (Ui.T(ValueTexts.Unusual), Anomaly.Unusual, 2)], inPercent: true) with
    {
        Marks = Anomaly.Threshold is { } threshold ? [new(threshold, Ui.T(ValueTexts.Threshold))] : [],
    };
}
