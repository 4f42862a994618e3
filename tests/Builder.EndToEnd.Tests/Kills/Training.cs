using Builder.EndToEnd.Tests.Journeys;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Builder.EndToEnd.Tests.Kills;

/// <summary>
/// Trainings that never end by themselves. Many wait in the queue: whenever a server is killed, the next one begins under the server after it.
/// </summary>
internal sealed class Training(SavedWork work, string home)
{
    /// <summary>Asks for so many on the Train page, and waits until the first one learns.</summary>
    public static async Task BeginAsync(IPage page, int runs)
    {
        await page.GoToStepAsync("train");
        await page.Locator("[data-setting=epochs]").FillAsync("1000000");
        await page.Keyboard.PressAsync("Tab");
        for (var asked = 1; asked <= runs; asked++)
        {
            await page.Locator(".quick-settings").GetByTestId("train").ClickAsync();
            await Expect(page.Locator(".run-row")).ToHaveCountAsync(asked);
        }

        await page.GoToStepAsync("model");
    }

    /// <summary>What trains at this moment.</summary>
    public Moment Now() => new([.. work.Runs().Where(r => r.IsActive)], RunnersOfServer.Alive(home));

    /// <summary>What trained when the server was killed is told as cut off, with the way on, before the next server lets anybody in.</summary>
    public void CheckRuns(Moment before)
    {
        var now = work.Runs().ToDictionary(r => r.Id);
        foreach (var run in before.Runs.Select(r => now[r.Id]))
        {
            Assert.Equal("Failed", run.State);
            Assert.Contains("\"run-server-stopped\"", run.Reason, StringComparison.Ordinal);
            Assert.Contains(work.HasCheckpoint(run.Id) ? "\"run-resumable\"" : "\"run-nothing-saved\"", run.Reason, StringComparison.Ordinal);
        }

        Assert.InRange(now.Values.Count(r => r.IsActive), 0, 1);
    }

    /// <summary>A training that was cut off goes on from where it was when a person presses "Resume".</summary>
    public async Task ResumeAsync(IPage page)
    {
        Assert.DoesNotContain(work.Runs(), r => r.IsOpen);
        var run = work.Runs().Last(r => work.HasCheckpoint(r.Id));
        await page.GoToStepAsync("train");
        await page.Locator($".run-row[data-run=\"{run.Id}\"] .run-open").ClickAsync();
        await page.GetByTestId("resume").ClickAsync();
        await page.ExpectStateAsync("running");
        await page.GetByTestId("stop").ClickAsync();
        await page.ExpectStateAsync("stopped");
    }
}

/// <summary>The trainings of a moment.</summary>
/// <param name="Runs">Those that need a process.</param>
/// <param name="Runners">The processes.</param>
internal sealed record Moment(IReadOnlyList<SavedRun> Runs, IReadOnlyList<int> Runners);
