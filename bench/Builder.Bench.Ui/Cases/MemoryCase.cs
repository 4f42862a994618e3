using System.Globalization;
using Builder.Bench.Ui.Serving;
using Microsoft.Playwright;

namespace Builder.Bench.Ui.Cases;

/// <summary>
/// Memory of the server while 200 editors of one project of 100 blocks are open, against 200 windows with the emptiest page there is: the one
/// that says that there is no such project. All of the process counts that is its own, after its garbage was collected.
/// </summary>
public static class MemoryCase
{
    private const int Windows = 200;

    /// <summary>The ratio, and what one window more costs.</summary>
    public static async Task<IReadOnlyList<UiResult>> RunAsync()
    {
        var empty = await MeasureAsync(null, ".empty a");
        var full = await MeasureAsync(ChainProject.Of(100), Stage.Node(ChainProject.Id(2)));
        return
        [
            new(string.Create(CultureInfo.InvariantCulture, $"server memory, {Windows} editors of 100 blocks / {Windows} empty pages ({full.Many / 1e6:0} / {empty.Many / 1e6:0} MB)"), full.Many / empty.Many, "×", 2),
            new("memory of one more editor of 100 blocks", full.Each / 1e6, "MB", null),
            new("memory of one more empty page", empty.Each / 1e6, "MB", null),
        ];
    }

    /// <summary>Windows share a few renderer processes: it is the server whose memory is measured.</summary>
    private static async Task<(double Many, double Each)> MeasureAsync(string? project, string shown)
    {
        await using var stage = await Stage.SetAsync("--renderer-process-limit=4");
        var first = await stage.Browser.OpenAsync(stage.Server, new(Width: 1024, Height: 768));
        first.SetDefaultTimeout(60_000);
        var id = project is null ? "none" : await Stage.ImportAsync(first, project);
        var address = new Uri(stage.Server.Address, $"/projects/{id}/model").ToString();
        await OpenAsync(first, address, shown);
        var one = await ServerMemory.AfterCollectionAsync(stage.Server.ProcessId);
        for (var i = 1; i < Windows; i++)
        {
            await OpenAsync(await first.Context.NewPageAsync(), address, shown);
        }

        var many = await ServerMemory.AfterCollectionAsync(stage.Server.ProcessId);
        return (many, (many - one) / (Windows - 1));
    }

    private static async Task OpenAsync(IPage page, string address, string shown)
    {
        await page.GotoAsync(address, new() { Timeout = 60_000 });
        await page.Locator(shown).First.WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = 60_000 });
    }
}
