using System.Collections.Concurrent;
using Builder.Storage.Runs;
using Builder.Web.Runs.Supervision;

namespace Builder.Web.Runs.Page;

/// <summary>Runs that were deleted a moment ago: nobody sees them, but for a while they can be brought back.</summary>
public sealed partial class RunTrash(RunSupervisor supervisor, TimeProvider clock, ILogger<RunTrash> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, CancellationTokenSource> _hidden = new(StringComparer.Ordinal);

    /// <summary>Raised with the project when a run goes or comes back.</summary>
    public event Action<string>? Changed;

    /// <summary>True where nobody shall see a run.</summary>
    public bool Hides(string runId) => _hidden.ContainsKey(runId);

    /// <summary>Takes a run away; its files go a little later.</summary>
    public void Delete(RunSummary run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var wait = new CancellationTokenSource();
        if (_hidden.TryAdd(run.Id, wait))
        {
            Background.Run(DeleteLaterAsync(run, wait.Token), log, "delete a run", _ =>
            {
                // It is still there, and so it is shown again.
                BringBack(run);
                return Task.CompletedTask;
            });
            Tell(run.ProjectId);
        }
    }

    /// <summary>Brings it back.</summary>
    public void BringBack(RunSummary run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (_hidden.TryRemove(run.Id, out var wait))
        {
            wait.Cancel();
            wait.Dispose();
            Tell(run.ProjectId);
        }
    }

    private void Tell(string projectId) => Listeners.Each(Changed, listener => listener(projectId), error => ListenerFailed(log, projectId, error));

    [LoggerMessage(EventId = 3202, Level = LogLevel.Error, Message = "A listener of the deleted runs of project {ProjectId} failed.")]
    private static partial void ListenerFailed(ILogger log, string projectId, Exception exception);

    private async Task DeleteLaterAsync(RunSummary run, CancellationToken ct)
    {
        try
        {
            await Task.Delay(Patience, clock, ct);
            await supervisor.DeleteAsync(run.Id);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        _hidden.TryRemove(run.Id, out _);
    }
}
