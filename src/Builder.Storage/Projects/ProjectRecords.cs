using Builder.Graph.Documents;
using Builder.Graph.Edits;

namespace Builder.Storage.Projects;

/// <summary>What a list of projects shows.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Template">The ready project that it began as; null for others.</param>
/// <param name="Revision">Number of its document.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ChangedAt">When it was last changed.</param>
/// <param name="DeletedAt">When it was deleted; null while it is in use.</param>
public sealed record ProjectSummary(
    string Id, string Name, string? Template, long Revision, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, DateTimeOffset? DeletedAt = null);

/// <summary>One line of a project's log as it is kept.</summary>
/// <param name="Entry">What was done.</param>
/// <param name="CommandId">The id under which it was asked for; never twice in a project.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="At">When.</param>
public sealed record LoggedEdit(HistoryEntry Entry, string CommandId, string Actor, DateTimeOffset At)
{
    /// <summary>Characters that the id of a command, or a person's, may have: far more than any that is made here.</summary>
    public const int LongestId = 64;

    /// <summary>Number of the document after it.</summary>
    public long Revision => Entry.Revision;
}

/// <summary>A project as it was left, with the end of its log.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Document">Its document.</param>
/// <param name="Revision">Number of the document.</param>
/// <param name="Recent">The last entries of the log, oldest first; they reach far enough for undo.</param>
/// <param name="IsWhole">True where <paramref name="Recent"/> is the whole log.</param>
public sealed record LoadedProject(string Id, ProjectDocument Document, long Revision, IReadOnlyList<LoggedEdit> Recent, bool IsWhole);

/// <summary>A revision to which a person gave a name.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Revision">The revision.</param>
/// <param name="Name">The name.</param>
/// <param name="At">When it was named.</param>
public sealed record NamedVersion(string Id, long Revision, string Name, DateTimeOffset At);
