using System.Diagnostics;
using System.Text.Json;
using Builder.Protocol;
using Builder.Web.Runners;
using Builder.Web.Runs.Supervision;
using Builder.Web.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace Builder.Web.Tests.Runs;

public sealed class RestartTests
{
    [Fact]
    public async Task A_server_that_is_closed_keeps_a_checkpoint_and_its_successor_goes_on()
    {
        using var root = new TemporaryRoot();
        string project, running, waiting;
        await using (var server = await RunsServer.StartAsync(root.Path))
        {
            project = await server.NewProjectAsync();
            running = (await server.TrainAsync(project, 1_000_000)).Id;
            await server.UntilEpochAsync(running, 2);
            waiting = (await server.TrainAsync(project, 2)).Id;
        }

        await using var next = await RunsServer.StartAsync(root.Path);
        var failed = (await next.Store.FindAsync(running))!;
        Assert.Equal(RunState.Failed, failed.State);
        Assert.StartsWith("Builder was closed", failed.Reason!.Words.En, StringComparison.Ordinal);
        Assert.True(next.Supervisor.CanResume(failed));
        Assert.Equal(RunState.Finished, (await next.UntilOverAsync(waiting)).State);
    }

    [Fact]
    public async Task The_bar_of_steps_still_says_after_a_restart_how_the_last_training_ended()
    {
        using var root = new TemporaryRoot();
        string trained, failed;
        await using (var server = await RunsServer.StartAsync(root.Path))
        {
            (trained, failed) = (await server.NewProjectAsync(), await server.NewProjectAsync());
            await server.UntilOverAsync((await server.TrainAsync(trained, 1)).Id);
            var cutOff = (await server.TrainAsync(failed, 1_000_000)).Id;
            await server.UntilEpochAsync(cutOff, 1);
        }

        await using var next = await RunsServer.StartAsync(root.Path);
        var marks = next.Services.GetRequiredService<StepMarks>();
        Assert.Equal(MarkKind.Done, marks.Of(trained, Step.Train)?.Kind);
        Assert.Equal(MarkKind.Attention, marks.Of(failed, Step.Train)?.Kind);
    }

    [Fact]
    public async Task Runs_of_a_project_that_was_deleted_do_not_begin_again_after_a_restart()
    {
        using var root = new TemporaryRoot();
        string run;
        await using (var server = await RunsServer.StartAsync(root.Path))
        {
            var project = await server.NewProjectAsync();
            run = (await server.TrainAsync(project, 2)).Id;
            await server.UntilOverAsync(run);
            await server.Supervisor.EndOf(run);
            await server.Store.UpdateAsync(run, new() { State = RunState.Queued });
            await server.Projects.DeleteAsync(project);
        }

        await using var next = await RunsServer.StartAsync(root.Path);
        Assert.Equal(RunState.Stopped, (await next.Store.FindAsync(run))!.State);
    }

    [Fact]
    public async Task A_run_that_a_killed_server_left_has_failed_with_a_way_on_and_its_process_is_ended()
    {
        using var root = new TemporaryRoot();
        using var leftOver = Process.Start("sleep", ["600"]);
        string run;
        await using (var server = await RunsServer.StartAsync(root.Path))
        {
            var project = await server.NewProjectAsync();
            run = (await server.TrainAsync(project, 2)).Id;
            await server.UntilOverAsync(run);
            await server.Supervisor.EndOf(run);
            // What a server that was killed in the middle leaves behind.
            await server.Store.UpdateAsync(run, new() { State = RunState.Running });
            RunnerPidFile.Of(leftOver.Id)!.Write(server.Data.RunFolder(project, run));
        }

        await using var next = await RunsServer.StartAsync(root.Path);
        Assert.Equal(RunState.Failed, (await next.Store.FindAsync(run))!.State);
        await leftOver.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(137, leftOver.ExitCode);
    }

    [Fact]
    public void A_process_of_the_same_id_that_started_at_another_time_is_left_alone()
    {
        using var root = new TemporaryRoot();
        using var other = Process.Start("sleep", ["600"]);
        var mark = RunnerPidFile.Of(other.Id)!;
        (mark with { StartTicks = mark.StartTicks - 1 }).Write(root.Path);

        Assert.False(RunnerPidFile.EndLeftOver(root.Path));
        Assert.True(RunnerProcesses.IsAlive(other.Id));
        other.Kill();
    }

    [Fact]
    public async Task A_runner_ends_by_itself_within_five_seconds_when_its_server_is_killed()
    {
        using var root = new TemporaryRoot();
        var document = Path.Combine(root.Path, "project.json");
        await File.WriteAllBytesAsync(document, Graph.Json.ProjectJson.Write(TrainerEdits.With(Sessions.ReadyProject.Read("iris"), "epochs", 1_000_000)), TestContext.Current.CancellationToken);
        await Sessions.ReadyProject.FillAsync("iris", Directory.CreateDirectory(Path.Combine(root.Path, "data")).FullName);
        var start = JsonSerializer.Serialize(new { command = "start", project = Path.Combine(root.Path, "data"), document, folder = Path.Combine(root.Path, "run"), threads = 1 });
        // A parent that is killed with -9: its end of the pipe closes, and nothing else tells the runner.
        using var parent = Process.Start(new ProcessStartInfo("bash", ["-c", $"(echo '{start}'; exec sleep 600) | \"{RunsServer.Runner}\" serve & echo $!; wait"]) { RedirectStandardOutput = true })!;
        var runner = int.Parse((await parent.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!, System.Globalization.CultureInfo.InvariantCulture);
        while (await parent.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("\"epoch\"", StringComparison.Ordinal))
        {
        }

        parent.Kill(entireProcessTree: false);
        RunnerProcesses.Signal(SleepBefore(runner), "KILL");
        using var process = Process.GetProcessById(runner);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.True(File.Exists(Path.Combine(root.Path, "run", "checkpoint.safetensors")));
    }

    // The other process of the pipeline, which holds the runner's input open, has the id before.
    private static int SleepBefore(int runner) => Enumerable.Range(1, 20).Select(i => runner - i)
        .First(id => File.Exists($"/proc/{id}/cmdline") && File.ReadAllText($"/proc/{id}/cmdline").StartsWith("sleep", StringComparison.Ordinal));
}

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryRoot : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("builder-runs-").FullName;

    public void Dispose() => TemporaryFolders.Delete(Path);
}
