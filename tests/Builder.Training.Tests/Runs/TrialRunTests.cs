using Builder.Files;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Runner.Tests.Examples;
using Builder.Training.Runs;
using Builder.Training.Tests.Formats;

namespace Builder.Training.Tests.Runs;

public sealed class TrialRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_trial_comes_to_the_validation_scores_of_a_run_with_the_same_seed_and_writes_nothing()
    {
        var document = Write(TableProject.Csv);

        var trials = Try(document, document);

        var run = TrainingRun.Execute(new RunRequest
        {
            Document = document, ProjectFolder = _folder.Path, Folder = new RunFolder(Path.Combine(_folder.Path, "run")), Device = DeviceChoice.Cpu, Threads = 1,
        });
        Assert.Equal([0, 1], trials.Select(t => t.Number));
        Assert.All(trials, trial =>
        {
            Assert.Equal((12L, 8L, true), (trial.Epochs, trial.ValidationSamples, trial.IsWhole));
            Assert.Equal(run.Validation["accuracy"], trial.Validation["accuracy"], 1e-12);
            Assert.Equal(run.Validation["loss"], trial.Validation["loss"], 1e-12);
            Assert.Equal((2 * 8) + 8 + (8 * 2) + 2, trial.Parameters);
        });
    }

    [Fact]
    public void Nothing_is_left_in_the_project()
    {
        var document = Write(TableProject.Csv);
        var before = Directory.GetFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories).Order().ToArray();

        Try(document);

        Assert.Equal(before, Directory.GetFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories).Order());
    }

    [Fact]
    public void Test_rows_have_no_influence_on_what_a_trial_says()
    {
        string Rows(int shift) => "a,b,kind,part\n" + string.Concat(Enumerable.Range(0, 60).Select(i => (Part: i % 3 == 0 ? "test" : i % 3 == 1 ? "train" : "validation", Row: i))
            .Select(r => FormattableString.Invariant($"{(r.Row % 2) + (r.Row * 0.01) + (r.Part == "test" ? shift : 0)},{r.Row * 0.5},k{((r.Row % 2) + (r.Part == "test" ? shift : 0)) % 2},{r.Part}\n")));
        Split given = new GivenSplit { By = "part" };

        var one = Assert.Single(Try(WithSplit(Write(Rows(0)), given)));
        var other = Assert.Single(Try(WithSplit(Write(Rows(5)), given)));

        Assert.Equal(one.Validation, other.Validation);
        Assert.Equal(20, one.ValidationSamples);
    }

    [Fact]
    public void A_trial_whose_time_is_up_says_so_and_one_that_is_stopped_says_nothing()
    {
        var document = Write(TableProject.Csv, epochs: 100_000);
        var cut = new List<TrialResult>();
        TrialRun.Execute(Request([document], cut) with { Longest = TimeSpan.FromMilliseconds(300) });
        Assert.False(Assert.Single(cut).IsWhole);
        Assert.InRange(cut[0].Epochs, 0, 99_999);

        var told = new List<TrialResult>();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        Assert.ThrowsAny<OperationCanceledException>(() => TrialRun.Execute(Request([document], told) with { Stop = stop.Token }));
        Assert.Empty(told);
    }

    public void Dispose() => _folder.Dispose();

    private static ProjectDocument WithSplit(ProjectDocument document, Split split) => document with { Data = document.Data.SetItem("table", document.Data["table"] with { Split = split }) };

    private ProjectDocument Write(string csv, int epochs = 12)
    {
        var project = TableProject.Bare
            .Block("hidden", "Linear", """{ "out_features": 8 }""").Block("relu", "ReLU").Block("out", "Linear", """{ "out_features": 2 }""")
            .Chain("input", "hidden", "relu", "out").Classifies("out", "kind").Trainer($$"""{ "epochs": {{epochs}}, "batch_size": 8 }""");
        TableProject.Write(_folder.Path, project.Json, csv);
        return ProjectJson.Read(File.ReadAllBytes(Path.Combine(_folder.Path, "project.json")));
    }

    private List<TrialResult> Try(params ProjectDocument[] documents)
    {
        var results = new List<TrialResult>();
        TrialRun.Execute(Request(documents, results));
        return results;
    }

    private TrialRequest Request(ProjectDocument[] documents, List<TrialResult> results) =>
        new() { Documents = documents, ProjectFolder = _folder.Path, Threads = 1, Observer = results.Add };
}
