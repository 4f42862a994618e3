using Builder.EndToEnd.Tests.Serving;
using static Microsoft.Playwright.Assertions;

namespace Builder.EndToEnd.Tests.Journeys;

/// <summary>A model is read at first sight: all of it is in the window, its letters can be read, and the canvas has its room.</summary>
public sealed class FirstSightTests(SharedBrowser browser)
{
    [Theory]
    [InlineData("iris", "en", "light")]
    [InlineData("digits-cnn", "zh", "dark")]
    [InlineData("novel-gpt", "en", "dark")]
    [InlineData("breast-cancer", "zh", "light")]
    [InlineData("digits-gan", "en", "light")]
    public async Task The_whole_chain_of_a_ready_project_is_read_at_once(string project, string language, string theme)
    {
        var page = await browser.OpenAsync(new(language, theme, 1440, 900));
        await page.OpenReadyAsync(project);
        await page.GoToStepAsync("model");
        await Expect(page.Locator(".react-flow__node").First).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => document.fonts.status === 'loaded'");

        var outside = await page.EvaluateAsync<int>(
            """
            () => { const s = document.querySelector('.cv-stage').getBoundingClientRect();
              return [...document.querySelectorAll('.react-flow__node-block')].map(n => n.getBoundingClientRect())
                .filter(b => b.left < s.left || b.right > s.right || b.top < s.top || b.bottom > s.bottom).length; }
            """);
        var smallest = await page.EvaluateAsync<double>(
            """
            () => Math.min(...[...document.querySelectorAll('.cv-block-title, .cv-block-parameters')].filter(e => e.textContent.trim() !== '')
              .map(e => parseFloat(getComputedStyle(e).fontSize) * e.closest('.react-flow__node').getBoundingClientRect().width / e.closest('.react-flow__node').offsetWidth))
            """);
        await Screenshots.TakeAsync(page, $"first-sight-{project}-{language}-{theme}-1440");
        Assert.Equal(0, outside);
        Assert.Empty(await page.CoveredBlocksAsync());
        Assert.InRange(smallest, 11.9, 40);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1024, 768, "en", "light", 0.6)]
    [InlineData(1024, 768, "zh", "dark", 0.6)]
    [InlineData(390, 844, "en", "dark", 0.85)]
    [InlineData(390, 844, "zh", "light", 0.85)]
    public async Task The_canvas_has_its_room_in_a_small_window(int width, int height, string language, string theme, double least)
    {
        var page = await browser.OpenAsync(new(language, theme, width, height));
        await page.OpenReadyAsync("iris");
        await page.GoToStepAsync("model");
        await Expect(page.Locator(".react-flow__node").First).ToBeVisibleAsync();

        await Screenshots.TakeAsync(page, $"first-sight-iris-{language}-{theme}-{width}");
        var share = await page.EvaluateAsync<double>("() => document.querySelector('.cv-stage').getBoundingClientRect().width / window.innerWidth");
        Assert.InRange(share, least, 1);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en", "Inter Variable")]
    [InlineData("zh", "Noto Sans SC Variable")]
    public async Task A_saved_drawing_brings_its_fonts(string language, string family)
    {
        var page = await browser.OpenAsync(new(language));
        await page.OpenReadyAsync("digits-cnn");
        await page.GoToStepAsync("model");
        await Expect(page.Locator(".react-flow__node").First).ToBeVisibleAsync();
        foreach (var (row, ending) in new[] { (1, "png"), (2, "svg") })
        {
            await page.GetByTestId("model-menu").ClickAsync();
            var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(".train-panel .menu-item").Nth(row).ClickAsync());
            var file = Path.Combine(Path.GetTempPath(), $"builder-drawing-{language}-{Guid.NewGuid():N}.{ending}");
            await download.SaveAsAsync(file);
            try
            {
                if (ending == "svg")
                {
                    var svg = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
                    Assert.Contains($"@font-face{{font-family:'{family}'", svg, StringComparison.Ordinal);
                    Assert.Contains("data:font/woff2;base64,d09GM", svg, StringComparison.Ordinal);
                }
                else
                {
                    var shot = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
                    Assert.True(shot.Length > 20_000, $"{shot.Length} bytes.");
                    await page.EvaluateAsync("png => { document.body.innerHTML = ''; const i = new Image(); i.src = 'data:image/png;base64,' + png; i.style.width = '100%'; document.body.append(i); return i.decode(); }", Convert.ToBase64String(shot));
                    await Screenshots.TakeAsync(page, $"saved-drawing-{language}");
                    await page.ReloadAsync();
                    await Expect(page.Locator(".react-flow__node").First).ToBeVisibleAsync();
                }
            }
            finally
            {
                File.Delete(file);
            }
        }

        await page.Context.CloseAsync();
    }
}
