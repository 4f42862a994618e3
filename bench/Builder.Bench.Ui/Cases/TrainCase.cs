using Microsoft.Playwright;

namespace Builder.Bench.Ui.Cases;

/// <summary>
/// Opens a ready project, looks at its model for a moment and presses Train there: until the curve has moved, which takes two messages with
/// points of it.
/// </summary>
public static class TrainCase
{
    private const int Rounds = 3;

    /// <summary>How long a person looks at the model first.</summary>
    private const float Look = 5_000;

    /// <summary>The median of several runs of each project.</summary>
    public static async Task<IReadOnlyList<UiResult>> RunAsync()
    {
        await using var stage = await Stage.SetAsync();
        var page = await stage.Browser.OpenAsync(stage.Server);
        var results = new List<UiResult>();
        foreach (var name in (string[])["iris", "digits-cnn"])
        {
            await page.GotoAsync(stage.Server.Address.ToString());
            await page.GetByTestId($"open-{name}").ClickAsync();
            await Stage.ProjectOfAsync(page);
            var times = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                times.Add(await PressAsync(page));
                await page.Locator(".train-main [data-state=finished]").First.WaitForAsync(new() { Timeout = 180_000 });
            }

            times.Sort();
            results.Add(new($"from Train to a moving curve, {name}", times[Rounds / 2], "ms", 2000));
        }

        return results;
    }

    private static async Task<double> PressAsync(IPage page)
    {
        await page.GetByTestId("step-model").ClickAsync();
        var train = page.Locator("[data-canvas-inspector]").GetByTestId("train");
        await train.WaitForAsync();
        await page.WaitForTimeoutAsync(Look);
        await page.EvaluateAsync(
            """
            () => {
              let began, first;
              window.moved = null;
              document.addEventListener('click', () => (began = performance.now()), { capture: true, once: true });
              const look = () => {
                const { state, points } = document.querySelector('[data-testid=curves]')?.dataset ?? {};
                if (state === 'running' && Number(points) > 0) {
                  first ??= points;
                  if (points !== first) return void (window.moved = performance.now() - began);
                }
                requestAnimationFrame(look);
              };
              look();
            }
            """);
        await train.ClickAsync();
        await page.WaitForFunctionAsync("() => window.moved !== null", null, new() { Timeout = 60_000 });
        return await page.EvaluateAsync<double>("() => window.moved");
    }
}
