using Microsoft.Playwright;

namespace Builder.Bench.Ui.Serving;

/// <summary>A Chromium without a screen; every measurement or test opens windows of its own in it.</summary>
public sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Starts Chromium.</summary>
    /// <param name="arguments">Arguments of its command line beside the usual ones.</param>
    public static async Task<Browser> LaunchAsync(params string[] arguments)
    {
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("BUILDER_CHROMIUM") ?? "/usr/bin/chromium-headless-shell",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", .. arguments],
        }));
    }

    /// <summary>Opens a window that has been let in.</summary>
    public async Task<IPage> OpenAsync(RunningServer server, Look? look = null)
    {
        var page = await (await NewContextAsync(look ?? new())).NewPageAsync();
        await server.LetInAsync(entrance => page.GotoAsync(entrance.ToString()));
        return page;
    }

    /// <summary>A browser profile of its own, which nobody has let in yet.</summary>
    public async Task<IBrowserContext> NewContextAsync(Look look)
    {
        var context = await _browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = look.Width, Height = look.Height },
            Locale = look.Language == "zh" ? "zh-CN" : "en-US",
            ColorScheme = look.Theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(20_000);
        return context;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}

/// <summary>How a window looks.</summary>
/// <param name="Language">"en" or "zh".</param>
/// <param name="Theme">"light" or "dark".</param>
/// <param name="Width">In CSS pixels.</param>
/// <param name="Height">In CSS pixels.</param>
public sealed record Look(string Language = "en", string Theme = "light", int Width = 1440, int Height = 900);
