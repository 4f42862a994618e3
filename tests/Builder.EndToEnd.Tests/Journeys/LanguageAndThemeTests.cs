using Builder.Bench.Ui.Serving;
using Builder.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Builder.EndToEnd.Tests.Journeys;

/// <summary>Both languages, both themes, small windows.</summary>
public sealed class LanguageAndThemeTests(SharedBrowser browser)
{
    [Fact]
    public async Task The_language_changes_without_losing_the_place()
    {
        await using var server = await RunningServer.StartAsync();
        var page = await browser.OpenAsync(server);
        await page.OpenReadyAsync("iris");
        await page.GoToStepAsync("model");
        await page.Block("hidden1").ClickAsync();
        await Expect(page.GetByTestId("block-inspector")).ToBeVisibleAsync();
        var address = page.Url;

        await page.GetByTestId("switch-language").ClickAsync();

        await Expect(page.GetByTestId("step-train")).ToContainTextAsync("训练");
        await Expect(page.GetByTestId("block-inspector")).ToContainTextAsync("输出数量");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", new System.Text.RegularExpressions.Regex("^zh"));
        Assert.Equal(address, page.Url);
        await page.ReloadAsync();
        await Expect(page.GetByTestId("step-train")).ToContainTextAsync("训练");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task No_page_is_wider_than_a_small_window()
    {
        await using var server = await RunningServer.StartAsync();
        var page = await browser.OpenAsync(server, new(Width: 1024, Height: 768));
        await ExpectNoSidewaysScrollingAsync(page);
        await page.OpenReadyAsync("iris");
        foreach (var step in new[] { "data", "model", "train", "evaluate", "use", "history" })
        {
            await page.GoToStepAsync(step);
            await ExpectNoSidewaysScrollingAsync(page);
        }

        await page.Context.CloseAsync();
    }

    private static async Task ExpectNoSidewaysScrollingAsync(IPage page) => Assert.Equal(
        0, await page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
}
