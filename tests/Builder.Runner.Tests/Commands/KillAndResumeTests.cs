using System.Diagnostics;
using Builder.Runner.Tests.Examples;
using Builder.Tests.Order;

namespace Builder.Runner.Tests.Commands;

public sealed class KillAndResumeTests : IDisposable
{
    private static readonly int Kills = LongProofs.Whole ? 20 : 7;
    private const int Epochs = 60;
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_run_killed_again_and_again_at_random_moments_ends_with_the_very_weights_of_one_that_was_never_killed()
    {
        PictureProject.Write(_folder.Path, Epochs);
        var undisturbed = _folder["undisturbed"];
        var finished = RunnerProcess.Run("train", _folder.Path, "--threads", "1", "--out", undisturbed, "--json").Finished();

        var (random, kills, runs) = (new Random(20), 0, 0);
        while (kills < Kills)
        {
            // A run that reaches its end before all kills are done is compared too, and another one takes the rest.
            var run = _folder[$"killed-{++runs}"];
            while (kills < Kills && !TrainAndKill(run, TimeSpan.FromMilliseconds(random.Next(50, 900))))
            {
                kills++;
            }

            var resumed = RunnerProcess.Run("train", _folder.Path, "--threads", "1", "--resume", run, "--json").Finished();
            AssertSameBytes(undisturbed, run);
            Assert.Equal(finished.GetProperty("test").GetRawText(), resumed.GetProperty("test").GetRawText());
            Assert.Equal(finished.GetProperty("bestEpoch").GetInt64(), resumed.GetProperty("bestEpoch").GetInt64());
        }

        Assert.Equal(Kills, kills);
    }

    [Fact]
    public void A_run_that_was_asked_to_stop_goes_on_as_if_nothing_had_happened()
    {
        PictureProject.Write(_folder.Path, 40, """, "accumulate": 3, "early_stopping": 30""");
        RunnerProcess.Run("train", _folder.Path, "--threads", "1", "--out", _folder["whole"], "--json").Finished();

        using (var process = Start(_folder["stopped"]))
        {
            WaitForProgress(process);
            using var interrupt = Process.Start("kill", ["-INT", $"{process.Id}"]);
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
        }

        RunnerProcess.Run("train", _folder.Path, "--threads", "1", "--resume", _folder["stopped"], "--json").Finished();
        AssertSameBytes(_folder["whole"], _folder["stopped"]);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Starts or resumes the run and kills it some time after its first batches; true where it had ended by itself.</summary>
    private bool TrainAndKill(string run, TimeSpan after)
    {
        using var process = Start(run);
        WaitForProgress(process);
        _ = process.StandardOutput.ReadToEndAsync();
        var ended = process.WaitForExit(after);
        process.Kill();
        process.WaitForExit();
        return ended;
    }

    private Process Start(string run)
    {
        var process = RunnerProcess.Start(
            "train", _folder.Path, "--threads", "1", File.Exists(Path.Combine(run, "checkpoint.safetensors")) ? "--resume" : "--out", run, "--json");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    private static void WaitForProgress(Process process)
    {
        while (process.StandardOutput.ReadLine() is { } line && !line.Contains("\"progress\"", StringComparison.Ordinal))
        {
            Assert.DoesNotContain("\"failed\"", line, StringComparison.Ordinal);
        }
    }

    private static void AssertSameBytes(string expected, string actual)
    {
        foreach (var file in new[] { "bundle/weights.safetensors", "bundle/transforms.json", "bundle/project.json" })
        {
            Assert.True(
                File.ReadAllBytes(Path.Combine(expected, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(actual, file))),
                $"{file} differs.");
        }
    }
}
