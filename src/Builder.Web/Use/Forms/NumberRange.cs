using System.Globalization;
using Builder.Protocol;

namespace Builder.Web.Use.Forms;

/// <summary>The numbers among which a slider moves: the usual ones of an input.</summary>
/// <param name="Low">The lowest.</param>
/// <param name="High">The highest; more than <paramref name="Low"/>.</param>
internal sealed record NumberRange(double Low, double High)
{
    private const int Steps = 100;

    /// <summary>How far one step of the slider goes: a power of ten.</summary>
    public double Step => Math.Pow(10, Math.Floor(Math.Log10((High - Low) / Steps)));

    /// <summary>The range of an input; null where it is no number, or none is known.</summary>
    public static NumberRange? Of(InputDescription input) => input is { Kind: "number", Minimum: { } low, Maximum: { } high } && high > low ? new(low, high) : null;

    /// <summary>The number of the range that lies nearest to another; the lowest where there is none.</summary>
    public double Near(double? number) => Math.Clamp(number ?? Low, Low, High);

    /// <summary>A number as attributes hold it.</summary>
    public static string Text(double value) => value.ToString("0.##########", CultureInfo.InvariantCulture);
}
