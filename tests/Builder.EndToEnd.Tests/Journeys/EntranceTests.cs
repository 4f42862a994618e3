using System.Diagnostics;
using Builder.Bench.Ui.Serving;
using Builder.EndToEnd.Tests.Serving;
using Microsoft.Playwright;

namespace Builder.EndToEnd.Tests.Journeys;

/// <summary>The first thing a person does: open the address that the server printed.</summary>
public sealed class EntranceTests(SharedBrowser browser)
{
    /// <summary>What a laptop's processor does in the three seconds that a person waits. Processor time, because a busy machine makes everybody wait.</summary>
    private static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task The_printed_address_leads_to_the_ready_projects_and_works_once()
    {
        await using var server = await RunningServer.StartAsync();
        var entrance = server.Entrance;

        var page = await browser.OpenAsync(server);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Iris").First).ToBeVisibleAsync();

        using var stranger = new HttpClient();
        var again = await stranger.GetAsync(entrance, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, again.StatusCode);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_later_start_answers_its_first_page_after_little_work()
    {
        await using var server = await RunningServer.StartAsync();
        await server.KillAsync();
        await server.RestartAsync();
        using var browser = new HttpClient();
        Assert.Contains("builder-server", await browser.GetStringAsync(server.Entrance, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        using var process = Process.GetProcessById(server.ProcessId);
        TestContext.Current.TestOutputHelper?.WriteLine($"{process.TotalProcessorTime.TotalMilliseconds:F0} ms of processor time");
        Assert.InRange(process.TotalProcessorTime, TimeSpan.Zero, FirstAnswer);
    }
}
