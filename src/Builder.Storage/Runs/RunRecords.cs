using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Metrics;
using Builder.Protocol;

namespace Builder.Storage.Runs;

/// <summary>How good a run's model is, by score.</summary>
/// <param name="Task">What kind of task it learned.</param>
/// <param name="Train">Scores on training samples.</param>
/// <param name="Validation">Scores on validation samples.</param>
/// <param name="Test">Scores on test samples.</param>
/// <param name="Baseline">Scores of the plainest prediction on the test samples.</param>
/// <param name="Units">Units of the scores that have one.</param>
public sealed record RunScores(
    TaskKind? Task,
    IReadOnlyDictionary<string, double?> Train,
    IReadOnlyDictionary<string, double?> Validation,
    IReadOnlyDictionary<string, double?> Test,
    IReadOnlyDictionary<string, double?> Baseline,
    IReadOnlyDictionary<string, string> Units)
{
    /// <summary>The same scores, where one that is infinite or no number counts as not known: JSON has no word for it, and a file from elsewhere may say 1e999.</summary>
    internal RunScores Known() => this with { Train = Known(Train), Validation = Known(Validation), Test = Known(Test), Baseline = Known(Baseline) };

    /// <summary>The same of one part; a part that is not there has none.</summary>
    internal static IReadOnlyDictionary<string, double?> Known(IReadOnlyDictionary<string, double?>? part) =>
        (part ?? new Dictionary<string, double?>()).ToDictionary(score => score.Key, score => score.Value is { } value && double.IsFinite(value) ? score.Value : null);
}

/// <summary>What a list of runs shows.</summary>
public sealed record RunSummary
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its project.</summary>
    public required string ProjectId { get; init; }

    /// <summary>Counts the project's runs from 1.</summary>
    public required long Number { get; init; }

    /// <summary>What the person calls it; empty for "Run" and its number.</summary>
    public required string Name { get; init; }

    /// <summary>Where it stands.</summary>
    public required RunState State { get; init; }

    /// <summary>Why it is in this state, above all why it ended.</summary>
    public Message? Reason { get; init; }

    /// <summary>Revision of the project's document that it trains.</summary>
    public required long Revision { get; init; }

    /// <summary>Fingerprint of the data that it saw.</summary>
    public string? DataFingerprint { get; init; }

    /// <summary>Seed of its random numbers.</summary>
    public long? Seed { get; init; }

    /// <summary>Where it trains.</summary>
    public string? Device { get; init; }

    /// <summary>When a person pressed Train.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>When it began to train.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How good its model is; null before the end.</summary>
    public RunScores? Scores { get; init; }
}

/// <summary>What is to be trained.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Document">Its document at this moment.</param>
/// <param name="Revision">Number of the document.</param>
/// <param name="Name">A name; empty for "Run" and its number.</param>
/// <param name="Seed">Seed of its random numbers; null where the document says it.</param>
/// <param name="Device">Where it trains; null for the best there is.</param>
public sealed record NewRun(string ProjectId, ProjectDocument Document, long Revision, string Name = "", long? Seed = null, string? Device = null);

/// <summary>What became of a run; what is null stays as it was.</summary>
public sealed record RunChange
{
    /// <summary>Where it stands now.</summary>
    public RunState? State { get; init; }

    /// <summary>Why; set anew with every change of state.</summary>
    public Message? Reason { get; init; }

    /// <summary>Fingerprint of the data that it sees.</summary>
    public string? DataFingerprint { get; init; }

    /// <summary>Seed of its random numbers.</summary>
    public long? Seed { get; init; }

    /// <summary>Where it trains.</summary>
    public string? Device { get; init; }

    /// <summary>How good its model is.</summary>
    public RunScores? Scores { get; init; }
}
