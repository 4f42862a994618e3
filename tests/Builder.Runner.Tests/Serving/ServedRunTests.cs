using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Runner.Tests.Examples;

namespace Builder.Runner.Tests.Serving;

public sealed class ServedRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_run_tells_its_start_its_epochs_and_its_scores_and_the_process_ends_with_it()
    {
        using var runner = new ServeProcess();
        runner.Send(new RunnerCommand.Start(Repository.Template("iris"), null, _folder["run"]));

        var started = runner.Until<RunEvent.Started>();
        var finished = runner.Until<RunEvent.Finished>();

        Assert.Equal((90, 30, 30), (started.TrainSamples, started.ValidationSamples, started.TestSamples));
        Assert.Equal(started.Epochs, runner.Seen.OfType<RunEvent.EpochDone>().Count());
        Assert.Equal(RunEnd.Completed, finished.End);
        Assert.True(finished.Test["accuracy"] > 0.9);
        Assert.True(File.Exists(Path.Combine(finished.Bundle, "weights.safetensors")));
        Assert.True(File.Exists(_folder[$"run/{Evaluation.FileName}"]));
        Assert.Equal(0, runner.ExitCode());
    }

    [Fact]
    public void More_threads_than_make_sense_are_refused_and_leave_no_folder()
    {
        using var runner = new ServeProcess();
        runner.Send(new RunnerCommand.Start(Repository.Template("iris"), null, _folder["run"], Threads: 1_000_000));

        Assert.Equal(1, runner.ExitCodeUnread(TimeSpan.FromMinutes(1)));
        runner.ExitCode();
        Assert.Equal("TooManyThreads", Assert.Single(runner.Seen.OfType<RunEvent.Failed>()).Code);
        Assert.False(Directory.Exists(_folder["run"]));
    }

    [Fact]
    public void A_paused_run_waits_without_counting_time_and_ends_with_the_very_weights_of_one_that_was_not_paused()
    {
        PictureProject.Write(_folder.Path, 6);
        using (var undisturbed = new ServeProcess())
        {
            undisturbed.Send(Order("undisturbed"));
            undisturbed.Until<RunEvent.Finished>();
        }

        using var runner = new ServeProcess();
        runner.Send(Order("paused"));
        runner.Until<RunEvent.EpochDone>();
        runner.Send(new RunnerCommand.Pause());
        var paused = runner.Until<RunEvent.Paused>();
        var beats = new[] { runner.Until<RunEvent.Heartbeat>(), runner.Until<RunEvent.Heartbeat>(), runner.Until<RunEvent.Heartbeat>() };
        runner.Send(new RunnerCommand.Resume());
        var resumed = runner.Until<RunEvent.Resumed>();
        var finished = runner.Until<RunEvent.Finished>();

        Assert.Equal((paused.Epoch, paused.Step), (resumed.Epoch, resumed.Step));
        Assert.Equal(RunnerActivity.Paused, beats[1].State);
        var waited = beats[2].Seconds - beats[0].Seconds;
        Assert.InRange(waited, 1.5, 100);
        Assert.True(finished.Seconds < runner.Seen.OfType<RunEvent.Heartbeat>().Last().Seconds + 1 - waited, $"{finished.Seconds} s of which {waited} s were waited.");
        Assert.Equal(File.ReadAllBytes(_folder["undisturbed/bundle/weights.safetensors"]), File.ReadAllBytes(_folder["paused/bundle/weights.safetensors"]));
        Assert.True(File.Exists(_folder["paused/checkpoint.safetensors"]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_stopped_run_keeps_its_best_model_with_scores_and_evaluation(bool bySignal)
    {
        PictureProject.Write(_folder.Path, 5_000);
        using var runner = new ServeProcess();
        runner.Send(Order("run"));
        var first = runner.Until<RunEvent.EpochDone>();
        if (bySignal)
        {
            runner.Signal("TERM");
        }
        else
        {
            runner.Send(new RunnerCommand.Stop());
        }

        var finished = runner.Until<RunEvent.Finished>();

        Assert.Equal(RunEnd.Stopped, finished.End);
        Assert.InRange(finished.Epochs, first.Epoch, 4_999);
        var best = runner.Seen.OfType<RunEvent.EpochDone>().Last(e => e.Best && e.Epoch <= finished.Epochs);
        Assert.Equal(best.Epoch, finished.BestEpoch);
        Assert.Equal(best.Validation["loss"]!.Value, finished.Validation["loss"]!.Value, 1e-6);
        var evaluation = Evaluation.FromJson(File.ReadAllBytes(_folder[$"run/{Evaluation.FileName}"]));
        Assert.Equal(finished.Test["accuracy"], evaluation.Test["accuracy"]);
        Assert.Equal(0, runner.ExitCode());
    }

    [Fact]
    public void A_run_can_be_stopped_while_it_is_paused()
    {
        PictureProject.Write(_folder.Path, 5_000);
        using var runner = new ServeProcess();
        runner.Send(Order("run"));
        runner.Until<RunEvent.EpochDone>();
        runner.Send(new RunnerCommand.Pause());
        runner.Until<RunEvent.Paused>();
        runner.Send(new RunnerCommand.Stop());

        Assert.Equal(RunEnd.Stopped, runner.Until<RunEvent.Finished>().End);
        Assert.Empty(runner.Seen.OfType<RunEvent.Resumed>());
    }

    [Fact]
    public void Lines_that_are_no_command_are_refused_in_words_and_the_run_goes_on()
    {
        PictureProject.Write(_folder.Path, 20);
        using var runner = new ServeProcess();
        runner.Send(new RunnerCommand.Pause());
        var tooEarly = runner.Until<RunEvent.Refused>();
        runner.Send(Order("run"));
        runner.Until<RunEvent.Started>();
        var refusals = new[] { "garbage", "{}", "[1]", "{\"command\":\"dance\"}", "{\"command\":\"start\"}", new string('x', 100_000) }.Select(line =>
        {
            runner.SendLine(line);
            return runner.Until<RunEvent.Refused>();
        }).ToList();
        runner.Send(Order("other"));
        var busy = runner.Until<RunEvent.Refused>();

        Assert.Equal(("NoRun", "Busy"), (tooEarly.Code, busy.Code));
        Assert.All(refusals, refused => Assert.Equal("NotACommand", refused.Code));
        Assert.All(refusals, refused => Assert.True(refused.Message.Words.En.Length < 200 && refused.Message.Words.Zh.Contains('令', StringComparison.Ordinal)));
        Assert.Equal(RunEnd.Completed, runner.Until<RunEvent.Finished>().End);
        Assert.False(Directory.Exists(_folder["other"]));
    }

    [Fact]
    public void A_run_that_cannot_begin_fails_in_both_languages_and_leaves_no_folder()
    {
        using var runner = new ServeProcess();
        runner.Send(new RunnerCommand.Start(_folder["nothing"], null, _folder["run"]));

        Assert.Equal(1, runner.ExitCode());
        var failed = Assert.IsType<RunEvent.Failed>(runner.Seen[^1]);
        Assert.Contains("nothing", failed.Message.Words.En, StringComparison.Ordinal);
        Assert.Contains("项目", failed.Message.Words.Zh, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["run"]));
    }

    [Fact]
    public void Samples_show_validation_pictures_with_what_the_model_takes_them_for()
    {
        PictureProject.Write(_folder.Path, 2);
        using var runner = new ServeProcess();
        runner.Send(Order("run"));
        runner.Until<RunEvent.Finished>();

        var samples = runner.Seen.OfType<RunEvent.SampleMade>().Where(s => s.Kind == SampleKind.Predictions).ToList();
        Assert.Equal(2, samples[^1].Epoch);
        Assert.All(samples[^1].Predictions!, p => Assert.True(File.Exists(p.Picture) && p.Probability is >= 0.25 and <= 1 && p.True.Length > 0));
        Assert.Equal(samples[0].Predictions!.Select(p => p.Picture), samples[^1].Predictions!.Select(p => p.Picture));
    }

    public void Dispose() => _folder.Dispose();

    private RunnerCommand.Start Order(string run) => new(_folder.Path, null, _folder[run], "cpu", 1);
}
