using System.Collections.Concurrent;
using System.Diagnostics;
using Builder.Protocol;
using Builder.Storage.Runs;
using Builder.Web.Hosting.Telemetry;
using Builder.Web.Runs.Feed;

namespace Builder.Web.Operations.Telemetry;

/// <summary>Logs, counts and traces what becomes of runs, from the news that everyone gets.</summary>
internal sealed class RunTelemetry(RunFeed feed, ILogger<RunTelemetry> log) : IHostedService
{
    private readonly ConcurrentDictionary<string, Followed> _runs = new(StringComparer.Ordinal);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        feed.StatusChanged += Follow;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        feed.StatusChanged -= Follow;
        return Task.CompletedTask;
    }

    private void Follow(RunSummary run)
    {
        var followed = _runs.GetOrAdd(run.Id, _ => new());
        lock (followed)
        {
            if (followed.State == run.State)
            {
                return;
            }

            using (LogScopes.Run(log, run.ProjectId, run.Id))
            {
                RunChanged(log, run.Id, followed.State, run.State);
            }

            ServerMetrics.Run(followed.State, run.State);
            followed.Span ??= run.State == RunState.Running ? ServerMetrics.StartRun() : null;
            followed.State = run.State;
            if (run.State.IsOver())
            {
                followed.Span?.SetTag("end", run.State.Spelling()).SetStatus(run.State == RunState.Failed ? ActivityStatusCode.Error : ActivityStatusCode.Ok).Dispose();
                _runs.TryRemove(run.Id, out _);
            }
        }
    }

    private static void RunChanged(ILogger log, string run, RunState? before, RunState after)
    {
        if (after == RunState.Failed)
        {
            TelemetryLog.RunFailed(log, run, before);
        }
        else
        {
            TelemetryLog.RunChanged(log, run, before, after);
        }
    }

    private sealed class Followed
    {
        public RunState? State { get; set; }

        public Activity? Span { get; set; }
    }
}
