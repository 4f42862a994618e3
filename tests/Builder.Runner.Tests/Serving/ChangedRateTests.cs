using Builder.Files;
using Builder.Protocol;
using Builder.Runner.Tests.Examples;

namespace Builder.Runner.Tests.Serving;

/// <summary>A learning rate that a person changes while a run trains belongs to the run: whoever goes on with it or repeats it gets the same model.</summary>
public sealed class ChangedRateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_run_with_the_changes_of_another_learns_the_very_same_and_one_without_them_does_not()
    {
        PictureProject.Write(_folder.Path, 6);
        var changed = ChangeTo(0.1, "changed", out var runner);
        using (runner)
        {
            runner.Until<RunEvent.Finished>();
        }

        Directory.CreateDirectory(_folder["again"]);
        File.Copy(_folder["changed/rates.json"], _folder["again/rates.json"]);
        using var again = new ServeProcess();
        again.Send(Order("again"));
        again.Until<RunEvent.Finished>();
        using var plain = new ServeProcess();
        plain.Send(Order("plain"));
        plain.Until<RunEvent.Finished>();

        var repeated = Assert.Single(again.Seen.OfType<RunEvent.RatesChanged>());
        Assert.Equal((changed.Epoch, changed.Step, changed.Factor), (repeated.Epoch, repeated.Step, repeated.Factor));
        Assert.Equal(changed.Before["optimizer"]!.Value * 0.1, changed.After["optimizer"]!.Value, 1e-12);
        Assert.Equal(Weights("changed"), Weights("again"));
        Assert.NotEqual(Weights("changed"), Weights("plain"));
    }

    [Fact]
    public void A_run_that_is_broken_off_goes_on_with_the_changed_rate_as_if_nothing_had_happened()
    {
        PictureProject.Write(_folder.Path, 6);
        ChangeTo(0.3, "broken", out var runner);
        using (runner)
        {
            runner.Send(new RunnerCommand.Pause());
            runner.Until<RunEvent.Paused>();
            runner.Send(new RunnerCommand.Shutdown());
            Assert.Equal(1, runner.ExitCode());
        }

        Directory.CreateDirectory(_folder["whole"]);
        File.Copy(_folder["broken/rates.json"], _folder["whole/rates.json"]);
        foreach (var order in new[] { Order("broken") with { FromCheckpoint = true }, Order("whole") })
        {
            using var going = new ServeProcess();
            going.Send(order);
            going.Until<RunEvent.Finished>();
        }

        Assert.Equal(Weights("whole"), Weights("broken"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1e999")]
    public void A_factor_that_no_rate_can_have_is_refused(string factor)
    {
        using var runner = new ServeProcess();
        runner.SendLine($$"""{"command":"scaleRate","factor":{{factor}}}""");

        Assert.Equal("NotACommand", runner.Until<RunEvent.Refused>().Code);
    }

    [Theory]
    [InlineData("""[{"epoch":1,"step":0,"factor":0}]""", 0)]
    [InlineData("[]", RunFolder.MostRateBytes)]
    public void Changes_that_nobody_can_read_are_told_with_the_name_of_their_file(string changes, int blanks)
    {
        PictureProject.Write(_folder.Path, 1);
        Directory.CreateDirectory(_folder["run"]);
        File.WriteAllText(_folder["run/rates.json"], changes + new string(' ', blanks));
        using var runner = new ServeProcess();
        runner.Send(Order("run"));

        Assert.Equal(1, runner.ExitCode());
        Assert.Contains("rates.json", Assert.IsType<RunEvent.Failed>(runner.Seen[^1]).Message.Words.En, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    // It is paused for the change, so that the run cannot be over before.
    private RunEvent.RatesChanged ChangeTo(double factor, string run, out ServeProcess runner)
    {
        runner = new ServeProcess();
        runner.Send(Order(run));
        runner.Until<RunEvent.EpochDone>();
        runner.Send(new RunnerCommand.Pause());
        runner.Until<RunEvent.Paused>();
        runner.Send(new RunnerCommand.ScaleRate(factor));
        runner.Send(new RunnerCommand.Resume());
        return runner.Until<RunEvent.RatesChanged>();
    }

    private byte[] Weights(string run) => File.ReadAllBytes(_folder[$"{run}/bundle/weights.safetensors"]);

    private RunnerCommand.Start Order(string run) => new(_folder.Path, null, _folder[run], "cpu", 1);
}
