using System.Globalization;
using Builder.Graph;
using Builder.Graph.Metrics;

namespace Builder.Web.Scores;

/// <summary>Numbers as people read them.</summary>
public static class Figures
{
    private const int MostDigits = 4;

    // One of so few is so much of them that a percentage only hides how few they are.
    private const long MostCounted = 50;

    /// <summary>A share in percent: one decimal, and never 100% or 0% where it is not quite.</summary>
    public static string Percent(double share)
    {
        if (!double.IsFinite(share))
        {
            return "–";
        }

        var percent = share * 100;
        var rounded = Math.Round(percent, 1);
        if (share < 1 && rounded >= 100)
        {
            return "> 99.9%";
        }

        return share > 0 && rounded <= 0 ? "< 0.1%" : rounded.ToString("0.#", CultureInfo.InvariantCulture) + "%";
    }

    /// <summary>How many of so many, as it stands before "of the 12 cases": a count of few, "11" and "11 个", and a share in percent of many.</summary>
    /// <param name="share">From 0 to 1, a whole number of the cases.</param>
    /// <param name="cases">Of how many.</param>
    public static Localized Part(double share, long cases)
    {
        if (cases >= MostCounted || !double.IsFinite(share))
        {
            return Localized.Same(Percent(share));
        }

        var counted = Count((long)Math.Round(share * cases));
        return new(counted, $"{counted} 个");
    }

    /// <summary>
    /// How likely a model finds something: never wholly or not at all. A probability of 1 is only nearest to 1 among 32-bit numbers.
    /// </summary>
    public static string Probability(double probability) => Percent(Math.Clamp(probability, double.Epsilon, Math.BitDecrement(1)));

    /// <summary>A number with at most four digits that matter.</summary>
    public static string Number(double? value)
    {
        if (value is not { } number || !double.IsFinite(number))
        {
            return "–";
        }

        var size = Math.Abs(number);
        if (size is not 0 and (< 1e-4 or >= 1e9))
        {
            return number.ToString("0.##e0", CultureInfo.InvariantCulture);
        }

        if (size >= 1000)
        {
            return number.ToString("#,0", CultureInfo.InvariantCulture);
        }

        var before = size < 1 ? 0 : (int)Math.Floor(Math.Log10(size)) + 1;
        var decimals = size is > 0 and < 0.01 ? 5 : Math.Clamp(MostDigits - before, 0, 3);
        return number.ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture);
    }

    /// <summary>A whole number with groups of three digits.</summary>
    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A number with its unit.</summary>
    public static string WithUnit(double? value, string? unit) => unit is { Length: > 0 } && value is not null ? $"{Number(value)} {unit}" : Number(value);

    /// <summary>A metric in its format.</summary>
    public static string Score(MetricDefinition metric, double? value, string? unit = null) => (metric.Format, value) switch
    {
        (_, null) => "–",
        (MetricFormat.Percent, { } share) => Percent(share),
        (MetricFormat.ThreeDecimals, { } number) => Number(Math.Round(number, 3) + 0.0),
        (MetricFormat.Quantity, _) => WithUnit(value, unit),
        _ => Number(value),
    };

    /// <summary>A point in time, as near as it is worth telling.</summary>
    public static Localized When(DateTime moment, DateTime now)
    {
        var clock = moment.ToString("HH:mm", CultureInfo.InvariantCulture);
        if (moment.Date == now.Date)
        {
            return new($"today {clock}", $"今天 {clock}");
        }

        return moment.Date == now.Date.AddDays(-1)
            ? new($"yesterday {clock}", $"昨天 {clock}")
            : new(moment.ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture), moment.ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture));
    }
}
