using Builder.Bench.Ui.Serving;
using Builder.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
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
        await Expect(page.GetByTestId("result")).ToContainTextAsync("most frequent answer", new() { IgnoreCase = true });

        await page.GoToStepAsync("evaluate");
        await Expect(page.Locator(".verdict h2")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Confusion matrix" })).ToContainTextAsync("setosa");

        await page.GoToStepAsync("use");
        await Expect(page.Locator("section.answer")).ToContainTextAsync("%", new() { Timeout = 60_000 });
        await page.Context.CloseAsync();
    }
}
