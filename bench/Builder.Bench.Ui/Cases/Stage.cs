using System.Text;
using System.Text.RegularExpressions;
using Builder.Bench.Ui.Serving;
using Microsoft.Playwright;

namespace Builder.Bench.Ui.Cases;

/// <summary>A server and a browser, and the ways through the product that several measurements share.</summary>
public sealed partial class Stage : IAsyncDisposable
{
    private const float Patience = 20_000;

    private Stage(RunningServer server, Browser browser) => (Server, Browser) = (server, browser);

    /// <summary>The server.</summary>
    public RunningServer Server { get; }

    /// <summary>The browser.</summary>
    public Browser Browser { get; }

    /// <summary>Starts both.</summary>
    /// <param name="arguments">Arguments of Chromium's command line.</param>
    public static async Task<Stage> SetAsync(params string[] arguments) =>
        new(await RunningServer.StartAsync(), await Browser.LaunchAsync(arguments));

    /// <summary>Imports a project file on the home page, as a person does, and says the id of the new project.</summary>
    public static async Task<string> ImportAsync(IPage page, string projectFile)
    {
        var home = new Uri(page.Url).GetLeftPart(UriPartial.Authority);
        await page.GotoAsync(home);
        await page.GetByTestId("import-file").SetInputFilesAsync(new FilePayload
        {
            Name = "project.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(projectFile),
        });
        return await ProjectOfAsync(page);
    }

    /// <summary>Waits until a window shows a project and says its id. Looks at the address again and again: waiting for a change could begin behind it.</summary>
    public static async Task<string> ProjectOfAsync(IPage page)
    {
        await Assertions.Expect(page).ToHaveURLAsync(Project(), new() { Timeout = Patience });
        return new Uri(page.Url).Segments[2].TrimEnd('/');
    }

    /// <summary>Waits until the canvas shows a block.</summary>
    public static Task WaitForBlockAsync(IPage page, string id) => page.Locator(Node(id)).WaitForAsync();

    /// <summary>How to find a block on the canvas.</summary>
    public static string Node(string id) => $".react-flow__node[data-id=\"{id}\"]";

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        await Server.DisposeAsync();
    }

    [GeneratedRegex("/projects/.")]
    private static partial Regex Project();
}
