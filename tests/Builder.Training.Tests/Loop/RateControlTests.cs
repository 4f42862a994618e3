using Builder.Protocol;
using Builder.Runner.Tests.Examples;
using Builder.Training.Evaluation;
using Builder.Training.Loop;

namespace Builder.Training.Tests.Loop;

public sealed class RateControlTests
{
    [Fact]
    public void A_factor_scales_what_the_schedule_gives_from_its_batch_on_and_the_schedule_goes_on_as_planned()
    {
        var planned = Rates(new([], _ => { }));
        var changed = Rates(new([new(2, 0, 0.5), new(4, 1, 2)], _ => { }));

        Assert.Equal([planned[0], planned[1] * 0.5, planned[2] * 0.5, planned[3] * 2, planned[4] * 2], changed);
        Assert.Equal(5, planned.Distinct().Count());
    }

    [Fact]
    public void A_wish_is_made_before_the_next_batch_and_kept()
    {
        IReadOnlyList<RateChange> kept = [];
        var control = new RateControl([], changes => kept = changes);
        Assert.Null(control.Before(1, 0));
        control.Set(0.1);
        control.Set(0.2);

        Assert.Equal(new(1, 1, 0.2), control.Before(1, 1));
        Assert.Null(control.Before(1, 2));
        Assert.Equal([new(1, 1, 0.2)], kept);
        Assert.Equal(0.2, control.Factor);
    }

    [Fact]
    public void A_wish_that_changes_nothing_is_not_kept()
    {
        var control = new RateControl([], _ => Assert.Fail("Nothing has changed."));
        control.Set(1);

        Assert.Null(control.Before(1, 0));
    }

    [Fact]
    public void A_run_that_goes_on_has_the_factor_of_that_time_and_makes_later_changes_again()
    {
        var control = new RateControl([new(1, 3, 0.5), new(3, 0, 0.1)], _ => { });
        control.GoOn(3, 0);
        Assert.Equal(0.5, control.Factor);

        Assert.Equal(new(3, 0, 0.1), control.Before(3, 0));
        Assert.Equal(0.1, control.Factor);
    }

    [Fact]
    public void What_a_person_wants_now_counts_more_than_what_was_wanted_later_before_the_run_was_broken_off()
    {
        IReadOnlyList<RateChange> kept = [];
        var control = new RateControl([new(1, 3, 0.5), new(3, 0, 0.1)], changes => kept = changes);
        control.GoOn(2, 0);
        control.Set(4);
        control.Before(2, 0);

        Assert.Null(control.Before(3, 0));
        Assert.Equal([new(1, 3, 0.5), new(2, 0, 4)], kept);
    }

    private static double[] Rates(RateControl control)
    {
        List<TrainingEvent> events = [];
        using var run = LoopRun.OfTable(TableProject.Bare
            .Block("out", "Linear", """{ "out_features": 2 }""").Chain("input", "out").Classifies("out", "kind")
            .Block("falling", "ExponentialLR", """{ "gamma": 0.5 }""").Link("falling.schedule", "optimizer.schedule")
            .Trainer("""{ "epochs": 5, "batch_size": 8 }"""));
        Assert.Equal(RunEnd.Completed, new TrainingLoop(run.Session, new Evaluator(run.Session), new(), new Nowhere(), events.Add) { Rates = control }.Run(CancellationToken.None));
        return [.. events.OfType<EpochDone>().Select(e => e.LearningRates["optimizer"])];
    }

    private sealed class Nowhere : ICheckpointManager
    {
        public void Save(TrainingState state)
        {
        }

        public void SaveBest(TrainingState state)
        {
        }
    }
}
