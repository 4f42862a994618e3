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
        var page = await browser.OpenAsync();
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

    [Theory]
    [InlineData(1024, 768, "en")]
    [InlineData(390, 844, "en")]
    [InlineData(390, 844, "zh")]
    public async Task No_page_is_wider_than_a_small_window(int width, int height, string language)
    {
        var page = await browser.OpenAsync(new(language, Width: width, Height: height));
        await ExpectToFitAsync(page);
        await page.OpenReadyAsync("iris");
        foreach (var step in new[] { "data", "model", "train", "evaluate", "use", "history" })
        {
            await page.GoToStepAsync(step);
            await ExpectToFitAsync(page);
        }

        foreach (var place in new[] { "new", "settings" })
        {
            await page.GotoAsync(new Uri(browser.Server.Address, place).ToString());
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await ExpectToFitAsync(page);
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_a_telephone_the_drawing_stands_above_its_properties_and_the_blocks_come_when_asked_for()
    {
        var page = await browser.OpenAsync(new(Width: 390, Height: 844));
        await page.OpenReadyAsync("iris");
        await page.GoToStepAsync("model");
        await Expect(page.Locator(".react-flow__node").First).ToBeInViewportAsync();

        var (stage, inspector) = (await BoxAsync(page.Locator(".cv-stage")), await BoxAsync(page.GetByTestId("inspector")));
        Assert.True(stage.Width >= 300 && stage.Height >= 250 && stage.Y + stage.Height <= inspector.Y + 1, $"The drawing has {stage.Width}×{stage.Height} at {stage.Y}, its properties begin at {inspector.Y}.");
        await Expect(page.Locator(".cv-palette")).ToHaveCountAsync(0);
        await page.Locator(".cv-palette-rail button").ClickAsync();
        await Expect(page.Locator(".cv-palette")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_a_telephone_data_come_between_the_question_and_the_advice()
    {
        var page = await browser.OpenAsync(new(Width: 390, Height: 844));
        await page.OpenReadyAsync("iris");
        await page.GoToStepAsync("data");
        await Expect(page.Locator("main table").First).ToBeVisibleAsync();

        var tops = new List<float>();
        foreach (var part in new[] { "#target", "main table", ".rest" })
        {
            tops.Add((await BoxAsync(page.Locator(part).First)).Y);
        }

        Assert.Equal(tops.Order(), tops);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_paper_there_is_no_bar_and_no_row_is_cut_off()
    {
        var page = await browser.OpenAsync();
        await page.OpenReadyAsync("iris");
        await page.TrainToTheEndAsync();
        await page.GoToStepAsync("evaluate");
        await Expect(page.Locator(".rows")).ToBeVisibleAsync();

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(page.Locator(".bar")).ToBeHiddenAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("() => Math.max(...[...document.querySelectorAll('main, .rows')].map(e => getComputedStyle(e).overflowY === 'visible' ? 0 : e.scrollHeight - e.clientHeight))"));
        await page.Context.CloseAsync();
    }

    /// <summary>Nothing scrolls sideways, and in the header nothing lies on anything else.</summary>
    private static async Task ExpectToFitAsync(IPage page)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Equal(0, await page.EvaluateAsync<int>(
            "() => Math.max(document.documentElement.scrollWidth - window.innerWidth, ...[...document.querySelectorAll('main')].map(m => m.scrollWidth - m.clientWidth), 0)"));
        Assert.Equal("", await page.EvaluateAsync<string>(
            """
            () => {
              const parts = [...document.querySelectorAll('.bar :is(a, button, input, summary)')].filter(p => p.checkVisibility() && p.getBoundingClientRect().width > 1);
              const found = [];
              parts.forEach((a, i) => parts.slice(i + 1).forEach(b => {
                const [r, s] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
                if (r.left < s.right - 1 && s.left < r.right - 1 && r.top < s.bottom - 1 && s.top < r.bottom - 1) {
                  found.push(`${a.dataset.testid ?? a.className} lies on ${b.dataset.testid ?? b.className}`);
                }
              }));
              return found.concat(parts.filter(p => p.getBoundingClientRect().right > window.innerWidth).map(p => `${p.dataset.testid} ends outside`)).join('; ');
            }
            """));
    }

    private static async Task<LocatorBoundingBoxResult> BoxAsync(ILocator locator) =>
        await locator.BoundingBoxAsync() ?? throw new InvalidOperationException("It is not on the page.");
}
