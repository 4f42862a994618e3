using Builder.Bench.Ui.Serving;
using Builder.EndToEnd.Tests.Serving;
using static Microsoft.Playwright.Assertions;

namespace Builder.EndToEnd.Tests.Journeys;

/// <summary>People press the next step before the page that they asked for is there.</summary>
public sealed class HurryTests(SharedBrowser browser)
{
    [Fact]
    public async Task A_page_that_is_left_while_it_still_opens_does_not_disturb_the_next_one()
    {
        await using var server = await RunningServer.StartAsync();
        var page = await browser.OpenAsync(server);
        await page.OpenReadyAsync("iris");
        foreach (var step in new[] { "train", "history", "model", "data", "train" })
        {
            await page.GetByTestId($"step-{step}").ClickAsync();
        }

        await Expect(page.Locator("[data-setting=epochs]")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("fault")).ToHaveCountAsync(0);
        Assert.False(server.Said.Contains("nhandled exception", StringComparison.Ordinal), server.Said);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Whoever_goes_on_while_a_training_starts_is_not_called_back()
    {
        var page = await browser.OpenAsync();
        await page.OpenReadyAsync("iris");
        await page.GoToStepAsync("train");
        await page.Locator(".quick-settings").GetByTestId("train").ClickAsync();
        await page.GetByTestId("step-model").ClickAsync();

        // The run has begun, or is over: whoever started it has been told by now.
        await Expect(page.GetByTestId("run-strip")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-testid=run-strip] [data-state=finished]")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.EndsWith("/model", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
