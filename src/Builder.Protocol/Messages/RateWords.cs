using System.Globalization;
using Builder.Graph.Messages;

namespace Builder.Protocol.Messages;

/// <summary>Learning rates in words: three digits are as exact as anybody sets them.</summary>
public static class RateWords
{
    private const double LeastWritten = 1e-4;

    /// <summary>What is said of a run whose rates a person has changed.</summary>
    public static Message Changed(RunEvent.RatesChanged change) =>
        TrainingMessages.RateChanged.With(("epoch", change.Epoch), ("from", Text(change.Before)), ("to", Text(change.After)));

    /// <summary>The rates of all optimizers; those that are alike once.</summary>
    public static string Text(IReadOnlyDictionary<string, double?> rates) => string.Join(" / ", rates.Values.OfType<double>().Select(Text).Distinct());

    /// <summary>One rate: 0.00316, or 3.16e-5.</summary>
    public static string Text(double rate) => rate is > 0 and < LeastWritten
        ? rate.ToString("0.##e0", CultureInfo.InvariantCulture)
        : double.Parse(rate.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).ToString("0.########", CultureInfo.InvariantCulture);
}
