using Builder.Bench.Ui.Serving;
using Builder.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Builder.EndToEnd.Tests.Journeys;

/// <summary>Every page in both themes: axe finds nothing serious, and no English is left in Chinese. The pages are photographed on the way.</summary>
public sealed class AccessibilityTests(SharedBrowser browser)
{
    /// <summary>The steps, and what each shows when it is complete.</summary>
    private static readonly (string Step, string Shows)[] Steps =
    [
        ("data", "main table tbody select"), ("model", ".react-flow__node"), ("train", "[data-testid=curves] canvas"), ("evaluate", ".verdict h2"),
        ("use", "section.answer:not(.asking)"), ("history", "main h1"),
    ];

    /// <summary>What the data of the ready project that is opened brings in Latin letters.</summary>
    private static readonly string[] NamesInIris = ["iris", "sepal", "petal", "length", "width", "cm", "setosa", "versicolor", "virginica", "species"];

    [Theory]
    [InlineData("en", "light")]
    [InlineData("zh", "dark")]
    public async Task Axe_finds_no_serious_fault_on_any_page_and_Chinese_has_no_English(string language, string theme)
    {
        await using var server = await RunningServer.StartAsync();
        var page = await browser.OpenAsync(server, new(language, theme));
        var faults = new List<string>();
        await LookAsync(page, $"home-{language}-{theme}", faults, "main h1");
        await page.OpenReadyAsync("iris");
        await page.TrainToTheEndAsync();
        foreach (var (step, shows) in Steps)
        {
            await page.GoToStepAsync(step);
            await LookAsync(page, $"{step}-{language}-{theme}", faults, shows);
        }

        foreach (var place in new[] { "new", "settings" })
        {
            await page.GotoAsync(new Uri(server.Address, place).ToString());
            await LookAsync(page, $"{place}-{language}-{theme}", faults, "main h1");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        await page.Context.CloseAsync();
    }

    private static async Task LookAsync(IPage page, string name, List<string> faults, string shows)
    {
        await Expect(page.Locator(shows).First).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
        // A page that shows what it knew is about to read the rest.
        await Expect(page.Locator("main .spinner")).ToHaveCountAsync(0);
        await Expect(page.Locator(shows).First).ToBeVisibleAsync();
        // What is still fading in or out has not got its colours yet.
        await page.EvaluateAsync("() => Promise.all(document.getAnimations().filter(a => a.effect.getComputedTiming().iterations !== Infinity).map(a => a.finished.catch(() => {}))).then(() => true)");
        await Screenshots.TakeAsync(page, name);
        if (await page.Locator("html").GetAttributeAsync("lang") is { } language && language.StartsWith("zh", StringComparison.Ordinal))
        {
            faults.AddRange((await EnglishWords.OnAsync(page, NamesInIris)).Select(text => $"{name}: “{text}”"));
        }

        faults.AddRange(await Axe.FaultsAsync(page, name, Axe.Serious));
    }
}
