using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace Builder.Bench.Ui.Cases;

/// <summary>
/// Memory of the server with 200 open editors of a project of 100 blocks, against 200 windows with the page of an empty canvas.
/// </summary>
public static class MemoryCase
{
    private const int Windows = 200;

    /// <summary>The ratio of what the windows add to the server's resident memory at all.</summary>
    public static async Task<UiResult> RunAsync()
    {
        var empty = await ResidentAsync("""{ "format": 1, "name": "Empty", "blocks": [], "links": [] }""", null);
        var full = await ResidentAsync(ChainProject.Of(100), ChainProject.Id(2));
        return new(
            string.Create(CultureInfo.InvariantCulture, $"server memory, {Windows} editors of 100 blocks / of nothing ({full / 1e6:0} / {empty / 1e6:0} MB)"),
            full / empty, "×", 2);
    }

    /// <summary>Windows share a few renderer processes: it is the server whose memory is measured.</summary>
    private static async Task<double> ResidentAsync(string project, string? block)
    {
        await using var stage = await Stage.SetAsync("--renderer-process-limit=4");
        var first = await stage.Browser.OpenAsync(stage.Server, new(Width: 1024, Height: 768));
        var id = await Stage.ImportAsync(first, project);
        var address = new Uri(stage.Server.Address, $"/projects/{id}/model").ToString();
        for (var i = 0; i < Windows; i++)
        {
            var page = await first.Context.NewPageAsync();
            await page.GotoAsync(address);
            await page.Locator(block is null ? ".react-flow__pane" : Stage.Node(block)).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        }

        using var server = Process.GetProcessById(stage.Server.ProcessId);
        return server.WorkingSet64;
    }
}
