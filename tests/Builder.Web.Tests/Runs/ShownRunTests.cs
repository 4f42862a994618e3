using Builder.Protocol;
using Builder.Storage.Runs;
using Builder.Web.Runs.Page;

namespace Builder.Web.Tests.Runs;

public sealed class ShownRunTests
{
    [Theory]
    [InlineData(RunState.Running)]
    [InlineData(RunState.Paused)]
    [InlineData(RunState.Stopping)]
    public void A_window_stays_with_a_run_that_is_under_way_when_another_is_queued(RunState state) =>
        Assert.Equal("run2", Shown(null, "run2", (3, RunState.Queued), (2, state), (1, RunState.Finished)));

    [Fact]
    public void When_it_is_over_the_next_one_is_shown_as_soon_as_that_has_begun()
    {
        Assert.Equal("run2", Shown(null, "run2", (3, RunState.Queued), (2, RunState.Finished)));
        Assert.Equal("run3", Shown(null, "run2", (3, RunState.Preparing), (2, RunState.Finished)));
    }

    [Fact]
    public void What_a_person_chose_is_shown_whatever_runs() =>
        Assert.Equal("run1", Shown("run1", "run2", (3, RunState.Queued), (2, RunState.Running), (1, RunState.Finished)));

    [Fact]
    public void A_window_that_has_just_been_opened_shows_what_runs_and_otherwise_the_newest()
    {
        Assert.Equal("run2", Shown(null, null, (3, RunState.Queued), (2, RunState.Running)));
        Assert.Equal("run3", Shown(null, null, (3, RunState.Queued), (2, RunState.Finished)));
        Assert.Null(Shown(null, null));
    }

    [Fact]
    public void A_run_that_was_deleted_gives_its_place_to_another() =>
        Assert.Equal("run3", Shown("run9", "run8", (3, RunState.Finished), (2, RunState.Finished)));

    private static string? Shown(string? chosen, string? followed, params (int Number, RunState State)[] runs) => ShownRun.Of(
        [.. runs.Select(r => new RunSummary
        {
            Id = $"run{r.Number}", ProjectId = "project1", Number = r.Number, Name = "", State = r.State, Revision = 1, AskedAt = DateTimeOffset.UnixEpoch,
        })], chosen, followed)?.Id;
}
