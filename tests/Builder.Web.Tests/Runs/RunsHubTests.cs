using Builder.Protocol;
using Builder.Web.Runs.Feed;
using Microsoft.AspNetCore.SignalR.Client;

namespace Builder.Web.Tests.Runs;

public sealed class RunsHubTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_viewer_sees_a_run_from_its_beginning_to_its_scores()
    {
        await using var server = await RunsServer.StartAsync();
        await using var viewer = await server.ConnectAsync();
        var run = await server.TrainAsync(await server.NewProjectAsync(), 20);
        var seen = new List<RunUpdate>();
        await foreach (var update in viewer.StreamAsync<RunUpdate>("SubscribeRun", run.Id, Ct))
        {
            seen.Add(update);
            if (update.Status?.State == RunState.Finished)
            {
                break;
            }
        }

        Assert.True(seen[0].Snapshot);
        Assert.Equal(Enumerable.Range(1, 20).Select(i => (long)i), Epochs(seen));
        Assert.Contains(seen, u => u.Plan is { Epochs: 20, TrainSamples: 90 });
        Assert.Contains(seen, u => u.Outcome?.Test["accuracy"] > 0.5);
    }

    [Fact]
    public async Task Whoever_comes_late_or_again_gets_all_that_was_missed()
    {
        await using var server = await RunsServer.StartAsync();
        var run = await server.TrainAsync(await server.NewProjectAsync(), 12);
        await server.UntilOverAsync(run.Id);
        foreach (var viewer in new[] { await server.ConnectAsync(), await server.ConnectAsync() })
        {
            await using (viewer)
            {
                var first = await viewer.StreamAsync<RunUpdate>("SubscribeRun", run.Id, Ct).FirstAsync(Ct);
                Assert.Equal(12, first.Epochs!.Count);
                Assert.Equal(RunState.Finished, first.Status!.State);
                Assert.NotNull(first.Outcome);
            }
        }
    }

    [Fact]
    public async Task A_run_is_read_again_from_its_folder_by_the_next_server()
    {
        using var root = new TemporaryRoot();
        string run;
        await using (var server = await RunsServer.StartAsync(root.Path))
        {
            run = (await server.TrainAsync(await server.NewProjectAsync(), 7)).Id;
            await server.UntilOverAsync(run);
        }

        await using var next = await RunsServer.StartAsync(root.Path);
        await using var viewer = await next.ConnectAsync();
        var first = await viewer.StreamAsync<RunUpdate>("SubscribeRun", run, Ct).FirstAsync(Ct);
        Assert.Equal(7, first.Epochs!.Count);
        Assert.Equal(RunState.Finished, first.Status!.State);
    }

    [Fact]
    public async Task A_viewer_that_takes_nothing_does_not_hold_up_the_training_and_others_get_at_most_ten_updates_a_second()
    {
        await using var server = await RunsServer.StartAsync();
        var run = await server.TrainAsync(await server.NewProjectAsync(), 1_000_000);
        await using var slow = await server.ConnectAsync();
        await using var reader = slow.StreamAsync<RunUpdate>("SubscribeRun", run.Id, Ct).GetAsyncEnumerator(Ct);
        Assert.True(await reader.MoveNextAsync());

        await using var quick = await server.ConnectAsync();
        await server.UntilEpochAsync(run.Id, 1);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var updates = 0;
        await foreach (var update in quick.StreamAsync<RunUpdate>("SubscribeRun", run.Id, Ct))
        {
            updates++;
            if (clock.Elapsed > TimeSpan.FromSeconds(3))
            {
                break;
            }
        }

        Assert.InRange(updates, 2, (int)(clock.Elapsed.TotalSeconds * 10) + 2);
        var before = (await server.Feed.OpenAsync(run.Id))!.EpochsDone;
        await server.UntilEpochAsync(run.Id, before + 20);
        server.Supervisor.Stop(run.Id);
        await server.UntilOverAsync(run.Id);
    }

    [Fact]
    public async Task A_project_tells_the_states_of_its_runs()
    {
        await using var server = await RunsServer.StartAsync();
        var project = await server.NewProjectAsync();
        await using var viewer = await server.ConnectAsync();
        await using var lists = viewer.StreamAsync<IReadOnlyList<RunListEntry>>("SubscribeProject", project, Ct).GetAsyncEnumerator(Ct);
        Assert.True(await lists.MoveNextAsync());
        Assert.Empty(lists.Current);

        var run = await server.TrainAsync(project, 2);
        while (await lists.MoveNextAsync() && lists.Current.All(e => e.Status.State != RunState.Finished))
        {
        }

        Assert.Equal(run.Id, Assert.Single(lists.Current).RunId);
    }

    [Fact]
    public async Task There_is_nothing_to_see_of_a_run_that_is_not_there()
    {
        await using var server = await RunsServer.StartAsync();
        await using var viewer = await server.ConnectAsync();
        Assert.Empty(await viewer.StreamAsync<RunUpdate>("SubscribeRun", "../../etc/passwd", Ct).ToListAsync(Ct));
    }

    private static IEnumerable<long> Epochs(IEnumerable<RunUpdate> updates) => updates.SelectMany(u => u.Epochs ?? []).Select(e => e.Epoch).Distinct();
}
