using System.Collections.Immutable;
using Builder.Graph;
using Builder.Graph.Documents;
using Builder.Proposals;
using Builder.Proposals.Warnings;
using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Web.Evaluate.Finished;

namespace Builder.Web.Reports;

/// <summary>All that a report of a run tells. What the run does not have is null or empty, and its section is left out.</summary>
public sealed record RunReport
{
    /// <summary>The run, with the name that people gave it.</summary>
    public required FinishedRun Run { get; init; }

    /// <summary>Name of its project.</summary>
    public required string Project { get; init; }

    /// <summary>When the report was made, in the server's time.</summary>
    public required DateTime Made { get; init; }

    /// <summary>What it has trained; null where that cannot be read any more.</summary>
    public ProjectDocument? Document { get; init; }

    /// <summary>How its log begins; null where the log is lost.</summary>
    public RunEvent.Started? Started { get; init; }

    /// <summary>Its epochs.</summary>
    public LearningCurve Curve { get; init; } = LearningCurve.None;

    /// <summary>Seed of its random numbers; null where it is not known.</summary>
    public long? Seed { get; init; }

    /// <summary>The drawing as markup; null where there is none.</summary>
    public string? Drawing { get; init; }

    /// <summary>How it does beside simple methods.</summary>
    public RivalComparison? Rivals { get; init; }

    /// <summary>What matters to it.</summary>
    public PermutationImportance? Importance { get; init; }

    /// <summary>The columns of its data, as they are used.</summary>
    public ImmutableArray<ColumnChoice> Columns { get; init; } = [];

    /// <summary>What the Data page says of its data.</summary>
    public ImmutableArray<DataWarning> Warnings { get; init; } = [];

    /// <summary>Why its score is to be taken with care.</summary>
    public ImmutableArray<Localized> Cautions { get; init; } = [];
}
