using System.Text.Json;
using System.Text.Json.Serialization;
using Builder.Graph.Data;
using Builder.Graph.Metrics;

namespace Builder.Protocol.Evaluations;

/// <summary>
/// Everything that a finished run tells about its model, as <see cref="FileName"/> in the run's folder: a page can show it without loading
/// the model. Paths are relative to the run's folder. Its size is bounded, however many samples there are.
/// </summary>
public sealed record Evaluation
{
    /// <summary>Version of the file.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Larger files are not read: its size is bounded by what it holds.</summary>
    public const int MostBytes = 64 << 20;

    /// <summary>Its name in the folder of a run.</summary>
    public const string FileName = "evaluation.json";

    /// <summary>
    /// Beside it, where thresholds were chosen: the same model judged with the others, the usual ones or those that were chosen. The two change places when a
    /// person wants the others.
    /// </summary>
    public const string OtherFileName = "evaluation.other.json";

    /// <summary>Version of the file.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>What kind of task the model learned, as in <see cref="RunEvent.Finished"/>.</summary>
    public required TaskKind Task { get; init; }

    /// <summary>The samples that everything below speaks of: "test", or "validation" or "train" where none are held back.</summary>
    public required string Part { get; init; }

    /// <summary>How many those are.</summary>
    public required long Samples { get; init; }

    /// <summary>True where the model came in as a file: its scores were measured elsewhere, and nothing can be looked at one by one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool MeasuredElsewhere { get; init; }

    /// <summary>Scores on training samples, by name.</summary>
    public required IReadOnlyDictionary<string, double?> Train { get; init; }

    /// <summary>Scores on validation samples.</summary>
    public required IReadOnlyDictionary<string, double?> Validation { get; init; }

    /// <summary>Scores on test samples.</summary>
    public required IReadOnlyDictionary<string, double?> Test { get; init; }

    /// <summary>Scores of the plainest prediction on the test samples.</summary>
    public required IReadOnlyDictionary<string, double?> Baseline { get; init; }

    /// <summary>Units of the scores that have one.</summary>
    public required IReadOnlyDictionary<string, string> Units { get; init; }

    /// <summary>The loss before anything was learned; null where there are several losses, and in older files.</summary>
    public double? StartLoss { get; init; }

    /// <summary>Every prediction that has a true value to compare with; the first speaks for the model.</summary>
    public IReadOnlyList<HeadEvaluation> Heads { get; init; } = [];

    /// <summary>For language models: what it writes.</summary>
    public IReadOnlyList<WrittenText> Texts { get; init; } = [];

    /// <summary>For models that draw: a PNG file with pictures side by side; otherwise null.</summary>
    public string? Pictures { get; init; }

    /// <summary>True where every picture that it names lies in the run's own folder.</summary>
    [JsonIgnore]
    public bool HasOnlyOwnPictures => Heads.SelectMany(h => h.Examples).Select(e => e.Picture).Append(Pictures).All(IsOwn);

    /// <summary>The same without the names of pictures that lie elsewhere.</summary>
    public Evaluation WithOwnPictures() => HasOnlyOwnPictures ? this : this with
    {
        Pictures = IsOwn(Pictures) ? Pictures : null,
        Heads = [.. Heads.Select(h => h with { Examples = [.. h.Examples.Select(e => IsOwn(e.Picture) ? e : e with { Picture = null })] })],
    };

    /// <summary>The evaluation as JSON in UTF-8.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ProtocolJson.Options);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else, or of a newer format.</exception>
    public static Evaluation FromJson(ReadOnlySpan<byte> json)
    {
        var evaluation = JsonSerializer.Deserialize<Evaluation>(json, ProtocolJson.Options);
        return evaluation is { Format: CurrentFormat } && Completeness.IsWhole(evaluation) ? evaluation : throw new JsonException("This is no evaluation of a known format.");
    }

    private static bool IsOwn(string? picture) => picture is null || RelativePath.IsInside(picture);
}

/// <summary>A text that a model wrote.</summary>
/// <param name="Prompt">What it went on from.</param>
/// <param name="Temperature">How daring it was.</param>
/// <param name="Text">The prompt and what was added.</param>
public sealed record WrittenText(string Prompt, double Temperature, string Text);
