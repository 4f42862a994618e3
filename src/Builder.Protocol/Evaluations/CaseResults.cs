using System.Text.Json;

namespace Builder.Protocol.Evaluations;

/// <summary>
/// How well a model does on single cases of the validation part: two runs that were judged on the same rows can be compared case by case, and the test part is not looked at to choose among
/// them. A file of its own in the run's folder; its size is bounded.
/// </summary>
/// <param name="Head">Name of the prediction, the first of the model.</param>
/// <param name="IsOfClasses">True for right (1) and wrong (0) classes, false for absolute errors of a quantity.</param>
/// <param name="Fingerprint">Fingerprint of the data.</param>
/// <param name="Rows">Shape [cases]: the row of each in the source, from 0, rising.</param>
/// <param name="Scores">Shape [cases].</param>
public sealed record CaseResults(string Head, bool IsOfClasses, string Fingerprint, IReadOnlyList<int> Rows, IReadOnlyList<float> Scores)
{
    /// <summary>Version of the file.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Larger files are not read: <see cref="MostCases"/> take less.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>Cases that are kept at most, spread evenly over all.</summary>
    public const int MostCases = 5_000;

    /// <summary>Version of the file.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The results as JSON in UTF-8.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ProtocolJson.Options);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else, or of a newer format.</exception>
    public static CaseResults FromJson(ReadOnlySpan<byte> json)
    {
        var read = JsonSerializer.Deserialize<CaseResults>(json, ProtocolJson.Options);
        return read is { Format: CurrentFormat } && Completeness.IsWhole(read) && read.Rows.Count == read.Scores.Count && read.Rows.Count <= MostCases
            && read.Scores.All(score => float.IsFinite(score) && score >= 0) && read.Rows.Zip(read.Rows.Skip(1)).All(pair => pair.First < pair.Second)
            ? read : throw new JsonException("These are no results of a known format.");
    }
}
