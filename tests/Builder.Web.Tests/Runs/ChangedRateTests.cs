using Builder.Graph.Documents;
using Builder.Protocol;
using Builder.Storage.Projects;
using Builder.Storage.Runs;
using Builder.Web.Runs.Feed;
using Builder.Web.Runs.Page;
using Builder.Web.Runs.Supervision;
using Builder.Web.Tests.Sessions;
using Bunit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Builder.Web.Tests.Runs;

/// <summary>The learning rate of a run that is under way: it is told, can be changed, and what was changed is kept with the run.</summary>
public sealed class ChangedRateTests : RunPageContext
{
    private RunFeed Feed => Services.GetRequiredService<RunFeed>();

    [Fact]
    public async Task A_rate_that_is_changed_while_a_run_trains_is_told_once_and_made_again_by_a_repetition()
    {
        await using var server = await RunsServer.StartAsync();
        var project = await server.NewProjectAsync();
        var run = await server.TrainAsync(project, 1_000_000);
        await server.UntilEpochAsync(run.Id, 1);
        server.Supervisor.ScaleRate(run.Id, 0.1);
        var ring = (await server.Feed.OpenAsync(run.Id))!;
        for (var seen = 0L; ring.Since(0)!.Rates?.Factor != 0.1; seen = ring.Since(0)!.Sequence)
        {
            await ring.ChangedSinceAsync(seen, Xunit.TestContext.Current.CancellationToken);
        }

        server.Supervisor.Stop(run.Id);
        await server.UntilOverAsync(run.Id);
        var again = await server.Supervisor.StartAsync(new(project, TrainerEdits.With(ReadyProject.Read("iris"), "epochs", 1), 1, Devices.Cpu, RatesOf: run.Id));
        await server.UntilOverAsync(again.Id);

        Assert.Single(ring.Since(0)!.Remarks!, r => r.Message.Words.En.StartsWith("The learning rate was changed by hand in epoch ", StringComparison.Ordinal));
        Assert.Equal(await Kept(server, project, run), await Kept(server, project, again));
    }

    [Fact]
    public void Changes_that_a_run_makes_again_after_it_was_broken_off_are_told_once()
    {
        var ring = new RunEventBuffer("run1", TimeProvider.System);
        ring.Add(Started(10));
        ring.Add(Changed(3, 0.5));
        ring.Add(Started(10) with { ResumedAt = 2 });
        ring.Add(Changed(3, 0.5));
        ring.Add(Changed(4, 1));

        Assert.Collection(
            ring.Since(0)!.Remarks!,
            first => Assert.Contains("in epoch 3", first.Message.Words.En, StringComparison.Ordinal),
            second => Assert.Contains("in epoch 4", second.Message.Words.En, StringComparison.Ordinal));
        Assert.Equal(1, ring.Since(0)!.Rates!.Factor);
    }

    [Fact]
    public void The_curves_are_told_where_it_was_changed_and_what_is_changed_anew_takes_the_place_of_what_came_later()
    {
        var ring = new RunEventBuffer("run1", TimeProvider.System);
        ring.Add(Started(10));
        Assert.Null(ring.Since(0)!.RateChanges);
        ring.Add(new RunEvent.RatesChanged(3, 2, 0.1, Of("adam", 0.01), Of("adam", 0.001)));
        ring.Add(Changed(6, 1));
        var seen = ring.Since(0)!.Sequence;
        Assert.Equal([new RatePoint(2.5, "0.01", "0.001"), new RatePoint(5, "0.01", "0.01")], ring.Since(0)!.RateChanges!);

        ring.Add(Started(10) with { ResumedAt = 3 });
        ring.Add(new RunEvent.RatesChanged(3, 2, 0.1, Of("adam", 0.01), Of("adam", 0.001)));
        ring.Add(new RunEvent.RatesChanged(4, 0, 0.5, Of("adam", 0.001), Of("adam", 0.005)));
        Assert.Equal([new RatePoint(2.5, "0.01", "0.001"), new RatePoint(3, "0.001", "0.005")], ring.Since(seen)!.RateChanges!);
    }

    [Fact]
    public async Task A_page_that_turns_to_another_run_hears_no_more_of_the_one_before()
    {
        var (first, one) = await RunningAsync();
        var (second, two) = await RunningAsync();
        var told = new List<string>();
        var news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var follower = new RunFollower(TimeProvider.System, NullLogger.Instance, update =>
        {
            lock (told)
            {
                told.Add(update.RunId);
                if (told.Count == 3)
                {
                    news.TrySetResult();
                }
            }

            return Task.CompletedTask;
        });
        await follower.TurnToAsync(Feed, first.Id);
        await follower.TurnToAsync(Feed, second.Id);
        await follower.TurnToAsync(Feed, second.Id);
        one.Add(Started(60));
        two.Add(Started(60));
        await news.Task.WaitAsync(Patience, Xunit.TestContext.Current.CancellationToken);
        Assert.Equal([first.Id, second.Id, second.Id], told);

        follower.Dispose();
        await follower.TurnToAsync(Feed, first.Id);
        Assert.Null(follower.RunId);
    }

