using Builder.Bench.Ui.Serving;
using Microsoft.Playwright;

namespace Builder.Bench.Ui.Cases;

/// <summary>
/// Drags a block on a line with 200 ms of added delay: how many messages cross the connection between pressing and dropping, and how long
/// the page is ever busy in one piece.
/// </summary>
public static class DragCase
{
    private const int MovesOfAPointer = 60;
    private static readonly TimeSpan AddedDelay = TimeSpan.FromMilliseconds(200);

    // SignalR's keep-alive is a frame of two or three bytes, sent by a clock; it is no message of ours.
    private const int LargestKeepAlive = 3;

    /// <summary>Messages while a block of a project of 100 is dragged.</summary>
    public static async Task<UiResult> MessagesAsync(Stage stage)
    {
        await using var line = new DelayingProxy(stage.Server.Address.Port, AddedDelay);
        var context = await stage.Browser.NewContextAsync(new());
        var page = await context.NewPageAsync();
        var sent = 0;
        page.WebSocket += (_, socket) => socket.FrameSent += (_, frame) => Interlocked.Add(ref sent, Length(frame) > LargestKeepAlive ? 1 : 0);
        await page.GotoAsync($"http://127.0.0.1:{line.Port}{stage.Server.Entrance.PathAndQuery}");
        await Stage.ImportAsync(page, ChainProject.Of(100));
        await Stage.WaitForBlockAsync(page, ChainProject.Id(2));
        var box = (await page.Locator(Stage.Node(ChainProject.Id(2))).BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(Middle(box).X, Middle(box).Y);
        await page.WaitForTimeoutAsync(1000);

        await page.Mouse.DownAsync();
        var before = Volatile.Read(ref sent);
        await MoveAsync(page, box);
        var during = Volatile.Read(ref sent) - before;
        await page.Mouse.UpAsync();
        await context.CloseAsync();
        return new("messages during a drag, 100 blocks, +200 ms", during, "", 0);
    }

    /// <summary>The longest task while a block of a project of 300 is dragged.</summary>
    public static async Task<UiResult> LongestTaskAsync(IPage page)
    {
        var box = (await page.Locator(Stage.Node(ChainProject.Id(2))).BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(Middle(box).X, Middle(box).Y);
        await LongTasks.WatchAsync(page);
        await page.Mouse.DownAsync();
        await MoveAsync(page, box);
        await page.Mouse.UpAsync();
        return new("longest task during a drag, 300 blocks", await LongTasks.LongestAsync(page), "ms", 50);
    }

    private static async Task MoveAsync(IPage page, LocatorBoundingBoxResult box)
    {
        for (var step = 1; step <= MovesOfAPointer; step++)
        {
            await page.Mouse.MoveAsync(Middle(box).X + (2 * step), Middle(box).Y + step);
        }
    }

    private static (float X, float Y) Middle(LocatorBoundingBoxResult box) => (box.X + (box.Width / 2), box.Y + (box.Height / 4));

    private static int Length(IWebSocketFrame frame) => frame.Binary?.Length ?? frame.Text?.Length ?? 0;
}
