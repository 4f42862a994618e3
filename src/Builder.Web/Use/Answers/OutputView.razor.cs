using System.Globalization;
using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Use.Answers;

/// <summary>One prediction: a class with its probabilities, a quantity with its unit, or how unusual something is.</summary>
public sealed partial class OutputView
{
    private const int MostBars = 10;
    private const int MostLabels = 20;

    /// <summary>The prediction.</summary>
    [Parameter, EditorRequired]
    public required PredictedOutput Output { get; set; }

    /// <summary>Set where the value tells how unusual something is.</summary>
    [Parameter]
    public AnomalyEvaluation? Anomaly { get; set; }

    /// <summary>From when on one of two classes is said, or each label given.</summary>
    [Parameter]
    public IReadOnlyList<ClassThreshold> Thresholds { get; set; } = [];

    /// <summary>Whether there are several predictions to tell apart.</summary>
    [Parameter]
    public bool ShowName { get; set; }

    private double? ThresholdOf(string label) => Thresholds.FirstOrDefault(t => t.Class == label)?.Threshold;

    private static string Share(double probability) => probability.ToString("0.####", CultureInfo.InvariantCulture);
}
