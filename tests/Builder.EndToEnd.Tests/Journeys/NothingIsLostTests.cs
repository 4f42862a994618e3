using System.Diagnostics;
using Builder.Bench.Ui.Serving;
using Builder.EndToEnd.Tests.Serving;
using static Microsoft.Playwright.Assertions;

namespace Builder.EndToEnd.Tests.Journeys;

/// <summary>Pause, stop, reload, a dropped line, two windows: nothing is lost, nothing is out of step.</summary>
public sealed class NothingIsLostTests(SharedBrowser browser)
{
    private static readonly TimeSpan LidClosed = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_run_is_paused_goes_on_survives_a_reload_and_is_stopped_with_its_model_kept()
    {
        await using var server = await RunningServer.StartAsync();
        var page = await browser.OpenAsync(server);
        await page.OpenReadyAsync("digits-cnn");
        await page.StartTrainingAsync();
        await page.GoToStepAsync("model");
        await Expect(page.Locator(".cv-root[data-run=running]")).ToBeVisibleAsync();
        await page.GoToStepAsync("train");

        await page.GetByTestId("pause").ClickAsync();
        await page.ExpectStateAsync("paused");
        await page.ReloadAsync();
        await page.ExpectStateAsync("paused");
        await page.GetByTestId("continue").ClickAsync();
        await page.ExpectStateAsync("running");
        await page.GetByTestId("stop").ClickAsync();
        await page.ExpectStateAsync("stopped", "finished");

        await Expect(page.GetByTestId("result")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_one_window_draws_the_other_shows_and_undo_works_in_both()
    {
        var one = await browser.OpenAsync();
        await one.OpenReadyAsync("iris");
        await one.GoToStepAsync("model");
        var two = await one.Context.NewPageAsync();
        await two.GotoAsync(one.Url);
        await Expect(two.Block("relu1")).ToBeVisibleAsync();

        await one.Block("relu1").ClickAsync();
        await one.Keyboard.PressAsync("Delete");
        await Expect(two.Block("relu1")).ToHaveCountAsync(0);
        await two.GetByTestId("undo").ClickAsync();

        await Expect(one.Block("relu1")).ToBeVisibleAsync();
        await one.Context.CloseAsync();
    }

    [Fact]
    public async Task A_line_that_is_gone_for_half_a_minute_is_told_and_costs_nothing()
    {
        await using var server = await RunningServer.StartAsync();
        await using var line = new DelayingProxy(server.Address.Port, TimeSpan.Zero);
        var context = await browser.Browser.NewContextAsync(new());
        var page = await context.NewPageAsync();
        await page.GotoAsync($"http://127.0.0.1:{line.Port}{server.Entrance.PathAndQuery}");
        await page.OpenReadyAsync("iris");
        await page.GoToStepAsync("model");
        await Expect(page.Block("relu1")).ToBeVisibleAsync();

        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        await Expect(page.GetByTestId("offline")).ToBeHiddenAsync();
        var clock = Stopwatch.StartNew();
        line.Cut();
        await Expect(page.GetByTestId("offline")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("save-state")).ToBeHiddenAsync();
        await Screenshots.TakeAsync(page, "offline");
        await page.WaitForTimeoutAsync(Math.Max(1, (float)(LidClosed - clock.Elapsed).TotalMilliseconds));
        line.Mend();

        await Expect(page.GetByTestId("connection")).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await Expect(page.GetByTestId("offline")).ToBeHiddenAsync();
        await Expect(page.Block("relu1")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.Block("relu1").ClickAsync();
        await page.Keyboard.PressAsync("Delete");
        await Expect(page.Block("relu1")).ToHaveCountAsync(0);
        Assert.Empty(errors);
        await context.CloseAsync();
    }
}
