using Builder.Bench.Ui.Serving;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Builder.EndToEnd.Tests.Serving.SharedBrowser))]

namespace Builder.EndToEnd.Tests.Serving;

/// <summary>
/// One Chromium for all journeys, and a server for those that need none of their own: that one has seen all kinds of people by then, as a server at work has.
/// </summary>
public sealed class SharedBrowser : IAsyncLifetime
{
    /// <summary>How long a page may take to show what is expected, in milliseconds: machines that test are busy.</summary>
    private const float Patience = 60_000;

    /// <summary>The browser.</summary>
    public Browser Browser { get; private set; } = null!;

    /// <summary>The server that journeys share. Whoever ends it, counts what it keeps or asks what it said starts another one.</summary>
    public RunningServer Server { get; private set; } = null!;

    /// <summary>Opens a window on the server that journeys share; it has been let in.</summary>
    public Task<IPage> OpenAsync(Look? look = null) => Browser.OpenAsync(Server, look);

    /// <summary>Opens a window on a server of the journey's own; it has been let in.</summary>
    public Task<IPage> OpenAsync(RunningServer server, Look? look = null) => Browser.OpenAsync(server, look);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        // Shown beside a test that fails: a page tells only the number under which the log knows more.
        RunningServer.Ended += said => TestContext.Current.TestOutputHelper?.WriteLine(said);
        Server = await RunningServer.StartAsync();
        Browser = await Browser.LaunchAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        await Server.DisposeAsync();
        // It belongs to no single journey, so no journey that fails can show it.
        var logs = Directory.CreateDirectory(Path.Combine(Repository.Root, ".build", "logs"));
        await File.WriteAllTextAsync(Path.Combine(logs.FullName, "shared-server.log"), Server.Said);
    }
}
