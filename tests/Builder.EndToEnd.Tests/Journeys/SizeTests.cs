using System.Text;
using System.Text.RegularExpressions;
using Builder.Bench.Ui.Serving;
using Builder.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Builder.EndToEnd.Tests.Journeys;

/// <summary>From a table to a model in a better size: three sizes are tried while the verdict is read, one press draws the better one with its reason, and undo brings the trained one back.</summary>
public sealed class SizeTests(SharedBrowser browser)
{
    private const float Long = 120_000;
    private const int Rows = 1_000;
    private const int Squares = 5;

    [Fact]
    public async Task A_better_size_is_found_while_the_verdict_is_read_drawn_by_one_press_and_taken_back()
    {
        await using var server = await RunningServer.StartAsync();
        var page = await browser.OpenAsync(server);
        await page.BringAsync("board.csv", Encoding.UTF8.GetBytes(Board()));
        await Expect(page.Locator("#target")).ToHaveValueAsync("kind", new() { Timeout = Long });
        await page.Locator("#propose").ClickAsync();
        await page.ExpectAddressAsync("/model");
        var width = page.Block("hidden").Locator(".cv-block-parameters");
        await Expect(width).ToHaveTextAsync(new Regex(@"\d"));
        // The number alone: its name changes with the language.
        var trained = new Regex($@"\D{Regex.Match(await width.InnerTextAsync(), @"\d+").Value}$");
        await page.TrainToTheEndAsync();

        await page.GoToStepAsync("evaluate");
        await Expect(page.Locator("[data-sizes=trying]")).ToBeVisibleAsync(new() { Timeout = Long });
        await ShowAsync(page, "[data-sizes=trying]", "sizes-trying");
        await page.Locator("[data-sizes=trying] button").ClickAsync();
        await ShowAsync(page, "[data-sizes=stopped]", "sizes-stopped");
        await page.Locator("[data-sizes=stopped] button").ClickAsync();
        await Expect(page.GetByTestId("use-size")).ToBeVisibleAsync(new() { Timeout = Long });
        await Expect(page.Locator("[data-sizes=done]")).ToContainTextAsync("The large one is clearly better");
        await ShowAsync(page, "[data-sizes=done]", "sizes-better-en-light");
        await page.GetByTestId("switch-language").ClickAsync();
        await page.GetByTestId("theme").ClickAsync();
        await page.GetByTestId("theme-dark").ClickAsync();
        await Expect(page.Locator("[data-sizes=done]")).ToContainTextAsync("“大”明显好于这次训练的“中”");
        await ShowAsync(page, "[data-sizes=done]", "sizes-better-zh-dark");
        Assert.Empty(await Axe.FaultsAsync(page, "sizes", Axe.Serious));

        await page.GetByTestId("use-size").ClickAsync();
        await page.ExpectAddressAsync("/model");
        await Expect(width).Not.ToHaveTextAsync(trained);
        await Expect(page.Locator(".react-flow__node-note").Filter(new() { HasText = "“大”明显更好" })).ToHaveCountAsync(1);
        await Screenshots.TakeAsync(page, "sizes-drawn");
        await page.GetByTestId("undo").ClickAsync();
        await Expect(width).ToHaveTextAsync(trained);
        await page.GoToStepAsync("evaluate");
        await Expect(page.GetByTestId("use-size")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("changed-since")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    private static async Task ShowAsync(IPage page, string state, string name)
    {
        await Expect(page.Locator(state)).ToBeVisibleAsync();
        foreach (var (width, height) in new[] { (390, 844), (1440, 900) })
        {
            await page.SetViewportSizeAsync(width, height);
            await page.Locator(state).ScrollIntoViewIfNeededAsync();
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} at {width} can be moved sideways.");
            await Screenshots.TakeAsync(page, $"{name}-{width}");
        }
    }

    // The squares of a board: the rule is sure, but its shape asks for more units than a table with two columns gets.
    private static string Board()
    {
        var random = new Random(5);
        return "east,north,kind\n" + string.Concat(Enumerable.Range(0, Rows).Select(_ =>
        {
            var (east, north) = (random.NextDouble(), random.NextDouble());
            return FormattableString.Invariant($"{east:F4},{north:F4},{(((int)(east * Squares) + (int)(north * Squares)) % 2 == 0 ? "dark" : "light")}\n");
        }));
    }
}
