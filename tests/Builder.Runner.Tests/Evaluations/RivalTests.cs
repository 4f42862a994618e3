using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Protocol.Messages;
using Builder.Runner.Tests.Examples;
using Builder.Runner.Tests.Serving;

namespace Builder.Runner.Tests.Evaluations;

/// <summary>A model is compared with simple methods behind its training, and again whenever somebody asks.</summary>
public sealed class RivalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Written => _folder["run/rivals.json"];

    [Fact]
    public void It_is_told_after_the_run_is_called_finished_and_can_be_compared_again_later()
    {
        CopyIris();
        using (var runner = new ServeProcess())
        {
            runner.Send(new RunnerCommand.Start(_folder["."], null, _folder["run"], "cpu", 1));
            runner.Until<RunEvent.Finished>();
            runner.Until<RunEvent.RivalsCompared>();
            runner.Until<RunEvent.ImportanceMeasured>();
            Assert.Equal(0, runner.ExitCode());
        }

        var bytes = File.ReadAllBytes(Written);
        var rivals = RivalComparison.FromJson(bytes);
        Assert.Equal(("accuracy", "test", 30L), (rivals.Metric, rivals.Part, rivals.Samples));
        Assert.Equal(Evaluation.FromJson(File.ReadAllBytes(_folder[$"run/{Evaluation.FileName}"])).Test["accuracy"]!.Value, rivals.Score, 1e-9);
        Assert.Equal(Evaluation.FromJson(File.ReadAllBytes(_folder[$"run/{Evaluation.FileName}"])).Baseline["accuracy"]!.Value, rivals.Rivals.Single(r => r.Name.Code == "rival.commonest").Score, 1e-9);
        Assert.Equal(["rival.boosted", "rival.commonest", "rival.forest", "rival.logistic", "rival.tree"], rivals.Rivals.Select(r => r.Name.Code).Order());
        Assert.Equal(RivalOutcome.Better, rivals.Rivals[^1].Outcome);
        Assert.Empty(rivals.LeftOut);

        File.Delete(Written);
        using var again = new ServeProcess();
        again.Send(new RunnerCommand.CompareRivals(_folder["."], _folder["run"], "cpu", 1));
        again.Until<RunEvent.RivalsCompared>();
        Assert.Equal(0, again.ExitCode());
        Assert.Equal(bytes, File.ReadAllBytes(Written));
    }

    [Fact]
    public void Whoever_is_told_to_give_way_does_not_compare_but_measures_what_matters()
    {
        CopyIris();
        using var runner = new ServeProcess();
        runner.Send(new RunnerCommand.Start(_folder["."], null, _folder["run"], "cpu", 1));
        runner.Send(new RunnerCommand.GiveWay());

        runner.Until<RunEvent.ImportanceMeasured>();
        Assert.Equal(0, runner.ExitCode());
        Assert.DoesNotContain(runner.Seen, happened => happened is RunEvent.RivalsCompared);
        Assert.False(File.Exists(Written));
    }

    [Fact]
    public void A_process_that_is_killed_half_way_leaves_no_half_file_and_what_there_was()
    {
        CopyIris();
        Train();
        var before = File.ReadAllBytes(Written);
        foreach (var beats in new[] { 0, 1, 2 })
        {
            using var runner = new ServeProcess();
            runner.Send(new RunnerCommand.CompareRivals(_folder["."], _folder["run"], "cpu", 1));
            var isDone = false;
            for (var beat = 0; beat < beats && !isDone;)
            {
                // A quick machine may be through before the second.
                var told = runner.Until<RunEvent>();
                (beat, isDone) = (beat + (told is RunEvent.Heartbeat ? 1 : 0), told is RunEvent.RivalsCompared);
            }

            if (!isDone)
            {
                using var process = System.Diagnostics.Process.GetProcessById(runner.Id);
                process.Kill();
            }

            Assert.Equal(before, File.ReadAllBytes(Written));
        }
    }

    [Fact]
    public void What_was_trained_on_other_data_is_refused_in_words_and_leaves_what_there_was()
    {
        CopyIris();
        Train();
        var before = File.ReadAllBytes(Written);
        File.AppendAllText(_folder["iris.csv"], "5.1,3.5,1.4,0.2,setosa\n");

        using var runner = new ServeProcess();
        runner.Send(new RunnerCommand.CompareRivals(_folder["."], _folder["run"], "cpu", 1));

        Assert.Equal(1, runner.ExitCode());
        Assert.Equal(RivalMessages.DataChanged.Code, Assert.Single(runner.Seen.OfType<RunEvent.Failed>()).Code);
        Assert.Equal(before, File.ReadAllBytes(Written));
    }

    [Fact]
    public void Labels_have_methods_of_their_own()
    {
        LabelProject.Write(_folder.Path);
        Train();
        var labels = RivalComparison.FromJson(File.ReadAllBytes(Written));
        Assert.Equal(("macroF1", true), (labels.Metric, labels.Rivals.Any(r => r.Name.Code == "rival.same-labels")));
        Assert.Equal(["rival.boosted", "rival.forest", "rival.logistic", "rival.same-labels", "rival.tree"], labels.Rivals.Select(r => r.Name.Code).Order());
    }

    public void Dispose() => _folder.Dispose();

    private void CopyIris()
    {
        foreach (var name in new[] { "project.json", "iris.csv" })
        {
            File.Copy(Path.Combine(Repository.Template("iris"), name), _folder[name]);
        }
    }

    private void Train() => RunnerProcess.Run(["train", _folder.Path, "--json", "--device", "cpu", "--threads", "1", "--out", _folder["run"]]).Finished();
}
