using System.Globalization;

namespace Builder.Web.Runs.Page;

/// <summary>The scale of the slider that changes a learning rate: twenty steps are ten times as much, and 0 is the rate of the plan.</summary>
public static class RateScale
{
    /// <summary>A thousandth of the plan's rate.</summary>
    public const int Least = -60;

    /// <summary>A hundred times the plan's rate.</summary>
    public const int Most = 40;

    private const double StepsOfTen = 20;

    /// <summary>The factor of a place on the scale, with three digits, so that it reads the same wherever it is kept.</summary>
    public static double FactorAt(int place) =>
        double.Parse(Math.Pow(10, Math.Clamp(place, Least, Most) / StepsOfTen).ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>The place of a factor, or the nearest on the scale.</summary>
    public static int PlaceOf(double factor) => Math.Clamp((int)Math.Round(Math.Log10(factor) * StepsOfTen), Least, Most);
}
