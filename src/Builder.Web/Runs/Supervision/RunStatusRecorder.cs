using Builder.Graph.Messages;
using Builder.Protocol;
using Builder.Storage.Runs;
using Builder.Web.Runs.Feed;

namespace Builder.Web.Runs.Supervision;

/// <summary>Writes down where a run stands and tells it to everyone who looks. A full disk does not stop a training.</summary>
internal sealed class RunStatusRecorder(RunStore store, RunFeed feed, ILogger log)
{
    /// <summary>Tells everyone who looks that it is known now what matters to a run's model.</summary>
    public void TellImportance(string runId) => feed.TellImportance(runId);

    /// <summary>Tells everyone who looks that it is known now how a run's model does beside simple methods.</summary>
    public void TellRivals(string runId) => feed.TellRivals(runId);

    /// <summary>Notes a new state.</summary>
    public Task NoteAsync(string runId, RunState state, Message? reason = null) => NoteAsync(runId, new RunChange { State = state, Reason = reason });

    /// <summary>Notes what became of a run.</summary>
    public async Task NoteAsync(string runId, RunChange change)
    {
        try
        {
            await feed.TellAsync(await store.UpdateAsync(runId, change));
        }
        catch (Exception failure)
        {
            RunLog.StateNotSaved(log, failure, runId);
        }
    }
}
