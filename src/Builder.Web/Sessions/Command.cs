using Builder.Graph;
using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Graph.Problems;

namespace Builder.Web.Sessions;

/// <summary>One thing that a person wants done to a document.</summary>
/// <param name="Id">Chosen by the sender; the same id is carried out once, however often it arrives.</param>
/// <param name="BaseRevision">The revision that the person looked at.</param>
/// <param name="Edit">Makes the edit from the document as it is when the command's turn comes.</param>
/// <param name="Actor">Who wants it.</param>
public sealed record Command(string Id, long BaseRevision, Func<ProjectDocument, Edit> Edit, string Actor);

/// <summary>What became of a command.</summary>
/// <param name="Revision">The revision afterwards.</param>
/// <param name="Problem">Why it was refused; null where it is done and saved.</param>
public sealed record CommandResult(long Revision, Problem? Problem);

/// <summary>A document has changed, or what is known about it.</summary>
/// <param name="Before">The document before.</param>
/// <param name="After">The document now.</param>
/// <param name="Revision">Its revision.</param>
/// <param name="CommandId">The command that did it; null where it was none.</param>
/// <param name="Analysis">All that can be said of the document.</param>
public sealed record SessionChange(ProjectDocument Before, ProjectDocument After, long Revision, string? CommandId, GraphAnalysis Analysis);

/// <summary>Whether what people did is safe.</summary>
public enum SavePhase
{
    /// <summary>Everything is on the disk.</summary>
    Saved,

    /// <summary>The last change is being written.</summary>
    Saving,

    /// <summary>It cannot be written at the moment; it is kept in memory and tried again.</summary>
    Waiting,
}

/// <summary>Whether what people did is safe, in words for the page.</summary>
/// <param name="Phase">How it stands.</param>
/// <param name="Words">The same in words.</param>
public sealed record SaveState(SavePhase Phase, Localized Words);
