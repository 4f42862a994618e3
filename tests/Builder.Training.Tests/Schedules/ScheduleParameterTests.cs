using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Training.Schedules;

namespace Builder.Training.Tests.Schedules;

/// <summary>Parameters of schedules that have no counterpart in PyTorch's closed forms, or change their direction.</summary>
public class ScheduleParameterTests
{
    public static TheoryData<string> Kinds => [.. BlockCatalog.Kinds.Where(k => k.Role == Role.Schedule).Select(k => k.Id)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_schedule_of_the_catalog_runs_with_its_defaults_and_never_goes_below_zero(string kind)
    {
        var schedule = Create(kind);
        for (var step = 0; step < 200; step++)
        {
            Assert.InRange(schedule.Rate(0.1, new Progress(step, 10, 20)), 0, 0.1 + 1e-12);
        }
    }

    [Theory]
    [InlineData("cosine", 0.06)]
    [InlineData("linear", 0.06)]
    [InlineData("none", 0.1)]
    public void A_warm_up_rises_to_the_full_rate_and_then_falls_to_the_lowest(string decay, double halfway)
    {
        var schedule = Create("LinearWarmup", ("total_iters", 20), ("start_factor", 0.5), ("decay", decay), ("eta_min", 0.02));
        Assert.Equal(0.05, schedule.Rate(0.1, new Progress(0, 10, 10)), 1e-12);
        Assert.Equal(0.075, schedule.Rate(0.1, new Progress(10, 10, 10)), 1e-12);
        Assert.Equal(0.1, schedule.Rate(0.1, new Progress(20, 10, 10)), 1e-12);
        Assert.Equal(halfway, schedule.Rate(0.1, new Progress(60, 10, 10)), 1e-12);
        Assert.Equal(decay == "none" ? 0.1 : 0.02, schedule.Rate(0.1, new Progress(100, 10, 10)), 1e-12);
    }

    [Fact]
    public void One_cycle_peaks_at_the_rate_of_the_optimizer_unless_told_otherwise()
    {
        Assert.Equal(0.1, Highest(Create("OneCycleLR")), 1e-12);
        Assert.Equal(0.3, Highest(Create("OneCycleLR", ("max_lr", 0.3), ("anneal_strategy", "linear"))), 1e-12);
    }

    [Theory]
    [InlineData("min", -1)]
    [InlineData("max", 1)]
    public void A_plateau_is_seen_in_the_direction_that_is_better(string mode, int better)
    {
        foreach (var threshold in new[] { "rel", "abs" })
        {
            var schedule = Create("ReduceLROnPlateau", ("mode", mode), ("patience", 1), ("threshold_mode", threshold));
            Watch(schedule, 10, 10 + better, 10 + (2 * better), 10 + (3 * better));
            Assert.Equal(0.1, schedule.Rate(0.1, new Progress(0, 1, 9)), 1e-12);
            Watch(schedule, 10, 10);
            Assert.Equal(0.01, schedule.Rate(0.1, new Progress(0, 1, 9)), 1e-12);
        }
    }

    private static void Watch(Schedule schedule, params double[] scores) => Array.ForEach(scores, score => schedule.Observe(score, 0.1));

    private static double Highest(Schedule schedule) => Enumerable.Range(0, 100).Max(step => schedule.Rate(0.1, new Progress(step, 10, 10)));

    private static Schedule Create(string kind, params (string Name, ParameterValue Value)[] parameters)
    {
        var values = Block.NoParameters.AddRange(parameters.Select(p => KeyValuePair.Create(p.Name, p.Value)));
        return ScheduleFactory.Create(new BlockInstance(new Block { Id = "schedule", Kind = kind, Parameters = values }, BlockCatalog.Get(kind), []));
    }
}
