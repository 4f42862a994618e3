using Builder.Protocol;
using Builder.Runner.Tests.Examples;
using Builder.Training.Evaluation;
using Builder.Training.Loop;

namespace Builder.Training.Tests.Loop;

public sealed class StoppedValidationTests
{
    // So much to validate with, one sample after the other, that whoever looks on is in time to stop it.
    private static readonly string Rows = "a,b,kind\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i % 7},{i % 5},{(i % 2 == 0 ? "odd" : "even")}\n"));

    private readonly List<TrainingEvent> _events = [];

    [Fact]
    public async Task Whoever_stops_while_an_epoch_is_validated_need_not_wait_and_can_go_on_as_if_nothing_had_happened()
    {
        using var undisturbed = LoopRun.OfTable(Project(evaluationBatch: 20_000), Rows);
        Assert.Equal(RunEnd.Completed, Loop(undisturbed, new(), new()).Run(CancellationToken.None));
        var expected = _events.OfType<EpochDone>().Last();
        _events.Clear();

        using var run = LoopRun.OfTable(Project(evaluationBatch: 1), Rows);
        using var stop = new CancellationTokenSource();
        var kept = new Kept();
        var loop = Loop(run, new(), kept);
        var stopping = Task.Run(() =>
        {
            SpinWait.SpinUntil(() => loop.State.Batch == run.Session.StepsPerEpoch);
            stop.Cancel();
        }, TestContext.Current.CancellationToken);

        Assert.Equal(RunEnd.Stopped, loop.Run(stop.Token));
        await stopping;
        Assert.Empty(_events.OfType<EpochDone>());
        Assert.Equal((0, run.Session.StepsPerEpoch), (kept.State.Epoch, kept.State.Batch));

        Assert.Equal(RunEnd.Completed, Loop(run, kept.State, kept).Run(CancellationToken.None));
        Assert.Equal(undisturbed.Weights, run.Weights);
        var last = _events.OfType<EpochDone>().Last();
        Assert.Equal(expected.Train, last.Train);
        Assert.Equal(expected.Validation["accuracy"], last.Validation["accuracy"]);
    }

    private static ProjectFile Project(int evaluationBatch) => TableProject.Bare
        .Block("out", "Linear", """{ "out_features": 2 }""").Chain("input", "out").Classifies("out", "kind")
        .Trainer($$"""{ "epochs": 2, "batch_size": 2000, "eval_batch_size": {{evaluationBatch}}, "seed": 3 }""");

    private TrainingLoop Loop(LoopRun run, TrainingState state, Kept kept) => new(run.Session, new Evaluator(run.Session), state, kept, _events.Add);

    private sealed class Kept : ICheckpointManager
    {
        public TrainingState State { get; private set; } = new();

        public void Save(TrainingState state) => State = state;

        public void SaveBest(TrainingState state)
        {
        }
    }
}
