using System.Text.RegularExpressions;
using Builder.Bench.Ui.Serving;
using Builder.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Builder.EndToEnd.Tests.Journeys;

/// <summary>A file of one's own becomes a link, and somebody else uses it on a telephone.</summary>
public sealed class PublishedTests(SharedBrowser browser)
{
    private const float Long = 180_000;
    private const int MostPresses = 12;

    [Fact]
    public async Task A_table_becomes_a_page_that_a_visitor_uses_on_a_telephone_and_that_can_be_switched_off()
    {
        var page = await browser.OpenAsync();
        await page.EvaluateAsync("() => { window.presses = 0; addEventListener('pointerdown', () => window.presses++, true); }");
        await page.GetByTestId("new-from-data").ClickAsync();
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Locator("main .drop .choose").ClickAsync());
        await chooser.SetFilesAsync(Path.Combine(Repository.Root, "templates", "iris", "iris.csv"));
        await page.Locator("#propose").ClickAsync(new() { Timeout = Long });
        await Expect(page.Locator(".react-flow__node-block").First).ToBeVisibleAsync(new() { Timeout = Long });
        await page.Locator(".train-panel").GetByTestId("train").ClickAsync(new() { Timeout = Long });
        await page.GetByTestId("result").Locator("a.primary").ClickAsync(new() { Timeout = Long });
        await Expect(page.Locator("section.answer:not(.asking) .big")).ToBeVisibleAsync(new() { Timeout = Long });
        await page.GetByTestId("publish").ClickAsync();
        await Expect(page.GetByTestId("share-link")).ToHaveValueAsync(new Regex("/m/[a-z0-9-]+$"));
        var presses = 1 + await page.EvaluateAsync<int>("() => window.presses");
        TestContext.Current.TestOutputHelper?.WriteLine($"{presses} presses to the link");
        Assert.InRange(presses, 1, MostPresses);
        await Expect(page.GetByTestId("only-here")).ToBeVisibleAsync();
        var link = await page.GetByTestId("share-link").InputValueAsync();
        await page.GetByTestId("share").ScrollIntoViewIfNeededAsync();
        await Screenshots.TakeAsync(page, "share-card");

        await VisitAsync(link, "zh", "dark", "zh-Hans");
        await VisitAsync(link, "en", "light", "en");

        await page.GetByTestId("share-on").ClickAsync();
        await Expect(page.GetByTestId("share").Locator(".notice.warning")).ToBeVisibleAsync();
        await using var stranger = await browser.Browser.NewContextAsync(new("en", "light", 390, 844));
        var off = await stranger.NewPageAsync();
        Assert.Equal(403, (await off.GotoAsync(link))!.Status);
        await Expect(off.GetByTestId("refusal")).ToBeVisibleAsync();
        await Screenshots.TakeAsync(off, "published-off");
        await page.Context.CloseAsync();
    }

    // Another browser, which was never let in.
    private async Task VisitAsync(string link, string language, string theme, string html)
    {
        await using var visitor = await browser.Browser.NewContextAsync(new(language, theme, 390, 844));
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(link);
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", html);
        var answer = page.Locator("#answer:not(.asking) .big");
        await Expect(answer).ToBeVisibleAsync();
        foreach (var (column, value) in new[] { ("sepal_length_cm", "5.1"), ("sepal_width_cm", "3.5"), ("petal_length_cm", "1.4"), ("petal_width_cm", "0.2") })
        {
            await FillAsync(page, column, value);
        }

        await Expect(answer).ToHaveTextAsync("setosa");
        foreach (var (column, value) in new[] { ("sepal_length_cm", "7.2"), ("sepal_width_cm", "3.1"), ("petal_length_cm", "6.1"), ("petal_width_cm", "2.4") })
        {
            await FillAsync(page, column, value);
        }

        await Expect(answer).ToHaveTextAsync("virginica");
        await Screenshots.TakeAsync(page, $"published-{language}");
        Assert.InRange(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"), int.MinValue, 0);
        var faults = await Axe.FaultsAsync(page, $"published-{language}");
        Assert.True(!faults.Any(), string.Join('\n', faults));
    }

    private static async Task FillAsync(IPage page, string column, string value)
    {
        var field = page.Locator(".field").Filter(new() { Has = page.Locator("label", new() { HasTextRegex = new Regex($"^{column}") }) }).Locator("input.number");
        if (!await field.IsVisibleAsync())
        {
            await page.Locator("details > summary").ClickAsync();
        }

        await field.FillAsync(value);
    }
}
