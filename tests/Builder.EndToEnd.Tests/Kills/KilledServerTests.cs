using System.Globalization;
using Builder.Bench.Ui.Serving;
using Builder.EndToEnd.Tests.Journeys;
using Builder.EndToEnd.Tests.Serving;
using Builder.Tests.Order;

namespace Builder.EndToEnd.Tests.Kills;

/// <summary>
/// Work is never lost: the server that people use is killed again and again while a person edits in the browser and a model trains, and
/// while the page is just coming back and sends again what nobody has confirmed.
/// </summary>
public sealed class KilledServerTests(SharedBrowser browser)
{
    // In two rounds of three the page is hit again while it comes back: 50 kills in 30 rounds, 10 in 6.
    private static readonly int Rounds = LongProofs.Whole ? 30 : 6;
    private static readonly int Kills = Rounds * 5 / 3;
    private static readonly int Trainings = Rounds / 2;

    // In the first rounds nobody helps a runner to end: the next server starts only when it is gone.
    private static readonly int Unhelped = Rounds / 5;

    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("BUILDER_SEED") ?? $"{Random.Shared.Next(100_000)}", CultureInfo.InvariantCulture);

    [Fact]
    public async Task After_many_kills_at_random_moments_of_editing_and_training_nothing_is_lost()
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"BUILDER_SEED={Seed} chooses the same moments again.");
        await using var server = await RunningServer.StartAsync();
        var page = await browser.OpenAsync(server);
        var watch = await OutboxWatch.BeginAsync(page);
        var work = new SavedWork(server.Home, await page.OpenReadyAsync("iris"));
        var training = new Training(work, server.Home);
        await Training.BeginAsync(page, Trainings);
        await page.ReloadAsync();
        await watch.UntilBackAsync(server);

        var victim = new Victim(server, page, watch, work, training);
        for (var round = 0; round < Rounds; round++)
        {
            var random = new Random((Seed * Rounds) + round);
            await victim.KillWhileEditingAsync(random, helpRunners: round >= Unhelped);
            // A person then loads it anew.
            if (round % 3 > 0)
            {
                await victim.KillOnReturnAsync(random);
            }

            await victim.CheckReturnAsync();
        }

        TestContext.Current.TestOutputHelper?.WriteLine(victim.Summary);
        Assert.Equal(Kills, victim.Kills);
        Assert.True(victim.IsTelling(Rounds, Trainings), victim.Summary);
        await training.ResumeAsync(page);
        await page.Context.CloseAsync();
    }
}
