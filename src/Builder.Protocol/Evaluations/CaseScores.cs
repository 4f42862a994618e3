using System.Text.Json;
using System.Text.Json.Serialization;

namespace Builder.Protocol.Evaluations;

/// <summary>
/// How likely a model finds each of two classes, case by case, with the truth: whoever knows what right and wrong answers are worth can choose another threshold without the model and its data. A
/// file of its own in the run's folder, for predictions of two classes; its size is bounded, however many samples there are.
/// </summary>
/// <param name="Heads">The predictions of two classes.</param>
public sealed record CaseScores(IReadOnlyList<HeadCases> Heads)
{
    /// <summary>Version of the file.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Larger files are not read: <see cref="MostCases"/> in each part of several predictions take less.</summary>
    public const int MostBytes = 64 << 20;

    /// <summary>Cases of a part that are kept, spread evenly over all; together for all predictions.</summary>
    public const int MostCases = 200_000;

    /// <summary>Version of the file.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The cases of a prediction; null where there are none.</summary>
    /// <param name="head">The prediction's name.</param>
    public HeadCases? Of(string head) => Heads.FirstOrDefault(h => h.Head == head);

    /// <summary>The cases as JSON in UTF-8.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ProtocolJson.Options);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else, or of a newer format.</exception>
    public static CaseScores FromJson(ReadOnlySpan<byte> json)
    {
        var read = JsonSerializer.Deserialize<CaseScores>(json, ProtocolJson.Options);
        return read is { Format: CurrentFormat } && Completeness.IsWhole(read) && read.Heads.All(h => h.IsSound) && read.Heads.DistinctBy(h => h.Head).Count() == read.Heads.Count
            ? read : throw new JsonException("These are no cases of a known format.");
    }
}

/// <summary>The cases of one prediction.</summary>
/// <param name="Head">The prediction's name: its target column, or the name of the output.</param>
/// <param name="Trained">How its training decided between the classes; null for the likelier one.</param>
/// <param name="Parts">The cases of each part: "train" (some of it), "validation" and "test".</param>
public sealed record HeadCases(string Head, CaseDecision? Trained, IReadOnlyList<PartCases> Parts)
{
    /// <summary>The cases of a part; null where there are none.</summary>
    /// <param name="part">"train", "validation" or "test".</param>
    public PartCases? Of(string part) => Parts.FirstOrDefault(p => p.Part == part && p.Count > 0);

    [JsonIgnore]
    internal bool IsSound => Parts.All(p => p.IsSound) && Parts.DistinctBy(p => p.Part).Count() == Parts.Count && Trained is null or { Class: 0 or 1, Threshold: >= 0 and <= 1 };
}

/// <summary>A class of two, by its place, that is said from a probability on.</summary>
/// <param name="Class">The class, 0 or 1: its name may change after the training.</param>
/// <param name="Threshold">The probability, 0 to 1; below it the other class is said.</param>
public sealed record CaseDecision(int Class, double Threshold)
{
    /// <summary>The class that is said: as a decision has it, else the likelier one, the first where both are as likely.</summary>
    /// <param name="decision">From when on a class is said; null for the likelier one.</param>
    /// <param name="first">How likely the first class is, 0 to 1.</param>
    /// <param name="second">How likely the second class is, 0 to 1.</param>
    public static int Said(CaseDecision? decision, double first, double second) =>
        decision is not { } own ? (second > first ? 1 : 0) : (own.Class == 0 ? first : second) >= own.Threshold ? own.Class : 1 - own.Class;
}

/// <summary>The cases of a part of the data.</summary>
/// <param name="Part">"train", "validation" or "test".</param>
/// <param name="First">Shape [cases]: how likely the model finds the first class, 0 to 1.</param>
/// <param name="Second">Shape [cases]: the second. 32-bit numbers as the model computes them, so that a threshold tells the same cases apart here and there.</param>
/// <param name="True">Shape [cases]: the true class, 0 or 1.</param>
public sealed record PartCases(string Part, IReadOnlyList<float> First, IReadOnlyList<float> Second, IReadOnlyList<int> True)
{
    /// <summary>How many cases.</summary>
    [JsonIgnore]
    public int Count => True.Count;

    [JsonIgnore]
    internal bool IsSound => Part is "train" or "validation" or "test" && Count <= CaseScores.MostCases && First.Count == Count && Second.Count == Count
        && First.Concat(Second).All(p => p is >= 0 and <= 1) && True.All(c => c is 0 or 1);

    /// <summary>How likely the model finds a class in a case.</summary>
    /// <param name="place">The class, 0 or 1.</param>
    /// <param name="index">The case, from 0.</param>
    public double Probability(int place, int index) => place == 0 ? First[index] : Second[index];

    /// <summary>The class that is said in a case.</summary>
    /// <param name="decision">From when on a class is said; null for the likelier one.</param>
    /// <param name="index">The case, from 0.</param>
    public int Said(CaseDecision? decision, int index) => CaseDecision.Said(decision, First[index], Second[index]);
}
