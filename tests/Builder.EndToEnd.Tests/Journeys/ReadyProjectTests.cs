using Builder.Bench.Ui.Serving;
using Builder.EndToEnd.Tests.Serving;
using static Microsoft.Playwright.Assertions;

namespace Builder.EndToEnd.Tests.Journeys;

/// <summary>A ready project in under a minute: open it, train it, read how good it is, try it.</summary>
public sealed class ReadyProjectTests(SharedBrowser browser)
{
    [Fact]
    public async Task A_ready_project_is_opened_trained_judged_and_tried()
    {
        await using var server = await RunningServer.StartAsync();
        var page = await browser.OpenAsync(server);
        await page.OpenReadyAsync("iris");
        await page.GoToStepAsync("model");
        await Expect(page.Block("hidden1")).ToContainTextAsync("16");

        await page.TrainToTheEndAsync();
        await Expect(page.GetByTestId("result")).ToContainTextAsync("guess", new() { IgnoreCase = true });

        await page.GoToStepAsync("evaluate");
        await Expect(page.GetByTestId("verdict")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("confusion")).ToContainTextAsync("setosa");

        await page.GoToStepAsync("use");
        await Expect(page.GetByTestId("answer")).ToContainTextAsync("%");
        await page.Context.CloseAsync();
    }
}
