using System.Diagnostics;
using Builder.Protocol;
using Builder.Storage.Database;
using Builder.Storage.Projects;
using Builder.Storage.Runs;
using Builder.Tests.Order;
using Builder.Web.Sessions;
using Builder.Web.Tests.Sessions;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Builder.Web.Tests.Runs;

/// <summary>Runners crash at moments that nobody chose, from the first instant of their process on. It costs the run, and nobody else anything.</summary>
public sealed class CrashTests
{
    private static readonly int Crashes = LongProofs.Whole ? 20 : 8;
    private const long Endless = 1_000_000;
    private const int LongestStart = 1_000;
    private static readonly TimeSpan MayTake = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_runner_that_crashes_at_any_moment_fails_its_run_at_once_and_the_next_one_works_and_it_can_go_on()
    {
        await using var server = await RunsServer.StartAsync();
        var project = await server.NewProjectAsync();
        var random = new Random(3);
        var last = "";
        for (var i = 0; i < Crashes; i++)
        {
            var run = await server.TrainAsync(project, Endless);
            last = run.Id;
            var process = await Process(server, run);
            // Every other one while the process, its library and the data are still being loaded.
            await (i % 2 == 0 ? Task.Delay(random.Next(LongestStart)) : server.UntilEpochAsync(run.Id, random.Next(1, 60)));
            await CrashAsync(server, run, process);
        }

        var next = await server.TrainAsync(project, 3);
        Assert.Equal(RunState.Finished, (await server.UntilOverAsync(next.Id)).State);
        Assert.True(await server.Supervisor.ResumeAsync(last));
        await server.UntilAsync(last, RunState.Running);
        server.Supervisor.Stop(last);
        Assert.NotNull((await server.UntilOverAsync(last)).Scores);
    }

    [Fact]
    public async Task Others_who_edit_and_watch_notice_nothing_of_a_crash_and_their_training_begins_by_itself()
    {
        await using var server = await RunsServer.StartAsync();
        await using var viewer = await server.ConnectAsync();
        var isCutOff = false;
        viewer.Closed += _ => Task.FromResult(isCutOff = true);
        using var other = new OtherPerson(server);
        var editing = await other.BeginAsync();
        for (var i = 0; i < 3; i++)
        {
            var run = await server.TrainAsync(await server.NewProjectAsync(), Endless);
            var waiting = await server.TrainAsync(other.Project, 2);
            await server.UntilEpochAsync(run.Id, 1 + i);
            await CrashAsync(server, run, await Process(server, run));
            Assert.Equal(RunState.Finished, (await server.UntilOverAsync(waiting.Id)).State);
        }

        await other.EndAsync(editing);
        Assert.False(isCutOff);
        Assert.Equal(HubConnectionState.Connected, viewer.State);
    }

    private static async Task CrashAsync(RunsServer server, RunSummary run, int process)
    {
        var clock = Stopwatch.StartNew();
        RunnerProcesses.Signal(process, "SEGV");
        var end = await server.UntilOverAsync(run.Id);
        Assert.Equal(RunState.Failed, end.State);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, MayTake);
        Assert.Contains("computing library", end.Reason!.Words.En, StringComparison.Ordinal);
    }

    /// <summary>The process of a run, as soon as there is one.</summary>
    private static async Task<int> Process(RunsServer server, RunSummary run)
    {
        var folder = server.Data.RunFolder(run.ProjectId, run.Id);
        var appeared = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look()
        {
            if (new FileInfo(Path.Combine(folder, "runner.json")) is { Exists: true, Length: > 0 })
            {
                appeared.TrySetResult();
            }
        }

        using var watcher = new FileSystemWatcher(folder, "runner.json") { EnableRaisingEvents = true };
        watcher.Created += (_, _) => Look();
        watcher.Changed += (_, _) => Look();
        Look();
        await appeared.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        return RunnerProcesses.Of(folder);
    }

    /// <summary>Edits a project of their own without a pause, on the same server and database.</summary>
    private sealed class OtherPerson(RunsServer server) : IDisposable
    {
        private readonly CancellationTokenSource _enough = new();
        private ProjectSession? _session;

        public string Project => _session!.Id;

        public async Task<Task<(int Edits, TimeSpan Slowest)>> BeginAsync()
        {
            var log = new ProjectLog(server.Services.GetRequiredService<BuilderDatabase>());
            var sessions = new ProjectSessions(server.Data, log, TimeProvider.System, NullLogger<ProjectSessions>.Instance);
            _session = await sessions.OpenAsync(await server.NewProjectAsync());
            return Task.Run(EditAsync);
        }

        public async Task EndAsync(Task<(int Edits, TimeSpan Slowest)> editing)
        {
            await _enough.CancelAsync();
            var (edits, slowest) = await editing;
            Assert.True(edits > 10, $"{edits}");
            Assert.InRange(slowest, TimeSpan.Zero, MayTake);
            Assert.Equal(edits, _session!.Revision);
        }

        public void Dispose() => _enough.Dispose();

        private async Task<(int Edits, TimeSpan Slowest)> EditAsync()
        {
            var (edits, slowest) = (0, TimeSpan.Zero);
            while (!_enough.IsCancellationRequested)
            {
                var clock = Stopwatch.StartNew();
                var answer = await _session!.ApplyAsync(SessionsFixture.Rename($"edit {edits}"));
                Assert.Equal(new CommandResult(++edits, null), answer);
                slowest = clock.Elapsed > slowest ? clock.Elapsed : slowest;
                await Task.Delay(5);
            }

            return (edits, slowest);
        }
    }
}
