using System.Text.Json;
using Builder.Training.Schedules;
using Builder.Training.Tests.Oracles;

namespace Builder.Training.Tests.Schedules;

public class ScheduleTrajectoryTests
{
    private const string Watching = "ReduceLROnPlateau";
    private static readonly JsonElement s_stored = OracleFile.Read("schedules.json");
    private static readonly double s_rate = s_stored.GetProperty("lr").GetDouble();

    public static TheoryData<int, string> Planned => OracleFile.Cases("schedules.json", kind => kind != Watching);

    public static TheoryData<int, string> Watched => OracleFile.Cases("schedules.json", kind => kind == Watching);

    [Theory]
    [MemberData(nameof(Planned))]
    public void Fifty_learning_rates_and_momenta_are_PyTorchs(int number, string about)
    {
        var schedule = ScheduleFactory.Create(Case(number).Instance());
        var (perEpoch, epochs) = (s_stored.GetProperty("stepsPerEpoch").GetInt64(), s_stored.GetProperty("epochs").GetInt64());
        Progress At(int step) => new(step, perEpoch, epochs);
        var rates = Case(number).Doubles("rates");
        Trajectory.AssertAgrees(rates, [.. rates.Select((_, step) => schedule.Rate(s_rate, At(step)))], each: true, about);

        var (momenta, own) = (Case(number).Doubles("momenta"), s_stored.GetProperty("momentum").GetDouble());
        Trajectory.AssertAgrees(
            momenta, [.. momenta.Select((_, step) => schedule.ChangesMomentum ? schedule.Momentum(At(step)) : own)], each: true, about);
    }

    [Theory]
    [MemberData(nameof(Watched))]
    public void Fifty_learning_rates_that_follow_a_score_are_PyTorchs(int number, string about)
    {
        var schedule = ScheduleFactory.Create(Case(number).Instance());
        var rates = s_stored.Doubles("watched").Select(score => Observed(schedule, score)).ToArray();
        Trajectory.AssertAgrees(Case(number).Doubles("rates"), rates, each: true, about);
    }

    [Theory]
    [MemberData(nameof(Watched))]
    public void A_schedule_that_follows_a_score_goes_on_from_its_memory(int number, string about)
    {
        var (rates, memory) = (new List<double>(), (IReadOnlyDictionary<string, double>?)null);
        foreach (var score in s_stored.Doubles("watched"))
        {
            var schedule = ScheduleFactory.Create(Case(number).Instance());
            schedule.Memory = memory ?? schedule.Memory;
            rates.Add(Observed(schedule, score));
            memory = schedule.Memory;
        }

        Trajectory.AssertAgrees(Case(number).Doubles("rates"), [.. rates], each: true, about);
    }

    [Fact]
    public void Every_schedule_of_the_catalog_is_among_the_stored_ones() => Assert.Equal(
        ScheduleFactory.Kinds.Order(StringComparer.Ordinal),
        s_stored.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("kind").GetString()!).Distinct().Order(StringComparer.Ordinal));

    private static JsonElement Case(int number) => s_stored.GetProperty("cases")[number];

    /// <summary>The rate of an epoch, at whose end the schedule is told the score.</summary>
    private static double Observed(Schedule schedule, double score)
    {
        var rate = schedule.Rate(s_rate, new(0, 1, 1));
        schedule.Observe(score, s_rate);
        return rate;
    }
}
