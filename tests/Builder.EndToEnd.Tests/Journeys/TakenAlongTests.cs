using System.Text.RegularExpressions;
using Builder.Bench.Ui.Serving;
using Builder.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Builder.EndToEnd.Tests.Journeys;

/// <summary>What becomes of a trained project: it is changed, restored, taken away with its runs, and opened again elsewhere.</summary>
public sealed partial class TakenAlongTests(SharedBrowser browser)
{
    private static readonly string[] PagesOfARun = ["train", "evaluate", "use"];

    [Fact]
    public async Task A_trained_project_tells_that_it_was_changed_is_restored_and_opens_again_with_its_runs()
    {
        await using var server = await RunningServer.StartAsync();
        var page = await browser.OpenAsync(server);
        await page.OpenReadyAsync("iris");
        await page.TrainToTheEndAsync();
        await page.GoToStepAsync("use");
        await page.GetByTestId("take-away").ClickAsync();
        await Screenshots.TakeAsync(page, "take-away");
        var model = await page.RunAndWaitForDownloadAsync(() => page.GetByTestId("take-bundle").ClickAsync());
        Assert.Matches(NamedModel(), model.SuggestedFilename);
        await TakeOnnxAsync(page);

        await ChangeAndRestoreAsync(page);
        await OpenAgainAsync(page, server);
        await page.Context.CloseAsync();
    }

    private static async Task TakeOnnxAsync(IPage page)
    {
        await page.GetByTestId("take-away").ClickAsync();
        await page.GetByTestId("take-onnx").ClickAsync();
        await Expect(page.GetByTestId("onnx-usage")).ToContainTextAsync("sepal_length_cm");
        await Screenshots.TakeAsync(page, "take-onnx");
        var onnx = await page.RunAndWaitForDownloadAsync(() => page.GetByTestId("onnx-download").ClickAsync());
        Assert.EndsWith(".onnx", onnx.SuggestedFilename, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByTestId("onnx-dialog")).ToBeHiddenAsync();
    }

    private static async Task ChangeAndRestoreAsync(IPage page)
    {
        await page.GoToStepAsync("model");
        await page.Block("relu1").ClickAsync();
        await page.Keyboard.PressAsync("Delete");
        await Expect(page.Block("relu1")).ToHaveCountAsync(0);
        await page.ExpectSavedAsync();
        foreach (var step in PagesOfARun)
        {
            await page.GoToStepAsync(step);
            await Expect(page.GetByTestId("changed-since")).ToBeVisibleAsync();
            await Screenshots.TakeAsync(page, $"changed-since-{step}");
        }

        await page.GoToStepAsync("history");
        await page.Locator("button[data-revision=\"0\"]").ClickAsync();
        await page.GetByTestId("restore").ClickAsync();
        await Expect(page.Locator("button.line").First).ToContainTextAsync("Restored");
        await Screenshots.TakeAsync(page, "history-restored");
        await page.GoToStepAsync("evaluate");
        await Expect(page.Locator(".verdict h2")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("changed-since")).ToHaveCountAsync(0);
    }

    private static async Task OpenAgainAsync(IPage page, RunningServer server)
    {
        var before = page.ProjectId();
        await page.GotoAsync(server.Address.ToString());
        var card = page.GetByTestId($"project-{before}");
        await Expect(card.GetByTestId("score")).ToBeVisibleAsync();
        var name = await card.Locator("h3").InnerTextAsync();
        await card.GetByTestId("project-menu").Locator("summary").ClickAsync();
        await card.GetByTestId("export").ClickAsync();
        await page.GetByTestId("export-runs").CheckAsync();
        await Screenshots.TakeAsync(page, "export-with-runs");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByTestId("export-now").ClickAsync());
        Assert.StartsWith(name, download.SuggestedFilename, StringComparison.Ordinal);
        var file = Path.Combine(Path.GetTempPath(), $"builder-export-{Guid.NewGuid():N}.zip");
        await download.SaveAsAsync(file);
        try
        {
            await page.GetByTestId("import-file").SetInputFilesAsync(file);
            await page.ExpectAddressAsync("/model");
        }
        finally
        {
            File.Delete(file);
        }

        Assert.NotEqual(before, page.ProjectId());
        await page.GoToStepAsync("evaluate");
        await Expect(page.Locator(".verdict h2")).ToContainTextAsync("held-back cases");
        await page.GoToStepAsync("use");
        await Expect(page.Locator("section.answer:not(.asking) .big")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.GotoAsync(server.Address.ToString());
        await Expect(page.GetByTestId("my-projects").Locator("h3")).ToHaveCountAsync(2);
        Assert.Equal(2, (await page.GetByTestId("my-projects").Locator("h3").AllInnerTextsAsync()).Distinct(StringComparer.Ordinal).Count());
        await Expect(page.GetByTestId("score")).ToHaveCountAsync(2);
        await Screenshots.TakeAsync(page, "opened-again");
    }

    [GeneratedRegex(@"^Three kinds of iris - Run 1\.zip$")]
    private static partial Regex NamedModel();
}
