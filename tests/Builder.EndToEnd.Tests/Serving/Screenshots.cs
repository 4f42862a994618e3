using Microsoft.Playwright;

namespace Builder.EndToEnd.Tests.Serving;

/// <summary>Pictures of the pages, for people to look at: taken where BUILDER_SCREENSHOTS names a folder.</summary>
internal static class Screenshots
{
    private static readonly string? s_folder = Environment.GetEnvironmentVariable("BUILDER_SCREENSHOTS");

    /// <summary>Photographs what the window shows.</summary>
    public static Task TakeAsync(IPage page, string name) =>
        s_folder is { Length: > 0 } folder ? page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") }) : Task.CompletedTask;
}
