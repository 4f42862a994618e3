using Builder.Files;
using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Storage.Runs;
using Builder.Web.Runs.Supervision;

namespace Builder.Web.Tests.Runs;

public sealed class SupervisionTests
{
    private const long Endless = 1_000_000;

    [Fact]
    public async Task A_ready_project_trains_to_its_end_and_its_scores_and_files_are_kept()
    {
        await using var server = await RunsServer.StartAsync();
        var project = await server.NewProjectAsync();
        var run = await server.TrainAsync(project);
        var end = await server.UntilOverAsync(run.Id);

        Assert.Equal(RunState.Finished, end.State);
        Assert.InRange(end.Scores!.Test["accuracy"]!.Value, 0.9, 1);
        Assert.Contains("60", end.Reason!.Words.Zh, StringComparison.Ordinal);
        Assert.Equal(1, end.Seed);
        Assert.NotEmpty(end.DataFingerprint!);
        var folder = server.Data.RunFolder(project, run.Id);
        Assert.All(["project.json", "run.json", "events.jsonl", "steps.json", "bundle"], name => Assert.True(Path.Exists(Path.Combine(folder, name)), name));
        await server.Supervisor.EndOf(run.Id);
        Assert.False(File.Exists(Path.Combine(folder, "runner.json")));
    }

