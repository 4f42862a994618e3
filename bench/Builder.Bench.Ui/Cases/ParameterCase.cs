using Microsoft.Playwright;

namespace Builder.Bench.Ui.Cases;

/// <summary>
/// Types another size into the inspector and presses Enter: until the block on the canvas shows its new shape. Without Enter the field waits
/// a moment for the next key, so that a number of three digits is one edit and not three.
/// </summary>
public static class ParameterCase
{
    private const int Edits = 60;

    /// <summary>The 95th percentile over many edits.</summary>
    public static async Task<UiResult> RunAsync(IPage page)
    {
        var block = ChainProject.Id(1);
        await page.Locator(Stage.Node(block)).ClickAsync();
        await page.Locator("[data-canvas-inspector] [data-parameter=out_features] input").First.WaitForAsync();
        var times = await page.EvaluateAsync<double[]>(
            """
            async ([selector, edits]) => {
              const times = [];
              const node = document.querySelector(selector);
              for (let i = 0; i < edits; i++) {
                const size = String(100 + i);
                const seen = new Promise((resolve) => {
                  const watch = new MutationObserver(() => {
                    if (!node.textContent.includes(size)) return;
                    watch.disconnect();
                    resolve(performance.now());
                  });
                  watch.observe(node, { subtree: true, childList: true, characterData: true });
                });
                const input = document.querySelector('[data-canvas-inspector] [data-parameter=out_features] input');
                const began = performance.now();
                Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, size);
                input.dispatchEvent(new Event('input', { bubbles: true }));
                input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
                times.push((await seen) - began);
                await new Promise((resolve) => setTimeout(resolve, 30));
              }
              return times;
            }
            """,
            new object[] { Stage.Node(block), Edits });
        return new("a parameter edit shows its shapes (95th percentile)", times.Order().ElementAt((int)(0.95 * Edits)), "ms", 50);
    }
}
