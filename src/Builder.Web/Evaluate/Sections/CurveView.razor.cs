using System.Globalization;
using Builder.Protocol.Evaluations;
using Builder.Web.Evaluate.Plots;
using Builder.Web.Scores;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate.Sections;

/// <summary>ROC and precision-recall curve of a class.</summary>
public sealed partial class CurveView
{
    private int _chosen;

    /// <summary>The curves; at least one.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ClassCurve> Curves { get; set; }

    private int Chosen => Math.Min(_chosen, Curves.Count - 1);

    private ClassCurve Curve => Curves[Chosen];

    private PlotSpec Roc => new(
        "lines", $"{Ui.T(ClassTexts.RocTitle)} · AUC {Figures.Number(Curve.RocAuc)}", Ui.T(ClassTexts.RocX), Ui.T(ClassTexts.RocY),
        [new(Curve.Class, Points(Curve.Roc), 1)])
    {
        XRange = [0, 1], YRange = [0, 1], XPercent = true, YPercent = true, Diagonal = true, DiagonalTitle = Ui.T(ClassTexts.Guessing),
    };

    private PlotSpec Pr => new(
        "lines", $"{Ui.T(ClassTexts.PrTitle)} · AUC {Figures.Number(Curve.PrAuc)}", Ui.T(ClassTexts.PrX), Ui.T(ClassTexts.PrY),
        [new(Curve.Class, Points(Curve.Pr), 1)])
    {
        XRange = [0, 1], YRange = [0, 1], XPercent = true, YPercent = true,
    };

    private static IReadOnlyList<double[]> Points(IReadOnlyList<CurvePoint> points) => [.. points.Select(p => (double[])[p.X, p.Y])];

    private void Choose(ChangeEventArgs change) => _chosen = int.Parse((string)change.Value!, CultureInfo.InvariantCulture);
}
