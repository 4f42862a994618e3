using Builder.Graph.Edits;
using Builder.Protocol;
using Builder.Storage.Runs;

namespace Builder.Storage.Database;

/// <summary>A project; its document is the newest snapshot and the edits after it.</summary>
internal sealed class ProjectRow
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    /// <summary>The ready project that it began as.</summary>
    public string? Template { get; set; }

    public long Revision { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }
}

/// <summary>One entry of a project's log.</summary>
internal sealed class EditRow
{
    public required string ProjectId { get; init; }

    public long Revision { get; init; }

    public required string CommandId { get; init; }

    public HistoryStep Step { get; init; }

    public required string Edit { get; init; }

    public required string Inverse { get; init; }

    public required string Actor { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>A whole document, so that opening a project does not replay its whole life.</summary>
internal sealed class SnapshotRow
{
    public required string ProjectId { get; init; }

    public long Revision { get; init; }

    public required byte[] Document { get; init; }
}

/// <summary>A revision to which a person gave a name.</summary>
internal sealed class VersionRow
{
    public required string Id { get; init; }

    public required string ProjectId { get; init; }

    public long Revision { get; init; }

    public required string Name { get; set; }

    public DateTimeOffset At { get; init; }
}

/// <summary>A training run.</summary>
internal sealed class RunRow
{
    public required string Id { get; init; }

    public required string ProjectId { get; init; }

    /// <summary>Counts the runs of a project from 1; also the order in which they were asked for.</summary>
    public long Number { get; init; }

    public required string Name { get; set; }

    public RunState State { get; set; }

    /// <summary>A message as JSON.</summary>
    public string? Reason { get; set; }

    public long Revision { get; init; }

    public required byte[] Document { get; init; }

    public string? DataFingerprint { get; set; }

    public long? Seed { get; set; }

    public string? Device { get; set; }

    public DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>JSON; see <see cref="RunScores"/>.</summary>
    public string? Scores { get; set; }
}

/// <summary>One setting, as JSON.</summary>
internal sealed class SettingRow
{
    public required string Name { get; init; }

    public required string Value { get; set; }
}

/// <summary>A browser that was let in.</summary>
internal sealed class BrowserSessionRow
{
    /// <summary>The hash of its cookie's secret.</summary>
    public required string Id { get; init; }

    public required string Browser { get; init; }

    public long? SystemUser { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset SeenAt { get; set; }
}

/// <summary>A model that others may use under a name. It names its project without depending on it.</summary>
internal sealed class PublishedModelRow
{
    public required string Name { get; init; }

    public required string ProjectId { get; init; }

    public required string Title { get; set; }

    public required string Purpose { get; set; }

    public bool IsOn { get; set; }

    public ModelAccess Access { get; set; }

    public string? PasswordHash { get; set; }

    /// <summary>Number of the version that answers; 0 while the first is being made.</summary>
    public int CurrentVersion { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A version of a published model.</summary>
internal sealed class ModelVersionRow
{
    public required string ModelName { get; init; }

    public int Number { get; init; }

    public required string RunId { get; init; }

    /// <summary>Name of the folder of its copy.</summary>
    public required string Folder { get; init; }

    /// <summary>False while its folder is being filled.</summary>
    public bool IsWhole { get; set; }

    public DateTimeOffset PublishedAt { get; init; }
}

/// <summary>A key with which programs ask a published model.</summary>
internal sealed class ModelKeyRow
{
    /// <summary>The hash of the key.</summary>
    public required string Id { get; init; }

    public required string ModelName { get; init; }

    public required string Start { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>How often a version of a published model answered on a day.</summary>
internal sealed class ModelUseRow
{
    public required string ModelName { get; init; }

    public int Number { get; init; }

    public DateTimeOffset Day { get; init; }

    public long Answers { get; set; }

    public double Milliseconds { get; set; }
}
