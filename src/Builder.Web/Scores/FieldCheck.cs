using System.Globalization;
using Builder.Protocol;

namespace Builder.Web.Scores;

/// <summary>Whether a typed value can be given to a model.</summary>
public static class FieldCheck
{
    /// <summary>True where the model can take the value; an empty one only where it does without.</summary>
    public static bool IsUsable(InputDescription input, string? value) =>
        string.IsNullOrWhiteSpace(value) ? input.MayBeMissing : input.Kind != "number" || Number(value) is not null;

    /// <summary>A number as people write it; null where it is none.</summary>
    public static double? Number(string? value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>
    /// Whether a value is far from what the model has seen: a number by more than the usual range, or a category that it does not know.
    /// </summary>
    public static bool IsFarOutside(InputDescription input, string? value) => input.Kind == "category"
        ? !string.IsNullOrWhiteSpace(value) && input.Categories is { Count: > 0 and < InputDescription.MostCategories } known && !known.Contains(value)
        : Number(value) is { } number && input is { Minimum: { } low, Maximum: { } high } && (number < low - (high - low) || number > high + (high - low));
}
