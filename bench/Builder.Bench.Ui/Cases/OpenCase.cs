using System.Diagnostics;
using Microsoft.Playwright;

namespace Builder.Bench.Ui.Cases;

/// <summary>Opens a project of 300 blocks from another page of the project: until every block that fits the window is there.</summary>
public static class OpenCase
{
    private const int Blocks = 300;
    private const int Rounds = 5;

    // A large project opens at a legible size, and only the blocks in view are drawn: a few of its first row.
    private const int InView = 4;

    /// <summary>Median of several openings; leaves the canvas open for what is measured next.</summary>
    public static async Task<UiResult> RunAsync(IPage page)
    {
        await Stage.ImportAsync(page, ChainProject.Of(Blocks));
        await Stage.WaitForBlockAsync(page, ChainProject.Id(2));
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "Data" }).First.ClickAsync();
            await page.Locator(".react-flow__node").First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
            var watch = Stopwatch.StartNew();
            await page.GetByRole(AriaRole.Link, new() { Name = "Model" }).First.ClickAsync();
            await page.WaitForFunctionAsync($"() => document.querySelectorAll('.react-flow__node').length >= {InView}");
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return new("open a project of 300 blocks", times[Rounds / 2], "ms", 1000);
    }
}
