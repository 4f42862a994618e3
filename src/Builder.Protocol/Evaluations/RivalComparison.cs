using System.Text.Json;
using System.Text.Json.Serialization;
using Builder.Graph.Messages;
using Builder.Graph.Metrics;

namespace Builder.Protocol.Evaluations;

/// <summary>
/// How a network does beside simple methods that learned from the same rows, on the same held-back samples: the score that its verdict leads with, and the difference with an
/// interval by paired bootstrap. A file of its own in the run's folder.
/// </summary>
public sealed record RivalComparison
{
    /// <summary>Version of the file.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Larger files are not read: twenty methods with long reasons take less.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>
    /// With fewer samples on which the two differ nothing is told apart: five in a row for one side come by chance once in sixteen (sign test), which a bootstrap of few
    /// samples does not see.
    /// </summary>
    public const int FewestDifferent = 6;

    /// <summary>Version of the file.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>Name of the prediction that was compared.</summary>
    public required string Head { get; init; }

    /// <summary>Names of further predictions of the model, which were not compared.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>Id of the metric, as in <see cref="MetricCatalog"/>.</summary>
    public required string Metric { get; init; }

    /// <summary>The class that the metric speaks of, where it is of one class; otherwise null.</summary>
    public string? Class { get; init; }

    /// <summary>The samples that were compared on: "test" or "validation".</summary>
    public required string Part { get; init; }

    /// <summary>How many of them were taken, spread evenly.</summary>
    public required long Samples { get; init; }

    /// <summary>How many there are.</summary>
    public required long Available { get; init; }

    /// <summary>How many training samples there are.</summary>
    public required long Training { get; init; }

    /// <summary>True where a threshold decides on a class or label; it was chosen for each method as for the network, on the validation part.</summary>
    public bool HasThresholds { get; init; }

    /// <summary>True where the network's loss weighs classes or labels differently; the methods learn without such weights.</summary>
    public bool HasClassWeights { get; init; }

    /// <summary>The network's score on these samples.</summary>
    public required double Score { get; init; }

    /// <summary>The methods, the best first.</summary>
    public required IReadOnlyList<RivalResult> Rivals { get; init; }

    /// <summary>Methods that could not take part.</summary>
    public IReadOnlyList<RivalLeftOut> LeftOut { get; init; } = [];

    /// <summary>The method with the best score; null where none could take part.</summary>
    [JsonIgnore]
    public RivalResult? Best => Rivals.Count > 0 ? Rivals[0] : null;

    /// <summary>The best of the methods that are surely better than the network; null where none is.</summary>
    [JsonIgnore]
    public RivalResult? Winner => Rivals.FirstOrDefault(r => r.Outcome == RivalOutcome.Worse);

    /// <summary>The comparison as JSON in UTF-8.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ProtocolJson.Options);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else, or of a newer format.</exception>
    public static RivalComparison FromJson(ReadOnlySpan<byte> json)
    {
        var read = JsonSerializer.Deserialize<RivalComparison>(json, ProtocolJson.Options);
        return read is { Format: CurrentFormat } && Completeness.IsWhole(read) && double.IsFinite(read.Score)
            && read.Rivals.All(r => double.IsFinite(r.Score) && double.IsFinite(r.Low) && double.IsFinite(r.High))
            ? read : throw new JsonException("This is no comparison of a known format.");
    }
}

/// <summary>How a simple method does.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Score">Its score.</param>
/// <param name="Low">The least by which the network is better in 95 of 100 draws of as many samples, in the metric's unit; below 0 where it is worse.</param>
/// <param name="High">The most.</param>
/// <param name="Different">Samples on which the two do not come to the same.</param>
/// <param name="Learned">Training samples that it learned from, spread evenly over all.</param>
public sealed record RivalResult(Message Name, double Score, double Low, double High, long Different, long Learned)
{
    /// <summary>True where the network reads more than this method can, such as pictures beside columns.</summary>
    public bool ReadsPart { get; init; }

    /// <summary>For the method that repeats what was a season ago: the season's length in rows.</summary>
    public int? Season { get; init; }

    /// <summary>How the network does beside it.</summary>
    [JsonIgnore]
    public RivalOutcome Outcome => Different < RivalComparison.FewestDifferent ? RivalOutcome.Alike
        : Low > 0 ? RivalOutcome.Better
        : High < 0 ? RivalOutcome.Worse : RivalOutcome.Alike;
}

/// <summary>A method that could not take part.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Reason">Why.</param>
public sealed record RivalLeftOut(Message Name, Message Reason);

/// <summary>How a network does beside a simple method.</summary>
public enum RivalOutcome
{
    /// <summary>Surely better.</summary>
    Better,

    /// <summary>The two cannot be told apart.</summary>
    Alike,

    /// <summary>Surely worse.</summary>
    Worse,
}
