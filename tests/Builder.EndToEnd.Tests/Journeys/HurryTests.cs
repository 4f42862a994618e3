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
}
