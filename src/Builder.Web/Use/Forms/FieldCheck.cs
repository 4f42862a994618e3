using System.Globalization;
using Builder.Protocol;

namespace Builder.Web.Use.Forms;

/// <summary>Whether a typed value can be given to a model.</summary>
public static class FieldCheck
{
    /// <summary>True where the model can take the value; an empty one only where it does without.</summary>
    public static bool IsUsable(InputDescription input, string? value) =>
        string.IsNullOrWhiteSpace(value) ? input.MayBeMissing : input.Kind != "number" || Number(value) is not null;

    /// <summary>A number as people write it; null where it is none.</summary>
    public static double? Number(string? value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>Whether a number is far outside of what the model has seen: more than the usual range beyond it.</summary>
    public static bool IsFarOutside(InputDescription input, double value) =>
        input is { Minimum: { } low, Maximum: { } high } && (value < low - (high - low) || value > high + (high - low));
}
