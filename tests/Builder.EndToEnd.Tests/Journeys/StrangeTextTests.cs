using Builder.EndToEnd.Tests.Serving;
using static Microsoft.Playwright.Assertions;

namespace Builder.EndToEnd.Tests.Journeys;

/// <summary>Names that are markup, run from right to left, are made of pictures or have no end: shown as they are, or cut short.</summary>
public sealed class StrangeTextTests(SharedBrowser browser)
{
    private const int TenMegabytes = 10_000_000;

    [Fact]
    public async Task A_block_may_be_called_anything_and_its_name_stays_text()
    {
        var page = await browser.OpenAsync();
        page.Dialog += (_, dialog) => Assert.Fail($"A name was run as a script: {dialog.Message}");
        await page.OpenReadyAsync("iris");
        await page.GoToStepAsync("model");
        await page.Block("relu1").ClickAsync();
        var label = page.Locator("#block-label");
        foreach (var name in new[] { "<img src=x onerror=alert(1)>", "שכבה ראשונה", "👩🏽‍🔬🧪", "{{7*7}} & \"quotes\" </script>" })
        {
            await label.FillAsync(name);
            await label.PressAsync("Enter");

            await Expect(page.Block("relu1")).ToContainTextAsync(name);
        }

        await label.FillAsync("");
        await label.FocusAsync();
        await page.Keyboard.InsertTextAsync(new string('x', TenMegabytes));
        await label.PressAsync("Enter");

        await Expect(page.Block("relu1")).ToContainTextAsync(new string('x', 200));
        await page.ExpectSavedAsync();
        await page.ReloadAsync();
        await Expect(page.Block("relu1")).ToContainTextAsync("xxxx");
        await Expect(page.Locator("img[src=x]")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }
}
