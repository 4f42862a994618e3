using System.Globalization;
using Builder.Datasets.Numbers;
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
        Number(value) ?? (NumberText.TryParse(value, input.Decimal is [var mark] ? mark : '.', out var number) ? number.Value
        : DurationText.TryParse(value, out var seconds) ? seconds : null);

    /// <summary>What is sent to a model for a typed value.</summary>
    public static Cell CellOf(InputDescription input, string? value) => input.Kind == "number" && Typed(input, value) is { } number ? number : value;

    /// <summary>A number with a decimal point; null where it is none.</summary>
    public static double? Number(string? value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>
    /// Whether a value is far from what the model has seen: a number by more than the usual range, or a category that it does not know.
    /// </summary>
    public static bool IsFarOutside(InputDescription input, string? value) => input.Kind == "category"
        ? !string.IsNullOrWhiteSpace(value) && input.Categories is { Count: > 0 and < InputDescription.MostCategories } known && !known.Contains(value)
        : Typed(input, value) is { } number && input is { Minimum: { } low, Maximum: { } high } && (number < low - (high - low) || number > high + (high - low));
}
