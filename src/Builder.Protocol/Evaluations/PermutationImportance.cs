using System.Text.Json;
using System.Text.Json.Serialization;
using Builder.Graph.Metrics;

namespace Builder.Protocol.Evaluations;

/// <summary>
/// How much each column of a person's table matters to a model: how far the score that its verdict leads with gets worse on held-back samples when the column's values are
/// dealt out anew among them, so that they tell nothing any more. Permutation importance (Breiman 2001) as scikit-learn has it:
/// https://scikit-learn.org/stable/modules/permutation_importance.html. A file of its own in the run's folder.
/// </summary>
public sealed record PermutationImportance
{
    /// <summary>Version of the file.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Larger files are not read: ten thousand columns with long names take less.</summary>
    public const int MostBytes = 8 << 20;

    // Less than a hundredth of the score is nothing that anybody would miss.
    private const double LeastEffect = 0.01;

    /// <summary>Version of the file.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>Id of the metric, as in <see cref="MetricCatalog"/>.</summary>
    public required string Metric { get; init; }

    /// <summary>The class that the metric speaks of, where it is of one class; otherwise null.</summary>
    public string? Class { get; init; }

    /// <summary>The samples that it was measured on: "test" or "validation".</summary>
    public required string Part { get; init; }

    /// <summary>How many of them were taken, spread evenly.</summary>
    public required long Samples { get; init; }

    /// <summary>How many there are.</summary>
    public required long Available { get; init; }

    /// <summary>How often each column was shuffled.</summary>
    public required int Repeats { get; init; }

    /// <summary>The score with all columns as they are.</summary>
    public required double Score { get; init; }

    /// <summary>Every column of the table that the model reads, the most important first.</summary>
    public required IReadOnlyList<FeatureImportance> Columns { get; init; }

    /// <summary>Columns that tell nearly the same, shuffled together: alone each may seem to matter little, because another one stands in for it.</summary>
    public IReadOnlyList<FeatureImportance> Groups { get; init; } = [];

    /// <summary>The importance as JSON in UTF-8.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ProtocolJson.Options);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else, or of a newer format.</exception>
    public static PermutationImportance FromJson(ReadOnlySpan<byte> json)
    {
        var read = JsonSerializer.Deserialize<PermutationImportance>(json, ProtocolJson.Options);
        return read is { Format: CurrentFormat } && Completeness.IsWhole(read) && double.IsFinite(read.Score)
            && read.Columns.Concat(read.Groups).All(c => c.Columns.Count > 0 && double.IsFinite(c.Mean) && double.IsFinite(c.Deviation))
            ? read : throw new JsonException("This is no importance of a known format.");
    }

    /// <summary>The mean score without what a column, or a group, tells.</summary>
    public double ScoreWithout(FeatureImportance feature)
    {
        ArgumentNullException.ThrowIfNull(feature);
        return MetricCatalog.Named(Metric).Direction == MetricDirection.Smaller ? Score + feature.Mean : Score - feature.Mean;
    }

    /// <summary>
    /// Whether what a column, or a group, tells makes a difference: nearly every repeat says so, or the mean over all of them is surely, up to two standard errors, less than
    /// anybody would miss.
    /// </summary>
    public FeatureEffect EffectOf(FeatureImportance feature)
    {
        ArgumentNullException.ThrowIfNull(feature);
        return feature.Low > 0 && feature.Mean >= LeastEffect * Scale ? FeatureEffect.Matters
            : feature.Mean + (2 * feature.Deviation / Math.Sqrt(Math.Max(1, Repeats))) <= LeastEffect * Scale ? FeatureEffect.None
            : FeatureEffect.Unclear;
    }

    /// <summary>The group that a column is in; null where it is in none.</summary>
    public FeatureImportance? GroupOf(string column) => Groups.FirstOrDefault(g => g.Columns.Contains(column));

    /// <summary>
    /// By how much a column puts itself in front of others: by its own importance, or by that of its group where the others of the group hide it. Null for a column that was
    /// not measured.
    /// </summary>
    public double? WeightOf(string column) => Columns.FirstOrDefault(c => c.Columns.Contains(column)) is { } own
        ? Math.Max(own.Mean, GroupOf(column)?.Mean ?? own.Mean) : null;

    /// <summary>True where a column tells the model nothing, and no group that it is in does either: it can be left out.</summary>
    public bool IsIdle(string column) => Columns.FirstOrDefault(c => c.Columns.Contains(column)) is { } own
        && EffectOf(own) == FeatureEffect.None && (GroupOf(column) is not { } group || EffectOf(group) == FeatureEffect.None);

    // What a change of the score is compared with: shares and the like run from 0 to 1, an error is compared with itself.
    private double Scale => MetricCatalog.Named(Metric).Format == MetricFormat.Quantity ? Math.Abs(Score) : 1;
}

/// <summary>How far a score gets worse without what one column tells, or several together.</summary>
/// <param name="Columns">The column, or the columns of a group, by their names in the table.</param>
/// <param name="Mean">The mean over the repeats, in the metric's unit; below 0 where the score got better.</param>
/// <param name="Deviation">The standard deviation over the repeats, with n in the denominator as scikit-learn has it.</param>
public sealed record FeatureImportance(IReadOnlyList<string> Columns, double Mean, double Deviation)
{
    /// <summary>Lower end of the range in which nearly all repeats lie: two standard deviations below the mean.</summary>
    [JsonIgnore]
    public double Low => Mean - (2 * Deviation);

    /// <summary>Upper end of that range.</summary>
    [JsonIgnore]
    public double High => Mean + (2 * Deviation);
}

/// <summary>Whether what a column tells makes a difference to a score.</summary>
public enum FeatureEffect
{
    /// <summary>Without it the score gets worse, by more than chance would.</summary>
    Matters,

    /// <summary>The repeats do not agree.</summary>
    Unclear,

    /// <summary>Without it the score stays as it is, but for less than a hundredth.</summary>
    None,
}
