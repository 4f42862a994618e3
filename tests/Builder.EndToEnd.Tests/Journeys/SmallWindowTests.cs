using System.Globalization;
using System.Text;
using Builder.Bench.Ui.Serving;
using Builder.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Builder.EndToEnd.Tests.Journeys;

/// <summary>On a telephone and a tablet everything that can be pressed lies within the window and is large enough for a finger; axe finds nothing serious.</summary>
public sealed class SmallWindowTests(SharedBrowser browser)
{
    private static readonly (string Step, string Shows)[] Steps =
        [("data", "main table tbody select"), ("train", "[data-testid=result]"), ("evaluate", ".verdict h2"), ("use", "section.answer:not(.asking) .big"), ("history", "main h1")];

    [Theory]
    [InlineData(390, 844, "zh", "dark")]
    [InlineData(1024, 768, "en", "light")]
    public async Task With_a_trained_model_every_control_is_within_reach_of_a_finger(int width, int height, string language, string theme)
    {
        await using var server = await RunningServer.StartAsync();
        var page = await browser.OpenAsync(server, new(language, theme, width, height));
        await page.OpenReadyAsync("iris");
        await page.TrainToTheEndAsync();
        var faults = new List<string>();
        foreach (var (step, shows) in Steps)
        {
            await page.GoToStepAsync(step);
            await Expect(page.Locator(shows).First).ToBeVisibleAsync();
            await LookAsync(page, $"small-{step}-{language}-{width}", faults);
        }

        await page.GotoAsync(new Uri(server.Address, "settings").ToString());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await LookAsync(page, $"small-settings-{language}-{width}", faults);
        await page.GotoAsync(server.Address.ToString());
        await Expect(page.GetByTestId("score")).ToBeVisibleAsync();
        await LookAsync(page, $"small-home-{language}-{width}", faults);

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1024, 768, "en", "dark")]
    [InlineData(390, 844, "zh", "light")]
    public async Task Of_a_table_of_500_columns_many_are_found_and_left_out_together(int width, int height, string language, string theme)
    {
        var page = await browser.OpenAsync(new(language, theme, width, height));
        await page.GotoAsync(new Uri(browser.Server.Address, "new").ToString());
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "wide.csv", MimeType = "text/csv", Buffer = Wide() });
        await Expect(page.GetByTestId("search-columns")).ToBeVisibleAsync(new() { Timeout = 60_000 });

        await page.GetByTestId("search-columns").FillAsync("noise_1");
        await Expect(page.Locator("tr[data-column=noise_0]")).ToHaveCountAsync(0);
        await page.GetByTestId("choose-shown-columns").CheckAsync();
        await Screenshots.TakeAsync(page, $"wide-chosen-{language}-{width}");
        await page.GetByTestId("leave-out-columns").ClickAsync();
        await Expect(page.Locator("tr[data-column=noise_17].ignored")).ToHaveCountAsync(1, new() { Timeout = 60_000 });

        await page.GetByTestId("search-columns").FillAsync("");
        await page.GetByTestId("order-columns").SelectOptionAsync("Remarkable");
        await Expect(page.Locator("tr[data-column]").First).ToHaveAttributeAsync("data-column", "same");
        await Expect(page.Locator("tr[data-column=long] .trait")).ToBeVisibleAsync();
        Assert.InRange(await page.Locator(".columns").EvaluateAsync<int>("e => e.scrollWidth - e.clientWidth"), 0, 1);
        var faults = new List<string>();
        await LookAsync(page, $"wide-{language}-{width}", faults);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        await page.Context.CloseAsync();
    }

    private static byte[] Wide()
    {
        var names = Enumerable.Range(0, 497).Select(i => $"noise_{i}").Concat(["same", "long", "sold"]);
        var lines = Enumerable.Range(0, 200).Select(row => string.Join(',', Enumerable.Range(0, 497)
            .Select(i => ((row * 31 + i * 17) % 97 / 10.0).ToString(CultureInfo.InvariantCulture))
            .Concat(["x", Math.Pow(10, row % 50 / 10.0).ToString("0.###", CultureInfo.InvariantCulture), row % 3 == 0 ? "yes" : "no"])));
        return Encoding.UTF8.GetBytes(string.Join(',', names) + "\n" + string.Join('\n', lines));
    }

    // What stands within a sentence may be small (WCAG 2.5.8), and the name of a card is pressed by pressing anywhere on the card; what lies in
    // a table that has its own scroll bar is reached by it.
    private static async Task LookAsync(IPage page, string name, List<string> faults)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Screenshots.TakeAsync(page, name);
        var wider = await page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth - innerWidth, ...[...document.querySelectorAll('main')].map(m => m.scrollWidth - m.clientWidth), 0)");
        if (wider > 0)
        {
            faults.Add($"{name} is {wider} px wider than the window");
        }

        var small = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll(':is(main, .bar) :is(button, a[href], input, select, textarea, summary)')]
              .filter(e => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !e.closest('p, .visually-hidden, .data-grid, .card.interactive h3, details:not([open]) > :not(summary)'))
              .map(e => ({ e, r: (e.matches('[type=checkbox], [type=radio], [type=file]') && e.closest('label') || e).getBoundingClientRect() }))
              .filter(({ r }) => r.width > 1 && r.height > 1 && (r.width < 23.5 || r.height < 23.5 || r.right > innerWidth + 1 || r.left < -1))
              .map(({ e, r }) => `${e.tagName.toLowerCase()} ${e.dataset.testid ?? e.className} "${(e.ariaLabel ?? e.textContent).trim().slice(0, 30)}" ${r.width.toFixed()}×${r.height.toFixed()} at ${r.left.toFixed()}`)
            """);
        faults.AddRange(small.Distinct().Select(s => $"{name}: {s}"));
        faults.AddRange(await Axe.FaultsAsync(page, name, Axe.Serious));
    }
}
