using Builder.Files;
using Builder.Graph.Json;
using Builder.Protocol;
using Builder.Runner.Tests.Examples;
using Builder.Training.Loop;
using Builder.Training.Runs;
using Builder.Training.Sessions;
using Builder.Training.Tests.Formats;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Loop;

/// <summary>Trainings that run away, although every number stays one.</summary>
public sealed class DivergenceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<TrainingEvent> _events = [];

    [Fact]
    public void A_loss_that_grows_without_bounds_ends_the_run_and_names_the_learning_rate()
    {
        var ended = Assert.Throws<TrainingException>(() => Train("SGD", """{ "lr": 1000 }"""));

        Assert.Equal("LossExploded", ended.Code);
        Assert.Matches(@"after epoch \d+: the loss of “.+” \(optimizer\) grows instead of shrinking, from [\d.]+ at the start to [\d.]+e\d+\.", ended.Reason.Words.En);
        Assert.Contains("1000", ended.Reason.Words.En, StringComparison.Ordinal);
        Assert.Contains("学习率 1000 太大", ended.Reason.Words.Zh, StringComparison.Ordinal);
        Assert.All(_events.OfType<EpochDone>(), e => Assert.True(double.IsFinite(e.Train["loss"])));
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.3)]
    [InlineData(30)]
    public void A_rate_at_which_the_loss_stays_within_bounds_goes_on_to_the_end(double rate) =>
        Assert.Equal(RunEnd.Completed, Train("Adam", FormattableString.Invariant($$"""{ "lr": {{rate}} }""")).End);

    [Theory]
    [InlineData(0.5, new[] { 2e6, 3e6 }, true)]
    [InlineData(2, new[] { 2.1e6 }, true)]
    [InlineData(2, new[] { 1.9e6 }, false)]
    [InlineData(-3, new[] { 4e6 }, true)]
    [InlineData(1e7, new[] { 2e7, 1e8 }, false)]
    [InlineData(1, new[] { 1e9, 0.4 }, false)]
    [InlineData(1, new[] { 0.5, 1.5e6 }, false)]
    public void Only_what_is_out_of_all_proportion_over_the_whole_epoch_and_at_its_end_is_an_explosion(double first, double[] epoch, bool exploded)
    {
        using var meter = new RunningMean();
        meter.Add(tensor([(float)first], [1]), 1);
        meter.Reset();
        foreach (var loss in epoch)
        {
            meter.Add(tensor([(float)loss], [1]), 1);
        }

        Assert.Equal(exploded, Divergence.HasExploded(meter));
    }

    public void Dispose() => _folder.Dispose();

    private RunResult Train(string optimizer, string options)
    {
        TableProject.Write(_folder.Path, TableProject.Bare
            .Block("hidden", "Linear", """{ "out_features": 16 }""").Block("relu", "ReLU").Block("out", "Linear", """{ "out_features": 2 }""")
            .Chain("input", "hidden", "relu", "out").Classifies("out", "kind", optimizer, options).Trainer("""{ "epochs": 30, "batch_size": 8 }""").Json);
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
