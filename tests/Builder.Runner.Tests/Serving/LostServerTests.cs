using System.Diagnostics;
using System.Globalization;
using Builder.Protocol;
using Builder.Runner.Tests.Examples;

namespace Builder.Runner.Tests.Serving;

/// <summary>Whatever happens to the server or to the runner, what was learned is not lost.</summary>
public sealed class LostServerTests(UndisturbedRun undisturbed) : IDisposable, IClassFixture<UndisturbedRun>
{
    private const int Epochs = UndisturbedRun.Epochs;
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void When_the_server_is_gone_the_runner_keeps_a_checkpoint_and_ends()
    {
        using var runner = Started("run", 5_000);
        var clock = Stopwatch.StartNew();
        runner.Close();

        Assert.Equal(1, runner.ExitCode());
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
        var failed = Assert.IsType<RunEvent.Failed>(runner.Seen.Last(e => e is not RunEvent.Heartbeat));
        Assert.Equal("Interrupted", failed.Code);
        Assert.False(Directory.Exists(_folder["run/bundle"]));
        Assert.True(File.Exists(_folder["run/checkpoint.safetensors"]));
    }

    [Theory]
    [InlineData("shut down")]
    [InlineData("paused and closed")]
    [InlineData("SEGV")]
    [InlineData("KILL")]
    public void A_run_that_was_cut_off_goes_on_to_the_very_weights_of_one_that_was_not(string how)
    {
        using (var runner = Started("run", Epochs))
        {
            CutOff(runner, how);
            Assert.NotEqual(0, runner.ExitCode());
        }

        using var resumed = new ServeProcess();
        resumed.Send(Order("run") with { FromCheckpoint = true });
        Assert.NotNull(resumed.Until<RunEvent.Started>().ResumedAt);
        Assert.Equal(RunEnd.Completed, resumed.Until<RunEvent.Finished>().End);
        Assert.Equal(undisturbed.Weights, File.ReadAllBytes(_folder["run/bundle/weights.safetensors"]));
    }

    [Fact]
    public void A_runner_without_a_task_ends_quietly_when_the_server_is_gone()
    {
        using var runner = new ServeProcess();
        runner.Close();

        // 142: on a busy machine the operating system ends it (SIGALRM) while libtorch is still being loaded.
        Assert.True(runner.ExitCode() is 0 or 142);
        Assert.Empty(runner.Seen.OfType<RunEvent.Failed>());
    }

    [Fact]
    public void A_runner_that_cannot_get_to_reading_on_ends_all_the_same_when_the_server_is_gone()
    {
        using var runner = new ServeProcess();

        // Each is refused by an event; soon the pipe is full, and the runner waits for somebody to take them.
        for (var line = 0; line < 2_000; line++)
        {
            runner.SendLine("?");
        }

        runner.Close();
        Assert.Equal(142, runner.ExitCodeUnread(TimeSpan.FromSeconds(10)));
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("pictures")]
    public async Task A_runner_ends_with_the_process_that_started_it_even_while_somebody_holds_its_input(string command)
    {
        using var shell = RunnerProcess.ServeBelowShell(command);
        var runner = int.Parse((await shell.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!, CultureInfo.InvariantCulture);
        Assert.IsType<RunEvent.Ready>(RunEventJson.Read((await shell.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!));

        // A session of its own: its number is that of the process, and no terminal reaches it.
        var stat = await File.ReadAllTextAsync($"/proc/{runner}/stat", TestContext.Current.CancellationToken);
        Assert.Equal($"{runner}", stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[3]);

        shell.Kill();
        await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.False(File.Exists($"/proc/{runner}/cmdline") && (await File.ReadAllTextAsync($"/proc/{runner}/cmdline", TestContext.Current.CancellationToken)).Length > 0);
    }

    public void Dispose() => _folder.Dispose();

    private static void CutOff(ServeProcess runner, string how)
    {
        switch (how)
        {
            case "shut down":
                runner.Send(new RunnerCommand.Shutdown());
                break;
            case "paused and closed":
                runner.Send(new RunnerCommand.Pause());
                runner.Until<RunEvent.Paused>();
                runner.Close();
                break;
            default:
                runner.Signal(how);
                break;
        }
    }

    private ServeProcess Started(string run, int epochs)
    {
        PictureProject.Write(_folder.Path, epochs);
        var runner = new ServeProcess();
        runner.Send(Order(run));
        runner.Until<RunEvent.EpochDone>();
        return runner;
    }

    private RunnerCommand.Start Order(string run) => new(_folder.Path, null, _folder[run], "cpu", 1);
}

/// <summary>The same run without anything that disturbs it, once for all tests.</summary>
public sealed class UndisturbedRun : IDisposable
{
    internal const int Epochs = 100;
    private readonly TemporaryFolder _folder = new();

    /// <summary>Trains it.</summary>
    public UndisturbedRun()
    {
        PictureProject.Write(_folder.Path, Epochs);
        using var runner = new ServeProcess();
        runner.Send(new RunnerCommand.Start(_folder.Path, null, _folder["run"], "cpu", 1));
        runner.Until<RunEvent.Finished>();
        Weights = File.ReadAllBytes(_folder["run/bundle/weights.safetensors"]);
    }

    /// <summary>The file of its weights.</summary>
    public byte[] Weights { get; }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
