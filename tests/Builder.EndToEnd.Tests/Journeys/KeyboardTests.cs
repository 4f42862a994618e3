using Builder.Bench.Ui.Cases;
using Builder.Bench.Ui.Serving;
using Builder.EndToEnd.Tests.Serving;
using static Microsoft.Playwright.Assertions;

namespace Builder.EndToEnd.Tests.Journeys;

/// <summary>No mouse at all: a layer is put between two others, and the model is trained.</summary>
public sealed class KeyboardTests(SharedBrowser browser)
{
    [Fact]
    public async Task A_model_is_changed_and_trained_by_the_keyboard_alone()
    {
        await using var server = await RunningServer.StartAsync();
        var page = await browser.OpenAsync(server);
        await page.TabToAsync("[data-testid=open-iris]");
        await page.Keyboard.PressAsync("Enter");
        await Stage.ProjectOfAsync(page);
        await page.TabToAsync("[data-testid=step-model]");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Block("relu2")).ToBeVisibleAsync();

        await page.TabToAsync(".react-flow__node[data-id=relu2]");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.TypeAsync("dropout");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Block("dropout")).ToBeVisibleAsync();

        // It goes into the wire behind the block that was selected, and both ends are linked.
        await Expect(page.Locator(".react-flow__edge[data-id^=\"dropout.\"]").First).ToBeAttachedAsync();
        await Expect(page.Locator(".react-flow__edge[data-id^=\"kind.\"]").First).ToBeAttachedAsync();
        await page.ExpectSavedAsync();

        await page.TabToAsync("[data-testid=step-train]");
        await page.Keyboard.PressAsync("Enter");
        await page.TabToAsync("[data-testid=train]");
        await page.Keyboard.PressAsync("Enter");
        await page.ExpectStateAsync("finished");
        await page.Context.CloseAsync();
    }
}
