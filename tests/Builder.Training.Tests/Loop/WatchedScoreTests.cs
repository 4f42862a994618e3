using Builder.Files;
using Builder.Graph.Json;
using Builder.Graph.Metrics;
using Builder.Runner.Tests.Examples;
using Builder.Training.Loop;
using Builder.Training.Runs;
using Builder.Training.Tests.Formats;

namespace Builder.Training.Tests.Loop;

/// <summary>Every score that a training has, watched: the epoch that is kept must be the one where it was best.</summary>
public sealed class WatchedScoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<TrainingEvent> _events = [];

    public static TheoryData<string> OfClasses => [.. MetricCatalog.Of(TaskKind.BinaryClassification).Select(m => m.Id), "loss"];

    public static TheoryData<string> OfQuantities => [.. MetricCatalog.Of(TaskKind.Regression).Select(m => m.Id), "loss"];

    [Theory]
    [MemberData(nameof(OfClasses))]
    public void Of_classes_the_epoch_with_the_best_score_is_kept(string score) => AssertBestIsKept(Classes, score, score);

    [Theory]
    [MemberData(nameof(OfQuantities))]
    public void Of_quantities_the_epoch_with_the_best_score_is_kept(string score) => AssertBestIsKept(Quantity, score, score);

    [Theory]
    [InlineData("rocAuc")]
    [InlineData("prAuc")]
    [InlineData("bestF1")]
    public void Of_anomalies_the_epoch_with_the_best_score_is_kept(string score) => AssertBestIsKept(Anomaly, score, score);

    [Theory]
    [InlineData("b.r2")]
    [InlineData("b.mae")]
    [InlineData("loss.second")]
    public void A_further_prediction_is_watched_by_its_name(string score) => AssertBestIsKept(Two, score, score);

    [Fact]
    public void With_two_losses_the_plain_name_is_the_first_one_on_validation_samples() => AssertBestIsKept(Two, "loss", "loss.optimizer");

    [Theory]
    [InlineData("accuracy")]
    [InlineData("f1")]
    [InlineData("bestF1")]
    [InlineData("b.mae")]
    [InlineData("nonsense")]
    public void A_score_that_the_training_does_not_have_is_refused_instead_of_being_replaced(string score)
    {
        var refused = Assert.Throws<TrainingException>(() => Train(Quantity(score)));

        Assert.Equal("UnknownScore", refused.Code);
        Assert.Contains(score, refused.Words.En, StringComparison.Ordinal);
        Assert.Contains("mae", refused.Words.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_score_without_validation_samples_is_refused_and_the_loss_is_that_of_training()
    {
        static string Without(ProjectFile project) => project.Json.Replace("\"validation\":0.2", "\"validation\":0", StringComparison.Ordinal);

        Assert.Equal("ScoreNeedsValidation", Assert.Throws<TrainingException>(() => Train(Classes("accuracy"), Without)).Code);
        var result = Train(Classes("loss"), Without);
        Assert.Equal(_events.OfType<EpochDone>().MinBy(e => e.Train["loss"])!.Epoch, result.BestEpoch);
    }

    [Fact]
    public void A_score_that_cannot_be_computed_is_refused_in_words()
    {
        // The last rows, which are for validation and the test, are all of one kind.
        var csv = "a,b,kind\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"{i % 7},{i % 5},{(i < 20 && i % 2 == 0 ? "odd" : "even")}\n"));
        var refused = Assert.Throws<TrainingException>(() => Train(
            Classes("rocAuc"), project => project.Json.Replace("\"kind\":\"random\"", "\"kind\":\"time\"", StringComparison.Ordinal).Replace(",\"seed\":1}", "}", StringComparison.Ordinal), csv));

        Assert.Equal("ScoreNotTold", refused.Code);
        Assert.Contains("ROC AUC", refused.Reason.Words.En, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private void AssertBestIsKept(Func<string, ProjectFile> project, string monitor, string reported)
    {
        var result = Train(project(monitor));
        var epochs = _events.OfType<EpochDone>().ToList();
        var values = epochs.ConvertAll(e => e.Validation[reported]);
        var isLarger = MetricCatalog.Named(reported).Direction == MetricDirection.Larger;

        // The noise of the labels lets every score get worse again, so that keeping the worst, the last or the first shows.
        Assert.True(values.Distinct().Count() > 2, $"{reported} says nothing: {string.Join(' ', values)}");
        Assert.Equal(isLarger ? values.Max() : values.Min(), values[(int)result.BestEpoch - 1]);
        Assert.Equal(values[(int)result.BestEpoch - 1], result.Validation[reported], 1e-9);
        Assert.True(File.Exists(Path.Combine(_folder.Path, "run", "best.safetensors")));
    }

    private static string Plan(string monitor) => $$"""{ "epochs": 25, "batch_size": 4, "monitor": "{{monitor}}", "seed": 3 }""";

    private static ProjectFile Classes(string monitor) => Network(TableProject.Bare, 2)
        .Classifies("out", "kind", "SGD", """{ "lr": 0.3, "momentum": 0.9 }""").Trainer(Plan(monitor));

    private static ProjectFile Quantity(string monitor) => Network(TableProject.Bare, 1)
        .Block("target", "Target", """{ "columns": ["b"] }""").Block("loss", "MSELoss").Block("optimizer", "SGD", """{ "lr": 0.1, "momentum": 0.9 }""")
        .Link("out.output", "loss.input").Link("target.output", "loss.target").Link("loss.output", "optimizer.loss").Trainer(Plan(monitor));

    private static ProjectFile Two(string monitor) => Network(TableProject.Bare, 2)
        .Block("numbers", "Target", """{ "columns": ["b"] }""").Block("plain", "Linear", """{ "out_features": 1 }""").Chain("input", "plain")
        .Block("z_error", "MSELoss").Link("plain.output", "z_error.input").Link("numbers.output", "z_error.target")
        .Block("second", "SGD", """{ "lr": 0.1, "momentum": 0.9 }""").Link("z_error.output", "second.loss")
        .Classifies("out", "kind", "SGD", """{ "lr": 0.3, "momentum": 0.9 }""").Trainer(Plan(monitor));

    private static ProjectFile Anomaly(string monitor) => Network(TableProject.Bare, 2)
        .Block("loss", "MSELoss").Link("out.output", "loss.input").Link("input.output", "loss.target")
        .Block("optimizer", "SGD", """{ "lr": 0.05, "momentum": 0.9 }""").Link("loss.output", "optimizer.loss")
        .Block("off", "Subtract").Link("out.output", "off.input").Link("input.output", "off.other").Block("square", "Square")
        .Block("mean", "Mean", """{ "dim": [1] }""").Chain("off", "square", "mean").Block("label", "Target", """{ "columns": ["kind"], "as": "number" }""")
        .Block("scores", "AnomalyMetrics").Link("mean.output", "scores.score").Link("label.output", "scores.label").Trainer(Plan(monitor));

    private static ProjectFile Network(ProjectFile project, int outputs) => project
        .Block("hidden", "Linear", """{ "out_features": 8 }""").Block("tanh", "Tanh").Block("out", "Linear", $$"""{ "out_features": {{outputs}} }""")
        .Chain("input", "hidden", "tanh", "out");

    // A column that is predicted is not read.
    private static string Json(ProjectFile project) =>
        project.Json.Contains("""["b"]""", StringComparison.Ordinal) ? TableProject.OfOneColumn(project) : project.Json;

    private RunResult Train(ProjectFile project, Func<ProjectFile, string>? written = null, string? csv = null)
    {
        // Kinds and numbers that follow from nothing.
        var random = new Random(4);
        TableProject.Write(_folder.Path, written?.Invoke(project) ?? Json(project), csv ?? "a,b,kind\n" + string.Concat(Enumerable.Range(0, 60)
            .Select(i => FormattableString.Invariant($"{i % 7},{1 + random.Next(9)},{(random.Next(2) == 0 ? "odd" : "even")}\n"))));
        _events.Clear();
        return TrainingRun.Execute(new RunRequest
        {
            Document = ProjectJson.Read(File.ReadAllBytes(Path.Combine(_folder.Path, "project.json"))),
            ProjectFolder = _folder.Path,
            Folder = new RunFolder(Path.Combine(_folder.Path, "run")),
            Device = DeviceChoice.Cpu,
            Threads = 1,
            Observer = _events.Add,
        });
    }
}
