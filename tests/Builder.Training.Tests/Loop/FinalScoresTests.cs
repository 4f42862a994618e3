using Builder.Files;
using Builder.Graph.Json;
using Builder.Protocol;
using Builder.Runner.Tests.Examples;
using Builder.Training.Bundles;
using Builder.Training.Loop;
using Builder.Training.Runs;
using Builder.Training.Tests.Formats;

namespace Builder.Training.Tests.Loop;

public sealed class FinalScoresTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<TrainingEvent> _events = [];
    private int _rows = 60;
    private double _heldBack = 0.2;

    private string Bundle => Path.Combine(_folder.Path, "run", "bundle");

    [Fact]
    public void The_model_is_saved_before_it_is_scored_and_how_far_the_scoring_is_is_told()
    {
        var wasThere = new List<bool>();
        var result = Train(request => request with { Observer = happened => Note(happened, () => wasThere.Add(File.Exists(Path.Combine(Bundle, "bundle.json")))) });
        Assert.NotEmpty(wasThere);
        Assert.All(wasThere, Assert.True);
        var first = _events.OfType<ModelScored>().First();
        Assert.Equal((0, _events.OfType<RunStarted>().Single().Samples), (first.Done, new SampleCounts(first.Samples - 24, 12, 12)));
        Assert.Contains("accuracy", result.Test.Keys);
        Assert.Contains("accuracy", File.ReadAllText(Path.Combine(Bundle, "bundle.json")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4_000, 0.2, 2_048)]
    [InlineData(2_000, 0.2, 1_200)]
    [InlineData(4_000, 0, 4_000)]
    public void Of_a_large_training_part_a_sample_is_scored_unless_nothing_is_held_back(int rows, double heldBack, int expected)
    {
        _rows = rows;
        _heldBack = heldBack;
        Train(request => request with { Observer = happened => Note(happened, () => { }) });
        var samples = _events.OfType<RunStarted>().Single().Samples;
        Assert.Equal(expected + samples.Validation + samples.Test, _events.OfType<ModelScored>().First().Samples);
    }

    [Fact]
    public void Whoever_stops_while_the_model_is_scored_gets_what_is_scored_by_then_and_is_told()
    {
        using var stop = new CancellationTokenSource();
        var tested = 0;
        var result = Train(request => request with
        {
            Stop = stop.Token, PatienceAfterStop = TimeSpan.Zero, AtEnd = model => tested = model.Tested.Length,
            Observer = happened => Note(happened, stop.Cancel),
        });
        Assert.Equal(RunEnd.Completed, result.End);
        Assert.Equal(2, tested);
        Assert.Contains("accuracy", result.Test.Keys);
        var remark = Assert.Single(_events.OfType<Remark>(), r => r.Message.Words.En.Contains("test samples", StringComparison.Ordinal));
        Assert.Contains("first 2 of 12", remark.Message.Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_leaves_while_the_model_is_scored_waits_no_longer_and_the_model_can_be_opened()
    {
        using var leave = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => Train(request => request with { Leave = leave.Token, Observer = happened => Note(happened, leave.Cancel) }));
        Assert.NotEmpty(ModelBundle.Open(Bundle).Document.Blocks);
    }

    public void Dispose() => _folder.Dispose();

    private void Note(TrainingEvent happened, Action scored)
    {
        _events.Add(happened);
        if (happened is ModelScored)
        {
            scored();
        }
    }

    private RunResult Train(Func<RunRequest, RunRequest> change)
    {
        var rows = Enumerable.Range(0, _rows).Select(i => $"{i % 7},{i % 5},{(i % 2 == 0 ? "odd" : "even")}\n");
        var project = TableProject.Bare.Block("out", "Linear", """{ "out_features": 2 }""").Chain("input", "out")
            .Classifies("out", "kind", "SGD", """{ "lr": 0.3 }""").Trainer("""{ "epochs": 2, "batch_size": 2, "eval_batch_size": 2, "seed": 2 }""");
        var split = FormattableString.Invariant($"\"validation\":{_heldBack},\"test\":{_heldBack}");
        TableProject.Write(_folder.Path, project.Json.Replace("\"validation\":0.2,\"test\":0.2", split, StringComparison.Ordinal), "a,b,kind\n" + string.Concat(rows));
        return TrainingRun.Execute(change(new RunRequest
        {
            Document = ProjectJson.Read(File.ReadAllBytes(Path.Combine(_folder.Path, "project.json"))),
            ProjectFolder = _folder.Path,
            Folder = new RunFolder(Path.Combine(_folder.Path, "run")),
            Device = DeviceChoice.Cpu,
            Threads = 1,
        }));
    }
}
