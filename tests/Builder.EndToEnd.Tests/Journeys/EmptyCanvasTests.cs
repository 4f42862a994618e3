using Builder.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Builder.EndToEnd.Tests.Journeys;

/// <summary>From an empty canvas, with the palette and links alone; and back out of a mistake with one click.</summary>
public sealed class EmptyCanvasTests(SharedBrowser browser)
{
    private static readonly string[] Chain = ["PictureInput", "Conv2d", "ReLU", "MaxPool2d", "Flatten", "Linear", "ReLU", "Linear"];

    [Fact]
    public async Task The_digits_network_is_drawn_by_hand_and_a_missing_flatten_is_mended_by_one_click()
    {
        var page = await browser.OpenAsync(new(Width: 1600, Height: 1000));
        await page.OpenReadyAsync("digits-cnn");
        await page.GoToStepAsync("model");
        await ClearAsync(page);

        var ids = new List<string>();
        foreach (var kind in Chain)
        {
            ids.Add(await AddAsync(page, kind));
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Arrange all" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show everything" }).First.ClickAsync();
        foreach (var (from, to) in ids.Zip(ids.Skip(1)))
        {
            await LinkAsync(page, from, to);
        }

        // 28×28 pictures, a 3×3 convolution and pooling by 2 leave 13×13.
        // The pictures are the only column that the input could read, so it reads them by itself.
        await Expect(page.Block(ids[3])).ToContainTextAsync("13");
        await Expect(page.Block(ids[4])).ToContainTextAsync("5408");

        await page.Block(ids[4]).ClickAsync();
        await page.Keyboard.PressAsync("Delete");
        await Expect(page.Block(ids[4])).ToHaveCountAsync(0);
        await page.Block(ids[5]).ClickAsync();
        await Expect(page.Locator("[data-canvas-inspector]")).ToContainTextAsync("Flatten");
        await page.Locator("[data-canvas-inspector]").GetByTestId("fix").First.ClickAsync();
        await Expect(page.Locator(".react-flow__node").Filter(new() { HasText = "5408" }).First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private static async Task ClearAsync(IPage page)
    {
        await Expect(page.Locator(".react-flow__node").First).ToBeVisibleAsync();
        await page.Locator(".react-flow__pane").ClickAsync(new() { Position = new() { X = 30, Y = 700 } });
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.PressAsync("Delete");
        await Expect(page.Locator(".react-flow__node")).ToHaveCountAsync(0);
    }

    /// <summary>Finds a block in the palette, adds it by a click, and says its id.</summary>
    private static async Task<string> AddAsync(IPage page, string kind)
    {
        var before = await IdsAsync(page);
        await page.Locator(".cv-palette input").FillAsync(kind);
        await page.Locator($".cv-item[data-kind=\"{kind}\"]").ClickAsync();
        await Expect(page.Locator(".react-flow__node")).ToHaveCountAsync(before.Count + 1);
        return (await IdsAsync(page)).Except(before).Single();
    }

    private static async Task<IReadOnlyList<string>> IdsAsync(IPage page) =>
        await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.react-flow__node')].map(n => n.dataset.id)");

    private static async Task LinkAsync(IPage page, string from, string to)
    {
        await page.Block(from).Locator(".react-flow__handle.source").First.DragToAsync(page.Block(to).Locator(".react-flow__handle.target").First);
        await Expect(page.Locator($".react-flow__edge[aria-label*=\"{to}\"], .react-flow__edge[data-id*=\"{to}.\"]").First).ToBeAttachedAsync();
    }
}
