using System.Globalization;
using Builder.Web.Runs.Feed;
using Builder.Web.Scores;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Runs.Page;

/// <summary>Predicted against true values: on the line a prediction is right.</summary>
public sealed partial class SamplePoints
{
    /// <summary>The sample.</summary>
    [Parameter, EditorRequired]
    public required RunSample Sample { get; set; }

    private List<double[]> Points => [.. (Sample.Points ?? []).Where(p => p.All(double.IsFinite))];

    private double Low => Points.Count == 0 ? 0 : Points.Min(p => p.Min());

    private double High => Points.Count == 0 ? 1 : Math.Max(Points.Max(p => p.Max()), Low + 1e-9);

    private string Across(double value) => Place(40 + (272 * Share(value)));

    private string Up(double value) => Place(216 - (208 * Share(value)));

    private double Share(double value) => (value - Low) / (High - Low);

    private string Label(double value) => Figures.WithUnit(value, Sample.Unit);

    private string Words(double[] point) => $"{Label(point[0])} → {Label(point[1])}";

    private static string Place(double pixels) => pixels.ToString("0.#", CultureInfo.InvariantCulture);
}
