using System.Globalization;
using Builder.Protocol.Evaluations;
using Builder.Web.Evaluate.Plots;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate.Sections;

/// <summary>Predicted against true values, and the errors.</summary>
public sealed partial class ValueView
{
    private const int MostInTime = 400;
    private int _chosen;

    /// <summary>One for each predicted column; at least one.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ValueEvaluation> Values { get; set; }

    private int Chosen => Math.Min(_chosen, Values.Count - 1);

    private ValueEvaluation Value => Values[Chosen];

    private string Unit => Value.Unit is { Length: > 0 } unit ? Ui.T(new($" ({unit})", $"（{unit}）")) : "";

    private PlotSpec Points
    {
        get
        {
            var all = Value.Points.SelectMany(p => (double[])[p.True, p.Predicted]).DefaultIfEmpty(0).ToList();
            var (low, high) = (all.Min(), all.Max());
            var margin = high > low ? (high - low) * 0.04 : 1;
            double[] range = [Math.Floor(low - margin), Math.Ceiling(high + margin)];
            range = high - low < 10 ? [low - margin, high + margin] : range;
            return new(
                "points", Ui.T(ValueTexts.PointsTitle) + Unit, Ui.T(ValueTexts.True), Ui.T(ValueTexts.Predicted),
                [new(Value.Column, [.. Value.Points.Select(p => (double[])[p.True, p.Predicted])], 1)])
            {
                XRange = range, YRange = range, Diagonal = true, DiagonalTitle = Ui.T(ValueTexts.Exact),
            };
        }
    }

    private PlotSpec Residuals => Histograms.Plot(
        $"{Ui.T(ValueTexts.ResidualsTitle)}{Unit}", Ui.T(ValueTexts.Residual), Ui.T(ValueTexts.Cases),
        [(Ui.T(ValueTexts.ResidualsTerm), Value.Residuals, 1)]) with
    {
        Marks = [new(0, Ui.T(ValueTexts.NoError))],
    };

    // The latest cases: more would be a smear.
    private PlotSpec OverTime
    {
        get
        {
            var first = Math.Max(0, Value.Points.Count - MostInTime);
            var points = Value.Points.Skip(first).Select((p, i) => (X: (double)(first + i + 1), Point: p)).ToList();
            return new(
                "lines", Ui.T(ValueTexts.TimeTitle) + Unit, Ui.T(ValueTexts.TimeX), Value.Column,
                [
                    new(Ui.T(ValueTexts.True), [.. points.Select(p => (double[])[p.X, p.Point.True])], 8),
                    new(Ui.T(ValueTexts.Predicted), [.. points.Select(p => (double[])[p.X, p.Point.Predicted])], 1),
                ]);
        }
    }

    private void Choose(ChangeEventArgs change) => _chosen = int.Parse((string)change.Value!, CultureInfo.InvariantCulture);
}
