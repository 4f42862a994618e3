using System.Collections.Concurrent;
using Builder.Protocol;
using Builder.Storage;
using Builder.Storage.Runs;

namespace Builder.Web.Runs.Feed;

/// <summary>The rings of all runs that somebody looks at: those that train, and those that were read from their folder.</summary>
public sealed partial class RunFeed(RunStore store, DataFolder data, TimeProvider clock, ILogger<RunFeed> log)
{
    private const int MostOpen = 64;

    private readonly ConcurrentDictionary<string, Entry> _open = new(StringComparer.Ordinal);

    /// <summary>Raised when any run's place in the world changes: its state, its name.</summary>
    public event Action<RunSummary>? StatusChanged;

    /// <summary>Raised when it is known what matters to the model of a run, with the run's id.</summary>
    public event Action<string>? ImportanceMeasured;

    /// <summary>Raised when it is known how the model of a run does beside simple methods, with the run's id.</summary>
    public event Action<string>? RivalsCompared;

    /// <summary>The ring of a run; null where there is no such run.</summary>
    public async Task<RunEventBuffer?> OpenAsync(string runId, CancellationToken ct = default)
    {
        if (_open.TryGetValue(runId, out var entry))
        {
            return await entry.Ring.Value;
        }

        return await store.FindAsync(runId, ct) is { } run ? await Open(run) : null;
    }

    /// <summary>Tells all viewers where a run stands.</summary>
    public async Task TellAsync(RunSummary run)
    {
        (await Open(run)).SetStatus(StatusOf(run));
        Listeners.Each(StatusChanged, listener => listener(run), error => ListenerFailed(log, run.Id, error));
    }

    /// <summary>Tells all viewers that it is known what matters to the model of a run.</summary>
    public void TellImportance(string runId) => Listeners.Each(ImportanceMeasured, listener => listener(runId), error => ListenerFailed(log, runId, error));

    /// <summary>Tells all viewers that it is known how the model of a run does beside simple methods.</summary>
    public void TellRivals(string runId) => Listeners.Each(RivalsCompared, listener => listener(runId), error => ListenerFailed(log, runId, error));

    /// <summary>Forgets a run that was deleted.</summary>
    public void Forget(string runId) => _open.TryRemove(runId, out _);

    [LoggerMessage(EventId = 3201, Level = LogLevel.Error, Message = "A listener of run {RunId} failed.")]
    private static partial void ListenerFailed(ILogger log, string runId, Exception exception);

    private static RunStatus StatusOf(RunSummary run) => new(run.State, run.Name, run.Number, run.Reason);

    private Task<RunEventBuffer> Open(RunSummary run)
    {
        MakeRoom();
        var entry = _open.GetOrAdd(run.Id, _ => new(new(() => Task.Run(() => Read(run))), clock.GetTimestamp()));
        entry.IsOver = run.State.IsOver();
        return entry.Ring.Value;
    }

    private RunEventBuffer Read(RunSummary run)
    {
        var ring = new RunEventBuffer(run.Id, clock);
        RunHistory.Read(data.RunFolder(run.ProjectId, run.Id), ring);
        ring.SetStatus(StatusOf(run));
        return ring;
    }

    // Runs that are over can be read again from their folder; the ones opened longest ago go first.
    private void MakeRoom()
    {
        if (_open.Count < MostOpen)
        {
            return;
        }

        foreach (var (id, _) in _open.Where(e => e.Value.IsOver).OrderBy(e => e.Value.Opened).Take(MostOpen / 4).ToList())
        {
            _open.TryRemove(id, out _);
        }
    }

    private sealed record Entry(Lazy<Task<RunEventBuffer>> Ring, long Opened)
    {
        public bool IsOver { get; set; }
    }
}
