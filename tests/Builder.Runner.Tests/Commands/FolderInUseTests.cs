using System.Diagnostics;
using Builder.Protocol;
using Builder.Runner.Tests.Examples;
using Builder.Runner.Tests.Serving;

namespace Builder.Runner.Tests.Commands;

public sealed class FolderInUseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<Process> _started = [];

    public FolderInUseTests() => PictureProject.Write(_folder.Path, 50_000);

    [Theory]
    [InlineData("--out")]
    [InlineData("--resume")]
    public void A_folder_that_a_training_still_writes_to_is_refused_to_a_second_one_and_free_as_soon_as_the_first_is_killed(string option)
    {
        var first = Start("--out");
        Halt(first);
        var second = RunnerProcess.Run("train", _folder.Path, "--threads", "1", option, _folder["run"], "--epochs", "1", "--json");

        Assert.Equal(1, second.ExitCode);
        var failed = Assert.Single(second.EventsOf("failed"));
        Assert.Equal("FolderInUse", failed.GetProperty("code").GetString());
        Assert.Contains(_folder["run"], Refusal.Told(failed).En, StringComparison.Ordinal);
        Assert.Contains("still running", Refusal.Told(failed).En, StringComparison.Ordinal);
        Assert.Contains("仍在运行", Refusal.Told(failed).Zh, StringComparison.Ordinal);
        Assert.False(first.HasExited);
        Kill(first);

        // Each event stands on a line of its own, but for the one that the kill may have cut short.
        Assert.All(File.ReadAllLines(_folder["run/events.jsonl"]).SkipLast(1), line => Assert.NotNull(RunEventJson.Read(line)));
        Assert.Empty(Directory.EnumerateFiles(_folder["run"], "*lock*"));
        Start("--resume");
    }

    [Fact]
    public void A_run_of_the_server_keeps_its_folder_to_itself()
    {
        using var first = new ServeProcess();
        first.Send(new RunnerCommand.Start(_folder.Path, null, _folder["run"], "cpu", 1));
        first.Until<RunEvent.Started>();
        using var second = new ServeProcess();
        second.Send(new RunnerCommand.Start(_folder.Path, null, _folder["run"], "cpu", 1, FromCheckpoint: true));

        Assert.Equal(1, second.ExitCodeUnread(TimeSpan.FromMinutes(1)));
        second.ExitCode();
        Assert.Equal("FolderInUse", Assert.Single(second.Seen.OfType<RunEvent.Failed>()).Code);
        first.Until<RunEvent.EpochDone>();
    }

    public void Dispose()
    {
        foreach (var process in _started)
        {
            Kill(process);
            process.Dispose();
        }

        _folder.Dispose();
    }

    /// <summary>A training that has done its first batches.</summary>
    private Process Start(string option)
    {
        var process = RunnerProcess.Start("train", _folder.Path, "--threads", "1", option, _folder["run"], "--json");
        _started.Add(process);
        while (process.StandardOutput.ReadLine() is { } line && !line.Contains("\"progress\"", StringComparison.Ordinal))
        {
            Assert.DoesNotContain("\"failed\"", line, StringComparison.Ordinal);
        }

        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        return process;
    }

    // While it is halted it holds its folder just so, and takes no processor from the other tests.
    private static void Halt(Process process)
    {
        using var halt = Process.Start("kill", ["-STOP", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        halt.WaitForExit();
        Assert.Equal(0, halt.ExitCode);
    }

    private static void Kill(Process process)
    {
        process.Kill();
        process.WaitForExit();
    }
}
