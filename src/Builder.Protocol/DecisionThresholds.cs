using System.Globalization;
using System.Text.Json;

namespace Builder.Protocol;

/// <summary>
/// From which probability on a model says a class or gives a label, chosen on the validation part. In a model's folder a file of its own; a model without one
/// says the likeliest class, and gives labels from one half on.
/// </summary>
/// <param name="Heads">Predictions that go by thresholds of their own.</param>
public sealed record DecisionThresholds(IReadOnlyList<HeadThresholds> Heads)
{
    /// <summary>Version of the file.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Version of the file.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The usual ones for everything.</summary>
    public static DecisionThresholds Usual { get; } = new([]);

    /// <summary>The thresholds of a prediction; null where it goes by the usual ones.</summary>
    /// <param name="head">The prediction's name.</param>
    public HeadThresholds? Of(string head) => Heads.FirstOrDefault(h => h.Head == head);

    /// <summary>The thresholds as JSON in UTF-8.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ProtocolJson.Options);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else, or of a newer format.</exception>
    public static DecisionThresholds FromJson(ReadOnlySpan<byte> json)
    {
        var read = JsonSerializer.Deserialize<DecisionThresholds>(json, ProtocolJson.Options);
        return read is { Format: CurrentFormat } && Completeness.IsWhole(read) && read.Heads.SelectMany(h => h.Classes).All(c => c.Threshold is >= 0 and <= 1)
            ? read : throw new JsonException("These are no thresholds of a known format.");
    }
}

/// <summary>The thresholds of one prediction.</summary>
/// <param name="Head">The prediction's name: its target column, or the name of the output.</param>
/// <param name="Classes">Of two classes the one that is said from its threshold on; of labels each.</param>
public sealed record HeadThresholds(string Head, IReadOnlyList<ClassThreshold> Classes);

/// <summary>From when on a class or label is said.</summary>
/// <param name="Class">Its name.</param>
/// <param name="Threshold">The probability, 0 to 1.</param>
public sealed record ClassThreshold(string Class, double Threshold)
{
    private const int MostDigits = 12;

    /// <summary>
    /// A threshold that tells cases apart as <paramref name="from"/> does, half-way to the next probability below, with as few digits as that allows: 0.31 says the same as 0.30717.
    /// </summary>
    /// <param name="below">The next lower probability that occurs; 0 where there is none.</param>
    /// <param name="from">The lowest probability that is on or above the threshold.</param>
    public static double Between(double below, double from)
    {
        var middle = (below + from) / 2;
        return Enumerable.Range(2, MostDigits - 1)
            .Select(digits => double.Parse(middle.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))
            .Where(rounded => rounded > below && rounded <= from).Append(from).First();
    }
}
