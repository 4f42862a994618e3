using System.Net;
using Builder.Web.Shell.Security;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Builder.Web.Tests.Shell.Security;

public sealed class GateTests : IClassFixture<ServerWithGate>
{
    private readonly ServerWithGate _server;

    public GateTests(ServerWithGate server) => _server = server;

    [Fact]
    public async Task Without_a_ticket_a_browser_is_told_how_to_get_in()
    {
        using var answer = await _server.Client().SendAsync(Page("/"), TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains(GateTexts.Title.En, page, StringComparison.Ordinal);
        Assert.DoesNotContain(_server.Token, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/projects/abc/model")]
    [InlineData("/api/catalog")]
    [InlineData("/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("/hubs/runs/negotiate?negotiateVersion=1")]
    public async Task Without_a_ticket_neither_pages_nor_endpoints_nor_the_line_of_the_pages_answer(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Headers = { { OriginGuard.ProgramHeader, "test" } } };
        using var answer = await _server.Client().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task The_word_lets_one_browser_in_once_and_leaves_the_address()
    {
        var token = _server.Token;
        var first = _server.Client();
        using var entered = await first.GetAsync($"/projects/abc/model?run=3&token={token}", TestContext.Current.CancellationToken);
        using var inside = await first.GetAsync("/api/catalog", TestContext.Current.CancellationToken);
        using var second = await _server.Client().SendAsync(Page($"/?token={token}"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        Assert.Equal("/projects/abc/model?run=3", entered.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, inside.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, second.StatusCode);
        Assert.Contains(GateTexts.Used.En, WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.NotEqual(token, _server.Token);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_of_other_sites()
    {
        using var answer = await _server.Client().GetAsync($"/?token={_server.Token}", TestContext.Current.CancellationToken);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_way_in_never_leads_to_another_server()
    {
        using var answer = await _server.Client().GetAsync($"http://localhost//elsewhere.example/?token={_server.Token}", TestContext.Current.CancellationToken);

        Assert.Equal("/elsewhere.example/", answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("forged")]
    [InlineData("")]
    public async Task A_forged_ticket_opens_nothing(string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/catalog");
        request.Headers.Add("Cookie", $"builder-access-80={value}");
        using var answer = await _server.Client().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_ticket_holds_after_a_restart_with_the_same_data_folder()
    {
        var home = Directory.CreateTempSubdirectory("builder-gate-").FullName;
        string ticket;
        await using (var before = new ServerWithGate(home))
        {
            ticket = await before.TicketAsync();
        }

        await using var again = new ServerWithGate(home);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/catalog");
        request.Headers.Add("Cookie", $"builder-access-80={ticket}");
        using var answer = await again.Client().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/api/runs/x/files/x.styles.css")]
    [InlineData("/projects/x/data.styles.css")]
    [InlineData("/api/healthXYZ")]
    [InlineData("/css/there-is-none.css")]
    [InlineData("/there-is-nothing")]
    public async Task An_address_that_only_looks_open_is_not_and_nobody_learns_what_is_there(string path)
    {
        using var nothing = await _server.Client().GetAsync("/there-is-nothing-either", TestContext.Current.CancellationToken);
        using var answer = await _server.Client().GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(await nothing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/css/tokens.css")]
    [InlineData("/icon.svg")]
    [InlineData("/api/health")]
    public async Task What_the_page_of_the_gate_is_made_of_is_open(string path)
    {
        using var answer = await _server.Client().GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Who_cannot_get_in_is_counted()
    {
        var attempts = _server.Services.GetRequiredService<EntryAttempts>();
        var before = attempts.FailedSoFar.Count;
        using var guess = await _server.Client().GetAsync("/?token=guessed", TestContext.Current.CancellationToken);
        using var forged = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Cookie", "builder-access-80=forged" } } };
        using var answer = await _server.Client().SendAsync(forged, TestContext.Current.CancellationToken);

        Assert.InRange(attempts.FailedSoFar.Count, before + 2, long.MaxValue);
        Assert.NotNull(attempts.FailedSoFar.Last);
    }

    private static HttpRequestMessage Page(string path) => new(HttpMethod.Get, path) { Headers = { { "Accept", "text/html" } } };
}

/// <summary>The server as it is, in memory, with a data folder of its own.</summary>
public sealed class ServerWithGate : WebApplicationFactory<Program>
{
    private readonly bool _owner;

    public ServerWithGate()
        : this(null)
    {
    }

    internal ServerWithGate(string? home) => (Home, _owner) = (home ?? Directory.CreateTempSubdirectory("builder-gate-").FullName, home is null);

    internal string Home { get; }

    internal string Token => Services.GetRequiredService<AccessTokens>().Current;

    /// <summary>What the cookie of a browser holds that was let in.</summary>
    internal async Task<string> TicketAsync() => (await Services.GetRequiredService<BrowserSessions>().OpenAsync("Test")).Secret;

    internal async Task<HttpRequestMessage> RequestAsync(HttpMethod method, string path) => new(method, path)
    {
        Headers = { { "Cookie", $"builder-access-80={await TicketAsync()}" } },
    };

    internal HttpClient Client() => CreateClient(new() { AllowAutoRedirect = false });

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseSetting("BUILDER_HOME", Home);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (_owner && disposing && Directory.Exists(Home))
        {
            TemporaryFolders.Delete(Home);
        }
    }
}
