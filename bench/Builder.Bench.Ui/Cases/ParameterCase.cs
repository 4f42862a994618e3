using Microsoft.Playwright;

namespace Builder.Bench.Ui.Cases;

/// <summary>
/// Types another size into the inspector, until the block on the canvas shows its new shape: once with Enter, which asks for it at once, and
/// once without, where the field first waits a moment for the next key, so that a number of three digits is one edit and not three.
/// </summary>
public static class ParameterCase
{
    private const int Edits = 60;
    private const int PausedEdits = 20;

    // A server that has just been started still compiles what it runs: its first edits are told apart from all later ones.
    private const int FirstEdits = 20;
    private const int WarmUp = 130;

    /// <summary>From Enter: the 95th percentile over many edits has a limit, the median is told.</summary>
    public static async Task<IReadOnlyList<UiResult>> RunAsync(IPage page)
    {
        await page.Locator(Stage.Node(ChainProject.Id(1))).ClickAsync();
        await page.Locator("[data-canvas-inspector] [data-parameter=out_features] input").First.WaitForAsync();
        var first = await TimesAsync(page, 1000, FirstEdits, enter: true);
        await TimesAsync(page, 2000, WarmUp, enter: true);
        var entered = await TimesAsync(page, 100, Edits, enter: true);
        var paused = await TimesAsync(page, 200, PausedEdits, enter: false);
        return
        [
            new("a parameter edit shows its shapes after Enter (95th percentile)", entered[(int)(0.95 * Edits)], "ms", 50),
            new("a parameter edit shows its shapes after Enter (median)", entered[Edits / 2], "ms", null),
            new("the same for the first edits after the server's start (median)", first[FirstEdits / 2], "ms", null),
            new("a parameter edit shows its shapes after the last key alone (median)", paused[PausedEdits / 2], "ms", null),
        ];
    }

    /// <summary>The times of many edits, the shortest first.</summary>
    private static async Task<double[]> TimesAsync(IPage page, int first, int edits, bool enter)
    {
        var times = await page.EvaluateAsync<double[]>(
            """
            async ([selector, first, edits, enter]) => {
              const times = [];
              const node = document.querySelector(selector);
              for (let i = 0; i < edits; i++) {
                const size = String(first + i);
                const seen = new Promise((resolve) => {
                  const watch = new MutationObserver(() => {
                    if (!node.querySelector('.cv-shape').textContent.includes(size)) return;
                    watch.disconnect();
                    resolve(performance.now());
                  });
                  watch.observe(node, { subtree: true, childList: true, characterData: true });
                });
                const input = document.querySelector('[data-canvas-inspector] [data-parameter=out_features] input');
                const began = performance.now();
                Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, size);
                input.dispatchEvent(new Event('input', { bubbles: true }));
                if (enter) input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
                times.push((await seen) - began);
                await new Promise((resolve) => setTimeout(resolve, 40 + 20 * Math.random()));
              }
              return times;
            }
            """,
            new object[] { Stage.Node(ChainProject.Id(1)), first, edits, enter });
        return [.. times.Order()];
    }
}
