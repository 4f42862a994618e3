using System.Globalization;
using System.Text.RegularExpressions;
using Builder.Bench.Ui.Cases;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Builder.EndToEnd.Tests.Journeys;

/// <summary>The ways through the product that several journeys share, in the words of a person.</summary>
internal static class Walk
{
    /// <summary>How long a training of a journey may take on a busy machine.</summary>
    private const float TrainingPatience = 600_000;

    /// <summary>As many as a training of pictures needs to be one, for journeys that do not ask how good it becomes.</summary>
    public const int FewEpochs = 5;

    /// <summary>Opens a copy of a ready project and says its id.</summary>
    public static async Task<string> OpenReadyAsync(this IPage page, string name)
    {
        await page.GetByTestId($"open-{name}").ClickAsync();
        return await Stage.ProjectOfAsync(page);
    }

    /// <summary>Begins a project with a file of one's own.</summary>
    public static async Task BringAsync(this IPage page, string name, byte[] content)
    {
        await page.GetByTestId("new-from-data").ClickAsync();
        await page.ExpectAddressAsync("/new");
        await page.Locator("main .drop input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
    }

    /// <summary>The id of the project that the page shows.</summary>
    public static string ProjectId(this IPage page) => new Uri(page.Url).Segments[2].TrimEnd('/');

    /// <summary>Goes to one of the steps of the bar: "data", "model", "train", "evaluate", "use" or "history".</summary>
    public static async Task GoToStepAsync(this IPage page, string step)
    {
        await page.GetByTestId($"step-{step}").ClickAsync();
        await page.ExpectAddressAsync($"/{step}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
    }

    /// <summary>Waits until the address, without its query, ends so. It is looked at again and again: waiting for a change could begin behind it.</summary>
    public static Task ExpectAddressAsync(this IPage page, string ending, float? patience = null) =>
        Expect(page).ToHaveURLAsync(new Regex($"^[^?]*{Regex.Escape(ending)}(\\?|$)"), new() { Timeout = patience });

    /// <summary>The block of an id on the canvas.</summary>
    public static ILocator Block(this IPage page, string id) => page.Locator(Stage.Node(id));

    /// <summary>Presses Train on the Train page and waits until the run is over.</summary>
    /// <param name="page">A page of a project.</param>
    /// <param name="epochs">How many epochs; null for what the project says.</param>
    public static async Task TrainToTheEndAsync(this IPage page, int? epochs = null)
    {
        if (epochs is { } few)
        {
            await page.GoToStepAsync("train");
            var field = page.Locator("[data-setting=epochs]");
            await field.FillAsync(few.ToString(CultureInfo.InvariantCulture));
            await field.PressAsync("Enter");
        }

        await page.StartTrainingAsync();
        await page.ExpectStateAsync("finished");
    }

    /// <summary>Presses Train on the Train page and waits until it learns.</summary>
    public static async Task StartTrainingAsync(this IPage page)
    {
        await page.GoToStepAsync("train");
        await page.Locator(".quick-settings").GetByTestId("train").ClickAsync();
        await Expect(page.GetByTestId("curves")).ToBeVisibleAsync(new() { Timeout = TrainingPatience });
    }

    /// <summary>Waits until the run that is shown is in one of these states.</summary>
    public static Task ExpectStateAsync(this IPage page, params string[] states) => Expect(
        page.Locator(string.Join(", ", states.Select(s => $".train-main [data-state={s}]"))).First).ToBeVisibleAsync(new() { Timeout = TrainingPatience });

    /// <summary>Everything that was drawn must be saved before a journey goes on.</summary>
    public static Task ExpectSavedAsync(this IPage page) => Expect(page.GetByTestId("save-state")).ToContainTextAsync("saved");

    /// <summary>The blocks that lie under the tools of the canvas.</summary>
    public static Task<string[]> CoveredBlocksAsync(this IPage page) => page.EvaluateAsync<string[]>(
        """
        async () => { for (let i = 0; i < 4; i++) await new Promise(done => requestAnimationFrame(done));
          const tools = [...document.querySelectorAll('.cv-toolbar, .cv-zoom')].map(t => t.getBoundingClientRect());
          return [...document.querySelectorAll('.react-flow__node-block')].map(n => ({ id: n.dataset.id, r: n.getBoundingClientRect() }))
            .filter(b => tools.some(t => t.left < b.r.right && b.r.left < t.right && t.top < b.r.bottom && b.r.top < t.bottom)).map(b => b.id); }
        """);

    /// <summary>Puts the focus on something and presses Enter until that shows what it should: rows that are just being drawn anew take the focus with them, and a person presses again.</summary>
    public static async Task PressUntilAsync(this IPage page, ILocator pressed, ILocator shown)
    {
        const int tries = 5;
        for (var i = 1; !await shown.IsVisibleAsync(); i++)
        {
            await pressed.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            try
            {
                await Expect(shown).ToBeVisibleAsync(new() { Timeout = i < tries ? 5_000 : null });
            }
            catch (PlaywrightException) when (i < tries)
            {
                // Once more.
            }
        }
    }

    /// <summary>Presses Tab until the focus is on, or in, what is looked for.</summary>
    public static async Task TabToAsync(this IPage page, string selector)
    {
        for (var presses = 0; presses < 200; presses++)
        {
            if (await page.EvaluateAsync<bool>("(selector) => document.activeElement?.closest(selector) != null", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab never reaches {selector}.");
    }
}
