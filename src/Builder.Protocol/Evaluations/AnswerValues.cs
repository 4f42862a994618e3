using System.Text.Json;

namespace Builder.Protocol.Evaluations;

/// <summary>What the right and wrong answers of a prediction of two classes are worth to somebody, in any currency or points; a cost is below 0.</summary>
/// <param name="Class">The class that is looked for, 0 or 1: its name may change after the training.</param>
/// <param name="Found">What it is worth to say that class where it is so.</param>
/// <param name="Missed">What it is worth to say the other one where it is so.</param>
/// <param name="FalseAlarm">What it is worth to say that class where it is not so.</param>
/// <param name="RightNo">What it is worth to say the other one where it is not so.</param>
public sealed record AnswerValues(int Class, double Found, double Missed, double FalseAlarm, double RightNo)
{
    /// <summary>Larger values are none: sums of very many cases would lose their last digits.</summary>
    public const double Most = 1e12;

    /// <summary>True where every number can be computed with.</summary>
    public bool AreUsable() => Class is 0 or 1 && new[] { Found, Missed, FalseAlarm, RightNo }.All(v => Math.Abs(v) <= Most);

    /// <summary>What an answer is worth.</summary>
    /// <param name="truth">The true class, 0 or 1.</param>
    /// <param name="said">The class that is said.</param>
    public double Of(int truth, int said) => truth == Class ? said == Class ? Found : Missed : said == Class ? FalseAlarm : RightNo;
}

/// <summary>The values that a person gave for the answers of a run's model, as a file of its own in the run's folder.</summary>
/// <param name="Heads">By the prediction's name.</param>
public sealed record GivenValues(IReadOnlyDictionary<string, AnswerValues> Heads)
{
    /// <summary>Version of the file.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Larger files are not read.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>Version of the file.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The values as JSON in UTF-8.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ProtocolJson.Options);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else, or of a newer format.</exception>
    public static GivenValues FromJson(ReadOnlySpan<byte> json)
    {
        var read = JsonSerializer.Deserialize<GivenValues>(json, ProtocolJson.Options);
        return read is { Format: CurrentFormat } && Completeness.IsWhole(read) && read.Heads.Values.All(v => v.AreUsable())
            ? read : throw new JsonException("These are no values of a known format.");
    }
}
