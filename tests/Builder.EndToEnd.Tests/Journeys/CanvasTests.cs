using System.Text.RegularExpressions;
using Builder.Bench.Ui.Serving;
using Builder.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Builder.EndToEnd.Tests.Journeys;

/// <summary>What a person does on the canvas besides drawing: watching a training, adding groups, connecting by the keyboard, pinching on a telephone.</summary>
public sealed partial class CanvasTests(SharedBrowser browser)
{
    /// <summary>The height of a line of buttons with the room around it, in CSS pixels.</summary>
    private const float OneLine = 56;

    [Theory]
    [InlineData("zh", "dark", 1440, 900)]
    [InlineData("en", "light", 1024, 768)]
    [InlineData("en", "dark", 390, 844)]
    public async Task A_training_is_watched_slowed_down_and_stopped_on_the_canvas(string language, string theme, int width, int height)
    {
        await using var server = await RunningServer.StartAsync();
        var page = await browser.OpenAsync(server, new(language, theme, width, height));
        await page.OpenReadyAsync("digits-cnn");
        await page.StartTrainingAsync();
        await page.GoToStepAsync("model");

        var strip = page.GetByTestId("run-strip");
        await Expect(strip.GetByTestId("run-strip-loss")).ToHaveTextAsync(Number(), new() { Timeout = 60_000 });
        await Expect(strip.GetByTestId("run-strip-place")).ToHaveTextAsync(Place());
        await Expect(strip.GetByTestId("live-rate-value")).ToHaveTextAsync(Number());
        await Screenshots.TakeAsync(page, $"strip-{language}-{theme}-{width}");
        var slider = strip.Locator("input[type=range]");
        await slider.FocusAsync();
        await slider.FillAsync("-20");
        await Expect(strip.GetByTestId("live-rate-reset")).ToBeVisibleAsync();
        await Screenshots.TakeAsync(page, $"strip-changed-{language}-{theme}-{width}");
        if (width > 1000)
        {
            Assert.InRange((await strip.BoundingBoxAsync())!.Height, 1, OneLine);
        }

        await page.GoToStepAsync("train");
        await Expect(page.Locator(".train-main").GetByTestId("live-rate-reset")).ToBeVisibleAsync();
        await Expect(page.Locator(".train-main .remarks")).ToContainTextAsync(language == "zh" ? "手动修改了学习率" : "changed by hand in epoch");
        await Expect(page.GetByTestId("curves").Locator("[role=img]").First).ToHaveAttributeAsync("aria-label", RateMark());
        await Screenshots.TakeAsync(page, $"train-rate-{language}-{theme}-{width}");
        await page.GoToStepAsync("model");
        if (width > 1400)
        {
            // A curve needs epochs.
            await Expect(strip.GetByTestId("run-strip-place")).ToHaveTextAsync(ThirdEpoch(), new() { Timeout = 60_000 });
        }

        await strip.GetByTestId("run-strip-stop").ClickAsync();
        await Expect(strip.Locator("[data-state=stopped], [data-state=finished]")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Screenshots.TakeAsync(page, $"strip-over-{language}-{theme}-{width}");
        await strip.Locator("button").ClickAsync();
        await Expect(strip).ToHaveCountAsync(0);
        if (width > 1400)
        {
            await page.GoToStepAsync("evaluate");
            var marks = page.Locator(".plot .marks").Filter(new() { HasTextRegex = RateMark() });
            await Expect(marks).ToHaveCountAsync(1);
            await marks.Locator("xpath=ancestor::figure").ScrollIntoViewIfNeededAsync();
            await Screenshots.TakeAsync(page, $"evaluate-rate-{language}-{theme}-{width}");
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_residual_block_takes_its_channels_from_what_comes_in()
    {
        var page = await browser.OpenAsync(new(Width: 1600, Height: 1000));
        await page.OpenReadyAsync("digits-cnn");
        await page.GoToStepAsync("model");
        await Expect(page.Locator(".react-flow__node").First).ToBeVisibleAsync();
        var first = await page.EvaluateAsync<string>("() => [...document.querySelectorAll('.react-flow__node')].map(n => n.dataset.id).find(id => /conv/i.test(id))");

        await page.Block(first).ClickAsync();
        await page.Locator(".cv-palette input").FillAsync("residual");
        await page.Locator(".cv-item[data-kind=ResidualBlock]").ClickAsync();
        await Expect(page.Locator(".react-flow__node[data-id^=residual]")).ToBeVisibleAsync();
        await page.ExpectSavedAsync();

        await Expect(page.Locator(".react-flow__edge[data-id^=residual]").First).ToBeAttachedAsync();
        await Expect(page.GetByTestId("problem-count")).ToHaveCountAsync(0);
        await Screenshots.TakeAsync(page, "residual-fits");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Two_blocks_are_connected_by_the_keyboard_alone_and_a_link_that_would_give_way_is_told_before()
    {
        var page = await browser.OpenAsync();
        await page.OpenReadyAsync("iris");
        await page.GoToStepAsync("model");
        await Expect(page.Block("relu2")).ToBeVisibleAsync();
        var before = await page.Locator(".react-flow__edge").CountAsync();
        await page.TabToAsync("a[data-skip][href=\"#canvas\"]");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.TypeAsync("dropout");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Block("dropout")).ToBeVisibleAsync();
        await Expect(page.Locator(".react-flow__edge")).ToHaveCountAsync(before);

        await page.TabToAsync(".react-flow__node[data-id=dropout]");
        await page.Keyboard.PressAsync("c");
        var options = page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Option);
        await Expect(options.First).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync("relu2");
        await Expect(options.First).ToContainTextAsync("→");
        await Expect(options.Filter(new() { HasText = "takes the place of the link" }).First).ToBeVisibleAsync();
        await Expect(options.First).Not.ToContainTextAsync("takes the place");
        await Screenshots.TakeAsync(page, "connect-to");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".react-flow__edge")).ToHaveCountAsync(before + 1);
        await Expect(page.Locator(".react-flow__edge[data-id^=\"dropout.input\"]")).ToHaveCountAsync(1);
        await page.ExpectSavedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_plus_on_a_wire_puts_a_block_into_it_and_makes_room()
    {
        var page = await browser.OpenAsync();
        await page.OpenReadyAsync("iris");
        await page.GoToStepAsync("model");
        await Expect(page.Block("relu1")).ToBeVisibleAsync();
        var before = await page.Locator(".react-flow__edge").CountAsync();
        // Wires take the pointer, and the view is at rest, once they say what flows along them.
        await Expect(page.Locator(".cv-wire-label")).ToHaveCountAsync(before);
        var (from, to) = ((await page.Block("hidden1").BoundingBoxAsync())!, (await page.Block("relu1").Locator(".react-flow__handle.target").BoundingBoxAsync())!);
        var (x, y) = ((from.X + from.Width + to.X) / 2, to.Y + (to.Height / 2));
        await page.Mouse.MoveAsync(x, y - 60);
        await page.Mouse.MoveAsync(x, y, new() { Steps = 8 });
        await Screenshots.TakeAsync(page, "plus-on-a-wire");
        await page.Locator(".cv-wire-plus").ClickAsync();
        await page.Keyboard.TypeAsync("dropout");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Block("dropout")).ToBeVisibleAsync();
        await Expect(page.Locator(".react-flow__edge")).ToHaveCountAsync(before + 1);
        await Expect(page.Locator(".react-flow__edge[data-id^=\"relu1.\"]")).ToHaveAttributeAsync("aria-label", new Regex("Dropout"));
        var covered = await page.EvaluateAsync<string[]>(
            """
            () => { const blocks = [...document.querySelectorAll('.react-flow__node-block')].map(n => ({ id: n.dataset.id, r: n.getBoundingClientRect() }));
              return blocks.flatMap((a, i) => blocks.slice(i + 1).filter(b => a.r.left < b.r.right && b.r.left < a.r.right && a.r.top < b.r.bottom && b.r.top < a.r.bottom).map(b => `${a.id} lies on ${b.id}`)); }
            """);
        Assert.Empty(covered);
        await page.ExpectSavedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_a_telephone_two_fingers_make_the_canvas_larger()
    {
        var page = await browser.OpenAsync(new(Width: 390, Height: 844));
        var touch = await page.Context.NewCDPSessionAsync(page);
        await touch.SendAsync("Emulation.setTouchEmulationEnabled", new() { ["enabled"] = true, ["maxTouchPoints"] = 2 });
        await page.OpenReadyAsync("iris");
        await page.GoToStepAsync("model");
        await page.ReloadAsync();
        await Expect(page.Locator(".react-flow__node").First).ToBeVisibleAsync();
        var stage = (await page.Locator(".cv-stage").BoundingBoxAsync())!;
        var before = await ZoomAsync(page);

        // Both fingers come down on a block, as they nearly always do on a telephone.
        var x = stage.X + (stage.Width / 2);
        var y = await page.EvaluateAsync<double>(
            """
            ([x, top, bottom]) => Array.from({ length: Math.floor(bottom - top) }, (_, i) => bottom - i)
              .find(y => [x - 40, x + 40].every(at => (e => e?.closest('.react-flow__node') && !e.closest('.react-flow__handle'))(document.elementFromPoint(at, y))))
            """, new double[] { x, stage.Y + 5, stage.Y + stage.Height - 5 });
        for (var apart = 40; apart <= 120; apart += 10)
        {
            await touch.SendAsync("Input.dispatchTouchEvent", Fingers(apart == 40 ? "touchStart" : "touchMove", x - apart, y, x + apart, y));
        }

        await touch.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });
        await Screenshots.TakeAsync(page, "pinched-390");
        Assert.InRange(await ZoomAsync(page) / before, 1.8, 4);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_model_that_was_downloaded_opens_where_it_is_used_and_answers()
    {
        var page = await browser.OpenAsync();
        await page.OpenReadyAsync("iris");
        await page.TrainToTheEndAsync();
        await page.GoToStepAsync("use");
        await page.GetByTestId("take-away").ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByTestId("take-bundle").ClickAsync());
        var file = Path.Combine(Path.GetTempPath(), $"builder-model-{Guid.NewGuid():N}.zip");
        await download.SaveAsAsync(file);
        try
        {
            await page.GotoAsync(browser.Server.Address.ToString());
            await page.GetByTestId("import-file").SetInputFilesAsync(file);
            await page.ExpectAddressAsync("/use");
            await Expect(page.Locator("section.answer:not(.asking) .big")).ToBeVisibleAsync(new() { Timeout = 60_000 });
            await Screenshots.TakeAsync(page, "imported-model-use");
            await page.GoToStepAsync("evaluate");
            await Expect(page.Locator(".verdict h2")).ToContainTextAsync("came in as a file");
            await Screenshots.TakeAsync(page, "imported-model-evaluate");
        }
        finally
        {
            File.Delete(file);
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_skip_link_leads_to_the_canvas_and_muting_is_not_offered_where_it_means_nothing()
    {
        var page = await browser.OpenAsync();
        await page.OpenReadyAsync("iris");
        await page.GoToStepAsync("model");
        await Expect(page.Block("relu1")).ToBeVisibleAsync();
        await page.Locator("a[data-skip][href=\"#canvas\"]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement?.closest('#canvas, .cv-root, .cv-stage') != null"));

        await page.Block("relu1").ClickAsync(new() { Button = MouseButton.Right });
        await Expect(page.GetByRole(AriaRole.Menuitem, new() { NameRegex = Mute() })).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Escape");
        await page.Block("loss").ClickAsync(new() { Button = MouseButton.Right });
        await Expect(page.GetByRole(AriaRole.Menuitem).First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Menuitem, new() { NameRegex = Mute() })).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_model_that_no_computer_could_hold_is_refused_while_it_is_drawn()
    {
        var page = await browser.OpenAsync();
        await page.OpenReadyAsync("iris");
        await page.GoToStepAsync("model");
        foreach (var block in new[] { "hidden1", "hidden2" })
        {
            await page.Block(block).ClickAsync();
            var units = page.GetByTestId("block-inspector").Locator("[data-parameter=out_features] input");
            // The field of the block before is still there for a moment.
            await Expect(units).ToHaveValueAsync("16");
            await units.FillAsync("1000000");
            await units.PressAsync("Enter");
            await Expect(page.Block(block)).ToContainTextAsync("1000000");
        }

        await Expect(page.GetByTestId("block-inspector")).ToContainTextAsync("no computer has that much");
        await Expect(page.GetByTestId("problem-count")).ToHaveTextAsync("1");
        await Screenshots.TakeAsync(page, "too-many-weights");
        await page.Context.CloseAsync();
    }

    private static Dictionary<string, object> Fingers(string type, double x1, double y1, double x2, double y2) => new()
    {
        ["type"] = type,
        ["touchPoints"] = new object[] { new { x = x1, y = y1, id = 0 }, new { x = x2, y = y2, id = 1 } },
    };

    private static Task<double> ZoomAsync(IPage page) =>
        page.EvaluateAsync<double>("() => new DOMMatrix(getComputedStyle(document.querySelector('.react-flow__viewport')).transform).a");

    [GeneratedRegex(@"^\d.*")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(Epoch \d+ of \d+|第 \d+ 轮)")]
    private static partial Regex Place();

    [GeneratedRegex(@"^(Epoch|第) ([3-9]|\d\d)")]
    private static partial Regex ThirdEpoch();

    [GeneratedRegex(@"(learning rate|学习率) [\d.]+ → [\d.]+")]
    private static partial Regex RateMark();

    [GeneratedRegex("^(Mute|停用)")]
    private static partial Regex Mute();
}
