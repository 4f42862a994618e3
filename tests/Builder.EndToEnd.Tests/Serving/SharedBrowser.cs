using Builder.Bench.Ui.Serving;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Builder.EndToEnd.Tests.Serving.SharedBrowser))]

namespace Builder.EndToEnd.Tests.Serving;

/// <summary>One Chromium for all tests.</summary>
public sealed class SharedBrowser : IAsyncLifetime
{
    /// <summary>How long a page may take to show what is expected, in milliseconds: machines that test are busy.</summary>
    private const float Patience = 60_000;

    /// <summary>The browser.</summary>
    public Browser Browser { get; private set; } = null!;

    /// <summary>Opens a window that has been let in.</summary>
    public Task<IPage> OpenAsync(RunningServer server, Look? look = null) => Browser.OpenAsync(server, look);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        // Shown beside a test that fails: a page tells only the number under which the log knows more.
        RunningServer.Ended += said => TestContext.Current.TestOutputHelper?.WriteLine(said);
        Browser = await Browser.LaunchAsync();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Browser.DisposeAsync();
}
