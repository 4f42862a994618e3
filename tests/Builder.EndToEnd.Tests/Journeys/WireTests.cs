using Builder.Bench.Ui.Cases;
using Builder.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Builder.EndToEnd.Tests.Journeys;

/// <summary>A wire is taken by its end and led elsewhere, with the pointer, however large the canvas is shown.</summary>
public sealed class WireTests(SharedBrowser browser)
{
    [Fact]
    public async Task A_wire_is_pulled_off_its_port_and_led_to_another_at_every_zoom()
    {
        var page = await browser.OpenAsync(new(Width: 1800, Height: 900));
        await Stage.ImportAsync(page, ChainProject.Of(6));
        await Expect(page.Block(ChainProject.Id(5))).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show everything" }).First.ClickAsync();
        foreach (var zoom in (string[])["Zoom out", "Zoom out", "Zoom in", "Zoom in", "Zoom in"])
        {
            await page.GetByRole(AriaRole.Button, new() { Name = zoom }).First.ClickAsync();
            await PullOffAsync(page);
            await LeadElsewhereAsync(page);
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task All_blocks_and_wires_are_there_when_many_come_into_view_at_once()
    {
        const int blocks = 150;
        var page = await browser.OpenAsync();
        await Stage.ImportAsync(page, ChainProject.Of(blocks));
        await Expect(page.Block(ChainProject.Id(2))).ToBeVisibleAsync();
        await Expect(page.Locator(".cv-block-title")).Not.ToHaveCountAsync(blocks);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show everything" }).First.ClickAsync();
        await Expect(page.Locator(".cv-block-title")).ToHaveCountAsync(blocks);
        await Expect(page.Locator(".react-flow__handle.connectable.source")).ToHaveCountAsync(blocks);
        await Expect(page.Locator(".react-flow__edge-path")).ToHaveCountAsync(blocks - 1);
        await Expect(page.Locator(".cv-wire-label")).ToHaveCountAsync(blocks - 1);
        await page.Context.CloseAsync();
    }

    private static async Task PullOffAsync(IPage page)
    {
        var (x, y) = await InputAsync(page, 3);
        await DragAsync(page, (x, y), (x - 40, y + 200));
        await Expect(Wire(page, 2, 3)).ToHaveCountAsync(0);
        await Expect(page.Locator(".cv-search-popup")).ToHaveCountAsync(0);
        await UndoAsync(page, Wire(page, 2, 3));
    }

    private static async Task LeadElsewhereAsync(IPage page)
    {
        await DragAsync(page, await InputAsync(page, 3), await InputAsync(page, 4));
        await Expect(Wire(page, 2, 4)).ToHaveCountAsync(1);
        await Expect(Wire(page, 2, 3)).ToHaveCountAsync(0);
        await Expect(Wire(page, 3, 4)).ToHaveCountAsync(0);
        await UndoAsync(page, Wire(page, 2, 3));
    }

    private static async Task UndoAsync(IPage page, ILocator until)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).First.ClickAsync();
        await Expect(until).ToHaveCountAsync(1);
    }

    private static async Task DragAsync(IPage page, (float X, float Y) from, (float X, float Y) to)
    {
        await page.Mouse.MoveAsync(from.X, from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 12 });
        await page.Mouse.UpAsync();
    }

    private static async Task<(float X, float Y)> InputAsync(IPage page, int place)
    {
        var box = (await page.Block(ChainProject.Id(place)).Locator(".react-flow__handle.target").BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }

    private static ILocator Wire(IPage page, int from, int to) =>
        page.Locator($".react-flow__edge[aria-label=\"Link from {ChainProject.Id(from)} to {ChainProject.Id(to)}\"]");
}
