using Builder.Protocol;
using Builder.Storage.Runs;
using Builder.Web.Canvas.Editing;
using Builder.Web.Runs.Feed;

namespace Builder.Web.Canvas.Bridge;

/// <summary>Lets the blocks on the canvas glow while a run of their project learns.</summary>
public sealed class RunStatusForwarder : IDisposable
{
    private readonly RunFeed _feed;
    private readonly RunStore _store;
    private readonly ModelEditor _editor;

    /// <summary>Begins to listen.</summary>
    public RunStatusForwarder(RunFeed feed, RunStore store, ModelEditor editor)
    {
        (_feed, _store, _editor) = (feed, store, editor);
        feed.StatusChanged += Tell;
    }

    /// <summary>Tells the canvas of a run that was under way before it was opened.</summary>
    public async Task TellPresentAsync()
    {
        var runs = await _store.ListAsync(_editor.Session.Id, CancellationToken.None);
        if (runs.FirstOrDefault(r => r.State == RunState.Running) is { } running)
        {
            Tell(running);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _feed.StatusChanged -= Tell;

    private void Tell(RunSummary run)
    {
        if (run.ProjectId == _editor.Session.Id)
        {
            _editor.Ask(new Messages.RunStatus(run.State.Spelling(), null, null));
        }
    }
}
