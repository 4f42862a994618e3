using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Storage.Projects;

namespace Builder.Web.Sessions;

/// <summary>Something that a window asks for.</summary>
/// <param name="commandId">Its id.</param>
/// <param name="actor">Who asks.</param>
/// <param name="step">Does it; gives null where nothing changes the document.</param>
internal sealed class PendingCommand(string commandId, string actor, Func<EditHistory, EditResult?> step)
{
    public string CommandId => commandId;

    public string Actor => actor;

    public Func<EditHistory, EditResult?> Step => step;

    /// <summary>The answer, given on a thread of the pool.</summary>
    public TaskCompletionSource<CommandResult> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Gives the answer of the command that came under the same id before.</summary>
    public async Task FollowAsync(Task<CommandResult> before)
    {
        try
        {
            Answer.TrySetResult(await before);
        }
        catch (Exception error)
        {
            Answer.TrySetException(error);
        }
    }
}

/// <summary>An order that has changed the document.</summary>
/// <param name="order">The order.</param>
/// <param name="before">The document before.</param>
/// <param name="after">The document after it.</param>
/// <param name="entry">The line of the log.</param>
internal sealed class AppliedCommand(PendingCommand order, ProjectDocument before, ProjectDocument after, LoggedEdit entry)
{
    public PendingCommand PendingCommand => order;

    public ProjectDocument Before => before;

    public ProjectDocument After => after;

    public LoggedEdit Entry => entry;

    /// <summary>All that can be said of the document after it; known before the change is announced.</summary>
    public GraphAnalysis Analysis { get; set; } = null!;
}