    [Fact]
    public async Task What_matters_to_a_model_is_told_once_its_run_is_over_and_lies_in_its_folder()
    {
        await using var server = await RunsServer.StartAsync();
        var project = await server.NewProjectAsync();
        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var isOver = false;
        server.Feed.StatusChanged += r => isOver |= r.State.IsOver();
        server.Feed.ImportanceMeasured += id => told.TrySetResult($"{id} {isOver}");
        var run = await server.TrainAsync(project, 2);

        Assert.Equal($"{run.Id} True", await told.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken));
        await server.Supervisor.EndOf(run.Id);
        Assert.False(server.Supervisor.IsMeasuring(run.Id));
        Assert.Equal("accuracy", PermutationImportance.FromJson(await File.ReadAllBytesAsync(new RunFolder(server.Data.RunFolder(project, run.Id)).Importance, TestContext.Current.CancellationToken)).Metric);
    }

    [Fact]
    public async Task How_a_model_does_beside_simple_methods_is_told_and_another_run_does_not_wait_for_it()
    {
        await using var server = await RunsServer.StartAsync();
        var project = await server.NewProjectAsync();
        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Feed.RivalsCompared += id => told.TrySetResult(id);
        var run = await server.TrainAsync(project, 2);
        await server.UntilAsync(run.Id, RunState.Finished);
        Assert.Equal(run.Id, await told.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken));
        var file = new RunFolder(server.Data.RunFolder(project, run.Id)).Rivals;
        Assert.Equal("accuracy", RivalComparison.FromJson(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).Metric);

        var second = await server.TrainAsync(project, 2);
        await server.UntilAsync(second.Id, RunState.Finished);
        var third = await server.TrainAsync(project, 2);
        await server.UntilAsync(third.Id, RunState.Finished);
        await Task.WhenAll(server.Supervisor.EndOf(second.Id), server.Supervisor.EndOf(third.Id)).WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
        Assert.True(File.Exists(new RunFolder(server.Data.RunFolder(project, third.Id)).Rivals));
        Assert.True(File.Exists(new RunFolder(server.Data.RunFolder(project, second.Id)).Importance));
    }

    [Fact]
    public async Task A_run_that_is_deleted_while_it_measures_leaves_nothing()
    {
        await using var server = await RunsServer.StartAsync();
        var project = await server.NewProjectAsync();
        var run = await server.TrainAsync(project, 1);
        await server.UntilAsync(run.Id, RunState.Finished);

        Assert.True(await server.Supervisor.DeleteAsync(run.Id));
        Assert.False(Directory.Exists(server.Data.RunFolder(project, run.Id)));
        Assert.True(server.Supervisor.EndOf(run.Id).IsCompleted);
    }

    [Fact]
    public async Task Runs_wait_for_their_turn_and_start_in_the_order_in_which_they_were_asked_for()
    {
        await using var server = await RunsServer.StartAsync();
        var project = await server.NewProjectAsync();
        var began = new List<string>();
        server.Feed.StatusChanged += r => AddOnce(began, r, RunState.Preparing);
        var first = await server.TrainAsync(project, Endless);
        await server.UntilAsync(first.Id, RunState.Running);
        var second = await server.TrainAsync(project, 2);
        var third = await server.TrainAsync(project, 2);

        var waiting = await server.UntilAsync(third.Id, r => r.Reason is not null);
        Assert.Equal(RunState.Queued, waiting.State);
        Assert.StartsWith("2 trainings go first", waiting.Reason!.Words.En, StringComparison.Ordinal);
        server.Supervisor.Stop(first.Id);
        await server.UntilAsync(third.Id, RunState.Finished);
        Assert.Equal([first.Id, second.Id, third.Id], began);
    }

    [Fact]
    public async Task A_run_that_waits_is_told_when_fewer_go_before_it()
    {
        await using var server = await RunsServer.StartAsync();
        var project = await server.NewProjectAsync();
        var first = await server.TrainAsync(project, Endless);
        await server.UntilAsync(first.Id, RunState.Running);
        var second = await server.TrainAsync(project, Endless);
        var third = await server.TrainAsync(project, 2);
        await server.UntilAsync(third.Id, r => r.Reason?.Words.En.StartsWith("2 trainings", StringComparison.Ordinal) == true);

        server.Supervisor.Stop(second.Id);

        var waiting = await server.UntilAsync(third.Id, r => r.Reason?.Words.En.StartsWith("Another training", StringComparison.Ordinal) == true);
        Assert.Equal(RunState.Queued, waiting.State);
        server.Supervisor.Stop(first.Id);
        await server.UntilAsync(third.Id, RunState.Finished);
    }

    [Fact]
    public async Task A_run_that_waits_can_be_taken_out_of_the_queue()
    {
        await using var server = await RunsServer.StartAsync();
        var project = await server.NewProjectAsync();
        var first = await server.TrainAsync(project, Endless);
        await server.UntilAsync(first.Id, RunState.Running);
        var second = await server.TrainAsync(project, 2);
        server.Supervisor.Stop(second.Id);

        var end = await server.UntilOverAsync(second.Id);
        Assert.Equal(RunState.Stopped, end.State);
        Assert.Null(end.Scores);
        Assert.Equal(RunState.Running, (await server.Store.FindAsync(first.Id))!.State);
    }

    [Fact]
    public async Task A_paused_run_lets_others_train_goes_on_afterwards_and_keeps_its_model_when_it_is_stopped()
    {
        await using var server = await RunsServer.StartAsync();
        var project = await server.NewProjectAsync();
        var first = await server.TrainAsync(project, Endless);
        await server.UntilEpochAsync(first.Id, 2);
        server.Supervisor.Pause(first.Id);
        await server.UntilAsync(first.Id, RunState.Paused);

        var second = await server.TrainAsync(project, 2);
        await server.UntilAsync(second.Id, RunState.Finished);
        server.Supervisor.GoOn(first.Id);
        await server.UntilAsync(first.Id, RunState.Running);
        server.Supervisor.Stop(first.Id);
        var end = await server.UntilOverAsync(first.Id);

        Assert.Equal(RunState.Stopped, end.State);
        Assert.NotNull(end.Scores);
        Assert.True(Directory.Exists(Path.Combine(server.Data.RunFolder(project, first.Id), "bundle")));
    }

    [Fact]
    public async Task A_project_that_is_deleted_trains_no_longer_and_its_runs_can_go_on_when_it_is_brought_back()
    {
        await using var server = await RunsServer.StartAsync();
        var (project, other) = (await server.NewProjectAsync(), await server.NewProjectAsync());
        var running = await server.TrainAsync(project, Endless);
        var waiting = await server.TrainAsync(project, 2);
        var next = await server.TrainAsync(other, 2);
        await server.UntilEpochAsync(running.Id, 2);

        await server.Projects.DeleteAsync(project);
        Assert.Equal(2, server.Supervisor.CallOff(project));
        var (stopped, never) = (await server.UntilOverAsync(running.Id), await server.UntilOverAsync(waiting.Id));
        Assert.Equal((RunState.Stopped, RunState.Stopped), (stopped.State, never.State));
        Assert.StartsWith("The project was deleted while this was training", stopped.Reason!.Words.En, StringComparison.Ordinal);
        Assert.Equal(RunReasons.ProjectDeletedBeforeStart, never.Reason);
        Assert.Equal(RunState.Finished, (await server.UntilOverAsync(next.Id)).State);
        await server.Supervisor.EndOf(running.Id);
        Assert.False(await server.Supervisor.ResumeAsync(running.Id));

        await server.Projects.RestoreAsync(project);
        Assert.True(await server.Supervisor.ResumeAsync(running.Id));
        await server.UntilAsync(running.Id, RunState.Running);
        server.Supervisor.Stop(running.Id);
        Assert.NotNull((await server.UntilOverAsync(running.Id)).Scores);
    }

    [Fact]
    public async Task An_interrupted_run_goes_on_from_its_checkpoint()
    {
        await using var server = await RunsServer.StartAsync();
        var project = await server.NewProjectAsync();
        var run = await server.TrainAsync(project, Endless);
        await server.UntilEpochAsync(run.Id, 5);
        RunnerProcesses.Signal(RunnerProcesses.Of(server.Data.RunFolder(project, run.Id)), "SEGV");
        var crashed = await server.UntilOverAsync(run.Id);
        Assert.Contains("“Resume” goes on in epoch", crashed.Reason!.Words.En, StringComparison.Ordinal);
        await server.Supervisor.EndOf(run.Id);
        Assert.True(server.Supervisor.CanResume(crashed));

        Assert.True(await server.Supervisor.ResumeAsync(run.Id));
        await server.UntilAsync(run.Id, RunState.Running);
        var plan = (await server.Feed.OpenAsync(run.Id))!.Since(0)!.Plan!;
        Assert.Contains($"goes on in epoch {plan.ResumedAt}.", crashed.Reason.Words.En, StringComparison.Ordinal);
        server.Supervisor.Stop(run.Id);
        Assert.NotNull((await server.UntilOverAsync(run.Id)).Scores);
    }

    [Fact]
    public async Task A_runner_that_hangs_is_ended_and_the_run_says_so()
    {
        await using var server = await RunsServer.StartAsync(options: o => o with { LongestSilence = TimeSpan.FromSeconds(3) });
        var project = await server.NewProjectAsync();
        var run = await server.TrainAsync(project, Endless);
        await server.UntilEpochAsync(run.Id, 1);
        var process = RunnerProcesses.Of(server.Data.RunFolder(project, run.Id));
        RunnerProcesses.Signal(process, "STOP");

        var end = await server.UntilOverAsync(run.Id);
        Assert.Equal(RunState.Failed, end.State);
        Assert.Contains("no sign of life for 3 seconds", end.Reason!.Words.En, StringComparison.Ordinal);
        Assert.False(RunnerProcesses.IsAlive(process));
    }

    [Fact]
    public async Task Where_there_is_no_runner_the_run_says_what_to_do()
    {
        await using var server = await RunsServer.StartAsync(options: o => o with { Program = "/nowhere/builder-runner" });
        var run = await server.TrainAsync(await server.NewProjectAsync());
        var end = await server.UntilOverAsync(run.Id);

        Assert.Equal(RunState.Failed, end.State);
        Assert.Equal(RunReasons.NoRunner, end.Reason);
    }

    private static void AddOnce(List<string> began, RunSummary run, RunState state)
    {
        lock (began)
        {
            if (run.State == state && !began.Contains(run.Id))
            {
                began.Add(run.Id);
            }
        }
    }
}
