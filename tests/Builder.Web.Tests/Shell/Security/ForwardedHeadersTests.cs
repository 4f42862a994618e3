using System.Net;
using Builder.Web.Shell.Security;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Builder.Web.Tests.Shell.Security;

/// <summary>A browser speaks https with a proxy, and the proxy http with the server: over real connections, because the address of the proxy counts.</summary>
public sealed class ForwardedHeadersTests
{
    [Fact]
    public async Task Behind_a_trusted_proxy_the_browser_s_own_scheme_and_name_count()
    {
        await using var server = new ServerBehindProxy("127.0.0.1, ::1");
        using var answer = await server.AskAsync("https://builder.lan");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_cookie_then_is_one_that_only_this_host_gets_and_only_encrypted()
    {
        await using var server = new ServerBehindProxy("127.0.0.0/8");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/?token={server.Services.GetRequiredService<AccessTokens>().Current}");
        using var answer = await server.SendAsync(request);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));

        Assert.StartsWith("__Host-builder-access-443=", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("http://builder.lan")]
    [InlineData("https://elsewhere.example")]
    public async Task Another_origin_is_refused_behind_the_proxy_as_before_it(string origin)
    {
        await using var server = new ServerBehindProxy("127.0.0.1");
        using var answer = await server.AskAsync(origin);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("192.0.2.1")]
    [InlineData(null)]
    public async Task What_anybody_else_says_of_himself_counts_for_nothing(string? proxies)
    {
        await using var server = new ServerBehindProxy(proxies);
        using var answer = await server.AskAsync("https://builder.lan");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_name_that_is_not_the_server_s_is_none_from_a_trusted_proxy_either()
    {
        await using var server = new ServerBehindProxy("127.0.0.1");
        using var answer = await server.AskAsync("https://elsewhere.example", host: "elsewhere.example");

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Fact]
    public void A_proxy_that_is_no_address_stops_the_start_in_words()
    {
        using var server = new ServerBehindProxy("proxy.lan");

        Assert.ThrowsAny<Exception>(() => server.Services);
    }

    private sealed class ServerBehindProxy : WebApplicationFactory<Program>
    {
        private readonly string _home = Directory.CreateTempSubdirectory("builder-proxy-").FullName;
        private readonly string? _proxies;

        public ServerBehindProxy(string? proxies)
        {
            _proxies = proxies;
            UseKestrel(0);
        }

        /// <summary>A page behind the proxy opens its line to the server, with a ticket.</summary>
        public async Task<HttpResponseMessage> AskAsync(string origin, string host = "builder.lan")
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
            request.Headers.Add("Origin", origin);
            return await SendAsync(request, host);
        }

        public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string host = "builder.lan")
        {
            StartServer();
            using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
            using var client = new HttpClient(handler) { BaseAddress = new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
            var sessions = Services.GetRequiredService<BrowserSessions>();
            var owner = long.Parse(
                File.ReadLines("/proc/self/status").First(l => l.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[2], System.Globalization.CultureInfo.InvariantCulture);
            if (!request.RequestUri!.ToString().Contains("token", StringComparison.Ordinal))
            {
                var secret = (await sessions.OpenAsync("Test", owner)).Secret;
                request.Headers.Add("Cookie", $"__Host-builder-access-443={secret}; builder-access-{client.BaseAddress!.Port}={secret}");
            }

            request.Headers.Add("X-Forwarded-Proto", "https");
            request.Headers.Add("X-Forwarded-Host", host);
            request.Headers.Add("X-Forwarded-For", "203.0.113.9");
            return await client.SendAsync(request, TestContext.Current.CancellationToken);
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            TemporaryFolders.Delete(_home);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder) =>
            builder.UseSetting("BUILDER_HOME", _home).UseSetting(ServerNames.Switch, "builder.lan").UseSetting(TrustedProxies.Switch, _proxies);
    }
}
