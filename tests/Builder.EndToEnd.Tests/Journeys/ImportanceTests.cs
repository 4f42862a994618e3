using System.Text;
using Builder.Bench.Ui.Serving;
using Builder.EndToEnd.Tests.Serving;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Builder.EndToEnd.Tests.Journeys;

/// <summary>From the passengers of a ship to what mattered: the bars, the columns that tell the same, the one that does nothing, and a form that begins with what matters.</summary>
public sealed class ImportanceTests(SharedBrowser browser)
{
    [Theory]
    [InlineData("en", "light")]
    [InlineData("zh", "dark")]
    public async Task What_matters_is_seen_on_evaluate_left_out_by_one_press_and_orders_the_form(string language, string theme)
    {
        await using var server = await RunningServer.StartAsync();
        var page = await browser.OpenAsync(server, new Look(language, theme));
        await page.BringAsync("passengers.csv", Encoding.UTF8.GetBytes(Passengers()));
        await Expect(page.Locator("#target")).ToHaveValueAsync("survived", new() { Timeout = 30_000 });
        await page.Locator("#propose").ClickAsync();
        await page.ExpectAddressAsync("/model");
        await page.TrainToTheEndAsync();

        await page.GoToStepAsync("evaluate");
        var rivals = page.GetByTestId("rivals");
        await Expect(rivals.Locator("tbody tr")).ToHaveCountAsync(6, new() { Timeout = 120_000 });
        await Expect(page.Locator(".verdict")).ToContainTextAsync(language == "zh" ? "简单方法" : "simple method");
        await ShowAsync(page, page.Locator(".verdict"), $"rivals-evaluate-{language}");
        await Expect(page.GetByTestId("groups").Locator("tbody tr").First).ToBeVisibleAsync();
        await ShowAsync(page, page.GetByTestId("groups"), $"groups-evaluate-{language}");
        var panel = page.GetByTestId("importance");
        await Expect(panel.Locator(".importances li").First).ToContainTextAsync("sex", new() { Timeout = 60_000 });
        await Expect(panel.Locator(".importances")).ToContainTextAsync(language == "zh" ? "含义几乎相同" : "tell nearly the same");
        await ShowAsync(page, panel, $"importance-evaluate-{language}");
        var idle = panel.Locator(".idle li", new() { HasText = "cabin_number" });
        await Expect(idle).ToBeVisibleAsync();
        var serious = (await page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical").Select(v => v.Id);
        Assert.Empty(serious);

        await idle.GetByTestId("leave-out").ClickAsync();
        await Expect(idle.GetByTestId("leave-out")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await page.Locator(".toast").GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(idle.GetByTestId("leave-out")).ToBeVisibleAsync(new() { Timeout = 30_000 });

        await page.GoToStepAsync("use");
        await Expect(page.Locator(".answer .big")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(page.Locator(".fields .field").First).ToContainTextAsync("sex");
        await Expect(page.GetByTestId("idle-fields")).ToContainTextAsync("cabin_number");
        await Expect(page.GetByTestId("idle-fields").GetByText("cabin_number")).ToBeHiddenAsync();
        await ShowAsync(page, page.Locator(".try"), $"importance-use-{language}");

        await page.GetByTestId("why").ClickAsync();
        await Expect(page.GetByTestId("why-sentence")).ToContainTextAsync(language == "zh" ? "因为“" : "because “", new() { Timeout = 60_000 });
        await Expect(page.Locator(".why li").First).ToContainTextAsync("sex");
        Assert.Empty((await page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical").Select(v => v.Id));
        await ShowAsync(page, page.Locator(".why"), $"why-{language}");
        await page.GetByTestId("what-if").ClickAsync();
        await Expect(page.GetByTestId("what-if-sentence")).ToContainTextAsync(language == "zh" ? "如果“sex”" : "If “sex” were ", new() { Timeout = 60_000 });
        await page.GetByTestId("what-if-column").SelectOptionAsync("age");
        await Expect(page.Locator(".what-if svg .own")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.Empty((await page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical").Select(v => v.Id));
        await ShowAsync(page, page.Locator(".what-if"), $"what-if-{language}");
        await page.Context.CloseAsync();
    }

    private static async Task ShowAsync(IPage page, ILocator what, string name)
    {
        foreach (var (width, height) in new[] { (1440, 900), (390, 844) })
        {
            await page.SetViewportSizeAsync(width, height);
            await what.EvaluateAsync("element => element.scrollIntoView({ block: 'start' })");
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} at {width} can be moved sideways.");
            await Screenshots.TakeAsync(page, $"{name}-{width}");
        }

        await page.SetViewportSizeAsync(1440, 900);
    }

    // Women and the first deck are saved first; the fare follows the deck, the number of the cabin follows nothing.
    private static string Passengers()
    {
        var random = new Random(12);
        return "sex,deck,fare,age,port,cabin_number,survived\n" + string.Concat(Enumerable.Range(0, 3_000).Select(_ =>
        {
            var (woman, place) = (random.NextDouble() < 0.4, random.Next(1, 4));
            var age = 1 + random.Next(70);
            var saved = random.NextDouble() < (woman ? 0.97 : 0.08) - (place == 3 ? 0.35 : place == 2 ? 0.05 : -0.25) + (age < 12 ? 0.3 : 0);
            var fare = (4 - place) * (4 - place) * 9 + random.NextDouble();
            return FormattableString.Invariant(
                $"{(woman ? "female" : "male")},{(place == 1 ? "first" : place == 2 ? "second" : "third")},{fare:F2},{age},{"SCQ"[random.Next(3)]},{random.Next(2, 180)},{(saved ? "yes" : "no")}\n");
        }));
    }
}
