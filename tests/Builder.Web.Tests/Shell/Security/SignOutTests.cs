using System.Net;
using Builder.Web.Runs.Feed;
using Builder.Web.Shell.Security;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Builder.Web.Tests.Shell.Security;

/// <summary>Over real connections, because those that are open are to be cut.</summary>
public sealed class SignOutTests : IAsyncLifetime
{
    private readonly ListeningServer _server = new();

    public ValueTask InitializeAsync()
    {
        _server.StartServer();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_browser_signs_itself_out_and_its_cookie_opens_nothing_more()
    {
        using var browser = await _server.EnterAsync();
        var before = _server.Cookies(browser);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/api/catalog"));

        using var answer = await browser.PostAsync(AccessEndpoints.SignOut);
        Assert.Equal("/", answer.Headers.Location!.ToString());
        Assert.Empty(_server.Cookies(browser));
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.StatusAsync("/api/catalog"));

        // Somebody kept a copy of the cookie.
        using var thief = new Browser(_server.Address, before);
        Assert.Equal(HttpStatusCode.Unauthorized, await thief.StatusAsync("/api/catalog"));
    }

    [Fact]
    public async Task Everywhere_shuts_out_all_and_cuts_what_they_have_open()
    {
        using var browser = await _server.EnterAsync();
        using var other = await _server.EnterAsync();
        Assert.Equal(HttpStatusCode.NoContent, await other.StatusAsync("/api/access"));
        await using var line = new HubConnectionBuilder().WithUrl(
            new Uri(_server.Address, RunsHub.Path), http => http.Headers["Cookie"] = _server.Cookies(other)).Build();
        var cut = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        line.Closed += _ =>
        {
            cut.TrySetResult();
            return Task.CompletedTask;
        };
        await line.StartAsync(TestContext.Current.CancellationToken);

        using var answer = await browser.PostAsync(AccessEndpoints.SignOut + "?everywhere=true");
        await cut.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, await other.StatusAsync("/api/access"));
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.StatusAsync("/api/catalog"));
    }

    [Fact]
    public async Task A_link_or_form_of_another_site_signs_nobody_out()
    {
        using var browser = await _server.EnterAsync();
        using var answer = await browser.PostAsync(AccessEndpoints.SignOut, origin: "http://elsewhere.example");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/api/catalog"));
    }
}

/// <summary>A browser with its cookies.</summary>
internal sealed class Browser : IDisposable
{
    private readonly HttpClient _client;

    public Browser(Uri address, string? cookies = null)
    {
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Jar, UseCookies = cookies is null }) { BaseAddress = address };
        if (cookies is not null)
        {
            _client.DefaultRequestHeaders.Add("Cookie", cookies);
        }
    }

    public CookieContainer Jar { get; } = new();

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await _client.GetAsync(path, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    public async Task<HttpResponseMessage> PostAsync(string path, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("Origin", origin ?? _client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _client.Dispose();
}

/// <summary>The whole server on a port of this computer.</summary>
internal sealed class ListeningServer : WebApplicationFactory<Program>
{
    private readonly string _home = Directory.CreateTempSubdirectory("builder-listening-").FullName;

    public ListeningServer() => UseKestrel(0);

    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>A browser that is let in by the printed address.</summary>
    public async Task<Browser> EnterAsync()
    {
        var browser = new Browser(Address);
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync($"/?token={Services.GetRequiredService<AccessTokens>().Current}"));
        return browser;
    }

    public string Cookies(Browser browser) => browser.Jar.GetCookieHeader(Address);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        TemporaryFolders.Delete(_home);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseSetting("BUILDER_HOME", _home);
}
