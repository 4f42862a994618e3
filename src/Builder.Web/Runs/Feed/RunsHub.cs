using System.Runtime.CompilerServices;
using Builder.Storage.Runs;
using Microsoft.AspNetCore.SignalR;

namespace Builder.Web.Runs.Feed;

/// <summary>
/// Live runs for any SignalR client, as streams: docs/live-events.md says how. Every viewer reads at its own pace; one that is slow gets
/// fewer and larger updates, and nobody waits for it.
/// </summary>
public sealed class RunsHub(RunFeed feed, RunStore store, ILogger<RunsHub> log) : Hub
{
    /// <summary>Where the hub is.</summary>
    public const string Path = "/hubs/runs";

    /// <summary>Time between two updates at least: ten a second.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc/>
    public override Task OnConnectedAsync()
    {
        HubLog.Connected(log, Context.ConnectionId);
        return base.OnConnectedAsync();
    }

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        var reason = exception?.GetType().Name;
        HubLog.Disconnected(log, Context.ConnectionId, reason);
        return base.OnDisconnectedAsync(exception);
    }

    /// <summary>Everything about one run, then what is new. It ends where there is no such run.</summary>
    public async IAsyncEnumerable<SharedUpdate> SubscribeRun(string runId, [EnumeratorCancellation] CancellationToken ct)
    {
        if (await feed.OpenAsync(runId, ct) is not { } ring)
        {
            yield break;
        }

        for (long seen = 0; ;)
        {
            if (ring.SharedSince(seen) is { } shared)
            {
                seen = shared.Update.Sequence;
                yield return shared;
                await NextBeatAsync(ct);
            }

            await ring.ChangedSinceAsync(seen, ct);
        }
    }

    /// <summary>The state of every run of a project, then of each that changes.</summary>
    public async IAsyncEnumerable<IReadOnlyList<RunListEntry>> SubscribeProject(string projectId, [EnumeratorCancellation] CancellationToken ct)
    {
        using var changes = new ChangedRuns(feed, projectId);
        yield return [.. (await store.ListAsync(projectId, ct)).Select(RunListEntry.Of)];
        while (true)
        {
            yield return await changes.NextAsync(ct);
            await Task.Delay(Pace, ct);
        }
    }

    /// <summary>All viewers read in the same beat: so they are equally far, and share what is written for one of them.</summary>
    private static Task NextBeatAsync(CancellationToken ct)
    {
        var pace = (long)Pace.TotalMilliseconds;
        var rest = pace - (Environment.TickCount64 % pace);
        return Task.Delay(TimeSpan.FromMilliseconds(rest < pace / 2 ? rest + pace : rest), ct);
    }
}

/// <summary>A run in a list.</summary>
/// <param name="RunId">Its id.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="AskedAt">When a person pressed Train.</param>
/// <param name="EndedAt">When it ended.</param>
public sealed record RunListEntry(string RunId, RunStatus Status, DateTimeOffset AskedAt, DateTimeOffset? EndedAt)
{
    internal static RunListEntry Of(RunSummary run) => new(
        run.Id, new(run.State, run.Name, run.Number, run.Reason), run.AskedAt, run.EndedAt);
}

/// <summary>What goes to the log about viewers of live runs.</summary>
internal static partial class HubLog
{
    [LoggerMessage(EventId = 5101, Level = LogLevel.Debug, Message = "Viewer {Connection} of live runs connected.")]
    public static partial void Connected(ILogger log, string connection);

    [LoggerMessage(EventId = 5102, Level = LogLevel.Debug, Message = "Viewer {Connection} of live runs left ({Error}).")]
    public static partial void Disconnected(ILogger log, string connection, string? error);
}
