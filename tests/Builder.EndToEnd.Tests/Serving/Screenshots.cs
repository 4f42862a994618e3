using Builder.Bench.Ui.Serving;
using Microsoft.Playwright;

namespace Builder.EndToEnd.Tests.Serving;

/// <summary>Pictures of the pages, for people to look at: in .build/screenshots, or where BUILDER_SCREENSHOTS says.</summary>
internal static class Screenshots
{
    private static readonly string Folder =
        Environment.GetEnvironmentVariable("BUILDER_SCREENSHOTS") ?? Path.Combine(Repository.Root, ".build", "screenshots");

    /// <summary>Photographs what the window shows.</summary>
    public static Task TakeAsync(IPage page, string name) => page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png") });
}
