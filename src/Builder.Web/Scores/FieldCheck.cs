using System.Globalization;
using Builder.Datasets.Labels;
using Builder.Datasets.Numbers;
using Builder.Graph.Data;
using Builder.Protocol;

namespace Builder.Web.Scores;

/// <summary>Whether a typed value can be given to a model.</summary>
public static class FieldCheck
{
    /// <summary>True where the model can take the value; an empty one only where it does without.</summary>
    public static bool IsUsable(InputDescription input, string? value) =>
        string.IsNullOrWhiteSpace(value) ? input.MayBeMissing : input.Kind != "number" || Typed(input, value) is not null;

    /// <summary>A number that is typed for an input, with a decimal point or as the training file writes it, or how long something takes in seconds; null where it is none.</summary>
    public static double? Typed(InputDescription input, string? value) =>
        Number(value) ?? (MarkedNumber.TryParseAny(value, input.Decimal is [var mark] ? mark : '.', out var number, input.HasMagnitudes) ? number
        : DurationText.TryParse(value, out var seconds, AreHours(input)) ? seconds : null);

    /// <summary>Whether durations of two numbers, such as 3:45, are hours and minutes for an input.</summary>
    public static bool AreHours(InputDescription input) => input.DateOrder == DateOrder.HoursMinutes.Spelling();

    /// <summary>What is sent to a model for a typed value.</summary>
    public static Cell CellOf(InputDescription input, string? value) => input.Kind == "number" && Typed(input, value) is { } number ? number : value;

    /// <summary>A number with a decimal point; null where it is none.</summary>
    public static double? Number(string? value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>
    /// Whether a value is none that the model has learned from: a number below the smallest or above the largest of its training rows (of
    /// an older model, which does not know them, one by more than the usual range beyond it), or a category that it does not know.
    /// </summary>
    public static bool IsOutside(InputDescription input, string? value) => input.Kind == "category"
        ? !string.IsNullOrWhiteSpace(value) && input.Categories is { Count: > 0 and < InputDescription.MostCategories } known && !known.Contains(value)
        : input.Kind == "labels" ? input.Categories is { Count: > 0 and < InputDescription.MostCategories } labels && LabelText.Split(value ?? "", input.Separator).Any(label => !labels.Contains(label))
        : Typed(input, value) is { } number && (input switch
        {
            { Least: { } least, Most: { } most } => number < least - Rounding(least, most) || number > most + Rounding(least, most),
            { Minimum: { } low, Maximum: { } high } => number < low - (high - low) || number > high + (high - low),
            _ => false,
        });

    // What was scaled and scaled back is not the same to the last digit.
    private static double Rounding(double least, double most) => 1e-6 * Math.Max(Math.Abs(least), Math.Abs(most));
}
