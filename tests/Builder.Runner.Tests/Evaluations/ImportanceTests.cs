using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Protocol.Messages;
using Builder.Runner.Tests.Examples;
using Builder.Runner.Tests.Serving;

namespace Builder.Runner.Tests.Evaluations;

/// <summary>What matters to a model is measured behind its training, and again whenever somebody asks.</summary>
public sealed class ImportanceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Written => _folder["run/importance.json"];

    [Fact]
    public void It_is_told_after_the_run_is_called_finished_and_can_be_measured_again_later()
    {
        CopyIris();
        using (var runner = new ServeProcess())
        {
            runner.Send(new RunnerCommand.Start(_folder["."], null, _folder["run"], "cpu", 1));
            runner.Until<RunEvent.Finished>();
            runner.Until<RunEvent.ImportanceMeasured>();
            Assert.Equal(0, runner.ExitCode());
        }

        var bytes = File.ReadAllBytes(Written);
        var importance = PermutationImportance.FromJson(bytes);
        Assert.Equal(("accuracy", "test", 30L, 30L, 10), (importance.Metric, importance.Part, importance.Samples, importance.Available, importance.Repeats));
        Assert.Equal(Evaluation.FromJson(File.ReadAllBytes(_folder[$"run/{Evaluation.FileName}"])).Test["accuracy"]!.Value, importance.Score, 1e-9);
        Assert.Equal(["petal_length_cm", "petal_width_cm"], importance.Columns.Take(2).Select(c => c.Columns[0]).Order());
        Assert.Contains(importance.Groups, g => g.Columns.Contains("petal_length_cm") && g.Columns.Contains("petal_width_cm"));

        File.Delete(Written);
        using var again = new ServeProcess();
        again.Send(new RunnerCommand.MeasureImportance(_folder["."], _folder["run"], "cpu", 1));
        again.Until<RunEvent.ImportanceMeasured>();
        Assert.Equal(0, again.ExitCode());
        Assert.Equal(bytes, File.ReadAllBytes(Written));
    }

    [Fact]
    public void Measuring_what_was_trained_on_other_data_fails_in_words_and_leaves_what_there_was()
    {
        CopyIris();
        Train();
        var before = File.ReadAllBytes(Written);
        File.AppendAllText(_folder["iris.csv"], "5.1,3.5,1.4,0.2,setosa\n");

        using var runner = new ServeProcess();
        runner.Send(new RunnerCommand.MeasureImportance(_folder["."], _folder["run"], "cpu", 1));

        Assert.Equal(1, runner.ExitCode());
        Assert.Equal(TrainingMessages.ImportanceDataChanged.Code, Assert.Single(runner.Seen.OfType<RunEvent.Failed>()).Code);
        Assert.Equal(before, File.ReadAllBytes(Written));
    }

    [Fact]
    public void Pictures_alone_leave_no_file_and_a_request_says_why()
    {
        PictureProject.Write(_folder.Path, 2);
        Train();
        Assert.False(File.Exists(Written));

        using var runner = new ServeProcess();
        runner.Send(new RunnerCommand.MeasureImportance(_folder["."], _folder["run"], "cpu", 1));
        Assert.Equal(1, runner.ExitCode());
        Assert.Equal(TrainingMessages.ImportanceNotForThisModel.Code, Assert.Single(runner.Seen.OfType<RunEvent.Failed>()).Code);
    }

    [Fact]
    public void A_run_that_goes_on_forgets_what_mattered_to_its_earlier_model()
    {
        CopyIris();
        Train();
        File.WriteAllText(Written, "{ half");
        Train(_folder.Path, "--resume", _folder["run"]);

        Assert.Equal("accuracy", PermutationImportance.FromJson(File.ReadAllBytes(Written)).Metric);
    }

    [Fact]
    public void Quantities_labels_and_series_are_measured_by_the_score_of_their_verdict()
    {
        Train(Repository.Template("weather-lstm"), "--out", _folder["series"], "--epochs", "1");
        var series = PermutationImportance.FromJson(File.ReadAllBytes(_folder["series/importance.json"]));
        LabelProject.Write(_folder.Path);
        Train();
        var labels = PermutationImportance.FromJson(File.ReadAllBytes(Written));

        Assert.Equal(("mae", "macroF1"), (series.Metric, labels.Metric));
        Assert.Equal(["date", "precipitation", "temp_max", "temp_min", "wind"], series.Columns.Select(c => c.Columns[0]).Order());
        Assert.Equal("temp_max", series.Columns[0].Columns[0]);
        Assert.All(labels.Columns, c => Assert.True(labels.EffectOf(c) == FeatureEffect.Matters));
    }

    public void Dispose() => _folder.Dispose();

    private void CopyIris()
    {
        foreach (var name in new[] { "project.json", "iris.csv" })
        {
            File.Copy(Path.Combine(Repository.Template("iris"), name), _folder[name]);
        }
    }

    private void Train() => Train(_folder.Path, "--out", _folder["run"]);

    private static void Train(string project, params string[] options) =>
        RunnerProcess.Run(["train", project, "--json", "--device", "cpu", "--threads", "1", .. options]).Finished();
}