    [Fact]
    public async Task The_slider_shows_the_rate_and_what_is_asked_for_until_the_run_has_taken_it_up()
    {
        var (run, ring) = await RunningAsync();
        ring.Add(Started(10));
        ring.Add(new RunEvent.Progress(1, 1, 4, Of("loss", 0.5), 12, Of("adam", 0.01)));
        var shown = Render<LiveRate>(p => p.Add(r => r.RunId, run.Id));
        Assert.Equal("0.01", shown.Find("[data-testid=live-rate-value]").TextContent);
        Assert.Empty(shown.FindAll("[data-testid=live-rate-reset]"));

        // Waited for: while news of the run are being drawn, what is pressed comes after them.
        await shown.Find("input").ChangeAsync("-20");
        Assert.Equal("0.001", shown.Find("[data-testid=live-rate-value]").TextContent);
        Assert.Contains("0.1 × the plan", shown.Markup, StringComparison.Ordinal);

        ring.Add(new RunEvent.RatesChanged(1, 2, 0.1, Of("adam", 0.01), Of("adam", 0.001)));
        ring.Add(new RunEvent.Progress(1, 3, 4, Of("loss", 0.4), 11, Of("adam", 0.0005)));
        shown.WaitForState(() => shown.Find("[data-testid=live-rate-value]").TextContent == "0.0005", Patience);
        await shown.Find("[data-testid=live-rate-reset]").ClickAsync();
        Assert.Equal("0.005", shown.Find("[data-testid=live-rate-value]").TextContent);
    }

    [Fact]
    public async Task The_strip_follows_the_run_of_its_project_and_says_how_it_ended()
    {
        var (run, ring) = await RunningAsync();
        var strip = Render<RunStrip>(p => p.Add(s => s.ProjectId, run.ProjectId));
        ring.Add(Started(60));
        ring.Add(new RunEvent.Progress(7, 1, 4, Of("loss", 0.4123), 12, Of("adam", 0.01)));
        // Each part is drawn when its own news come.
        strip.WaitForElement("[data-testid=live-rate]", Patience);
        strip.WaitForAssertion(() => Assert.Equal("Epoch 7 of 60 · 12 s left", strip.Find("[data-testid=run-strip-place]").TextContent), Patience);
        strip.WaitForAssertion(() => Assert.Equal("0.412", strip.Find("[data-testid=run-strip-loss]").TextContent), Patience);
        Assert.NotEmpty(strip.FindAll("[data-testid=run-strip-stop]"));

        await TellAsync(run.Id, new() { State = RunState.Finished, Reason = Builder.Graph.Messages.Message.Verbatim(new("All done.", "完成。")) });
        strip.WaitForState(() => strip.Markup.Contains("All done.", StringComparison.Ordinal), Patience);
        Assert.Empty(strip.FindAll("[data-testid=live-rate]"));
        await strip.Find("button").ClickAsync();
        Assert.Empty(strip.FindAll("section"));
    }

    [Fact]
    public async Task Where_nothing_trains_there_is_no_strip()
    {
        var (run, _) = await RunningAsync();
        await TellAsync(run.Id, new() { State = RunState.Finished });

        Assert.Empty(Render<RunStrip>(p => p.Add(s => s.ProjectId, run.ProjectId)).FindAll("section"));
    }

    [Fact]
    public void Every_place_of_the_scale_is_found_again_by_its_factor_and_its_middle_is_the_plan()
    {
        Assert.All(Enumerable.Range(RateScale.Least, RateScale.Most - RateScale.Least + 1), place => Assert.Equal(place, RateScale.PlaceOf(RateScale.FactorAt(place))));
        Assert.Equal((0.001, 1, 100), (RateScale.FactorAt(-1000), RateScale.FactorAt(0), RateScale.FactorAt(1000)));
    }

    private static Task<string> Kept(RunsServer server, string project, RunSummary run) =>
        File.ReadAllTextAsync(Path.Combine(server.Data.RunFolder(project, run.Id), "rates.json"), Xunit.TestContext.Current.CancellationToken);

    private static Dictionary<string, double?> Of(string name, double value) => new() { [name] = value };

    private static RunEvent.Started Started(long epochs) => new(2, "run", Builder.Graph.Metrics.TaskKind.Classification, "cpu", 1, 10, 100, 10, 10, epochs, 4, null);

    private static RunEvent.RatesChanged Changed(long epoch, double factor) => new(epoch, 0, factor, Of("adam", 0.01), Of("adam", 0.01 * factor));

    private async Task<(RunSummary Run, RunEventBuffer Ring)> RunningAsync()
    {
        var project = (await Services.GetRequiredService<ProjectStore>().CreateAsync(ProjectDocument.Create("Flowers"))).Id;
        var run = await Services.GetRequiredService<RunStore>().CreateAsync(new(project, ProjectDocument.Create("Flowers"), 0));
        return (await TellAsync(run.Id, new() { State = RunState.Running }), (await Feed.OpenAsync(run.Id))!);
    }

    private async Task<RunSummary> TellAsync(string run, RunChange change)
    {
        var told = await Services.GetRequiredService<RunStore>().UpdateAsync(run, change);
        await Feed.TellAsync(told);
        return told;
    }
}
