using Builder.Protocol.Evaluations;
using Builder.Web.Evaluate.Plots;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate.Sections;

/// <summary>Whether the model is as sure as it may be.</summary>
public sealed partial class CalibrationView
{
    /// <summary>Samples of similar probability.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<CalibrationBin> Bins { get; set; }

    // What one or two cases did says nothing about probabilities.
    private const long FewestCases = 5;

    private PlotSpec Spec => new(
        "lines", Ui.T(ClassTexts.CalibrationTerm), Ui.T(ClassTexts.CalibrationX), Ui.T(ClassTexts.CalibrationY),
        [new(Ui.T(ClassTexts.Model), [.. Bins.Where(b => b.Cases >= FewestCases).Select(b => (double[])[b.Probability, b.Share])], 1, Dots: true)])
    {
        XRange = [0, 1], YRange = [0, 1], XPercent = true, YPercent = true, Diagonal = true, DiagonalTitle = Ui.T(ClassTexts.Perfect),
    };
}
