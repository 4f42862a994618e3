using Builder.Training.Sessions;

namespace Builder.Training.Tests.Loop;

public class StepScheduleTests
{
    [Theory]
    [InlineData(1, 1, "0 1 2 3 4 5 6", "0 1 2 3 4 5 6")]
    [InlineData(1, 3, "0 1 2 3 4 5 6", "2 5 6")]
    [InlineData(2, 1, "0 2 4 6", "0 2 4 6")]
    [InlineData(2, 2, "0 2 4 6", "2 6")]
    [InlineData(3, 2, "0 3 6", "3 6")]
    [InlineData(9, 4, "0", "0")]
    public void An_objective_works_on_its_batches_and_steps_after_its_groups(long every, long accumulate, string runs, string steps)
    {
        var cadence = new StepSchedule(every, accumulate, Samples: 65, BatchSize: 10, Batches: 7);
        var working = Enumerable.Range(0, 7).Where(batch => cadence.RunsOn(batch)).ToList();
        Assert.Equal(runs, string.Join(' ', working));
        var stepping = working.Where(batch => cadence.EndsStep(batch)).ToList();
        Assert.Equal(steps, string.Join(' ', stepping));
        Assert.Equal(stepping.Count, cadence.StepsPerEpoch);
        Assert.Equal(Enumerable.Range(0, stepping.Count), stepping.Select(batch => (int)cadence.StepOf(batch)));
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 2)]
    [InlineData(1, 1)]
    public void The_shares_of_the_batches_of_a_step_add_up_to_one(long every, long accumulate)
    {
        var cadence = new StepSchedule(every, accumulate, Samples: 65, BatchSize: 10, Batches: 7);
        var sums = Enumerable.Range(0, 7).Where(batch => cadence.RunsOn(batch)).GroupBy(batch => cadence.StepOf(batch), batch => cadence.Share(batch));
        Assert.All(sums, step => Assert.Equal(1, step.Sum(), 1e-12));
    }

    [Fact]
    public void Nothing_waits_before_an_epoch_after_it_and_between_steps_only()
    {
        var cadence = new StepSchedule(1, 3, Samples: 65, BatchSize: 10, Batches: 7);
        Assert.Equal([0, 3, 6, 7], Enumerable.Range(0, 8).Where(done => cadence.NothingWaits(done)));
    }
}
