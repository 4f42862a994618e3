using System.Text;
using Builder.Bench.Ui.Serving;
using Builder.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Builder.EndToEnd.Tests.Journeys;

/// <summary>Several labels in a cell, from the file to an answer that names none of them; and the way back from thresholds that were chosen.</summary>
public sealed class LabelTests(SharedBrowser browser)
{
    [Theory]
    [InlineData("en", "light")]
    [InlineData("zh", "dark")]
    public async Task Genres_of_films_are_told_apart_learned_and_given_by_thresholds_that_can_be_taken_back(string language, string theme)
    {
        var page = await browser.OpenAsync(new Look(language, theme));
        await page.BringAsync("films.csv", Encoding.UTF8.GetBytes(Films()));

        var notice = page.Locator("[data-warning=several-labels]");
        await Expect(notice).ToContainTextAsync("comedy", new() { Timeout = 30_000 });
        await Expect(page.Locator("#target")).ToHaveValueAsync("genre");
        await Screenshots.TakeAsync(page, $"labels-data-{language}");
        await notice.GetByRole(AriaRole.Button).First.ClickAsync();
        await page.Locator("[data-warning=combined-labels]").GetByRole(AriaRole.Button).First.ClickAsync(new() { Timeout = 30_000 });
        await Expect(notice).ToBeVisibleAsync(new() { Timeout = 30_000 });

        await page.Locator("#propose").ClickAsync();
        await page.ExpectAddressAsync("/model");
        await Expect(page.Locator(".react-flow__node").First).ToBeVisibleAsync();
        await Screenshots.TakeAsync(page, $"labels-model-{language}");
        await page.TrainToTheEndAsync();
        await Screenshots.TakeAsync(page, $"labels-train-{language}");

        await page.GoToStepAsync("evaluate");
        var thresholds = page.GetByTestId("thresholds");
        await Expect(thresholds).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await page.SetViewportSizeAsync(1440, 2600);
        await Screenshots.TakeAsync(page, $"labels-evaluate-{language}");
        await page.SetViewportSizeAsync(1440, 900);
        var before = await thresholds.GetByTestId("switch-thresholds").TextContentAsync();
        await thresholds.GetByTestId("switch-thresholds").ClickAsync();
        await Expect(thresholds.GetByTestId("switch-thresholds")).Not.ToHaveTextAsync(before!, new() { Timeout = 30_000 });
        await Expect(page.Locator(".per-class tbody tr").First).ToContainTextAsync("50%");
        await thresholds.GetByTestId("switch-thresholds").ClickAsync();
        await Expect(thresholds.GetByTestId("switch-thresholds")).ToHaveTextAsync(before!, new() { Timeout = 30_000 });

        await page.GoToStepAsync("use");
        await Expect(page.Locator(".answer .bars li")).ToHaveCountAsync(3, new() { Timeout = 60_000 });
        var fields = page.Locator(".fields input.number");
        await fields.Nth(0).FillAsync("-1.6");
        await fields.Nth(1).FillAsync("-1.6");
        await Expect(page.Locator(".answer .big")).ToHaveTextAsync(language == "zh" ? "没有任何标签" : "none of them", new() { Timeout = 30_000 });
        await Screenshots.TakeAsync(page, $"labels-use-none-{language}");
        await fields.Nth(0).FillAsync("1.7");
        await fields.Nth(1).FillAsync("1.7");
        await Expect(page.Locator(".answer .big")).ToContainTextAsync("comedy", new() { Timeout = 30_000 });
        await Screenshots.TakeAsync(page, $"labels-use-{language}");
        await page.Context.CloseAsync();
    }

    // Action where x is above 0 but for one in ten, comedy where y is, and drama for two of five where both are: never the likelier, so a threshold pays.
    private static string Films()
    {
        var random = new Random(7);
        return "speed,jokes,genre\n" + string.Concat(Enumerable.Range(0, 500).Select(i =>
        {
            var (x, y) = ((random.NextDouble() * 4) - 2, (random.NextDouble() * 4) - 2);
            var odd = random.NextDouble() < 0.1;
            string[] genres = [.. x > 0 != odd ? ["action"] : Array.Empty<string>(), .. y > 0 ? ["comedy"] : Array.Empty<string>(), .. x > 0 && y > 0 && random.NextDouble() < 0.42 ? ["drama"] : Array.Empty<string>()];
            return FormattableString.Invariant($"{x:0.###},{y:0.###},{(i % 25 == 3 ? "" : genres.Length == 0 ? "[]" : string.Join(";", genres))}\n");
        }));
    }
}
