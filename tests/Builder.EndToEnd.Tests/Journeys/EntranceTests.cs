using Builder.Bench.Ui.Serving;
using Builder.EndToEnd.Tests.Serving;
using Microsoft.Playwright;

namespace Builder.EndToEnd.Tests.Journeys;

/// <summary>The first thing a person does: open the address that the server printed.</summary>
public sealed class EntranceTests(SharedBrowser browser)
{
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
}
