using System.Net;
using System.Text.RegularExpressions;
using Builder.Web.Shell.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Builder.Web.Tests.Shell.Security;

/// <summary>Walks all endpoints that there are: one that is added is walked as well, and none has to have a check of its own.</summary>
public sealed partial class EveryEndpointTests(ServerWithGate server) : IClassFixture<ServerWithGate>
{
    [Fact]
    public async Task Without_a_ticket_no_endpoint_answers_but_those_that_are_marked_as_open()
    {
        foreach (var (method, path) in Closed())
        {
            using var request = new HttpRequestMessage(method, path) { Headers = { { OriginGuard.ProgramHeader, "test" } } };
            await IsRefusedAsync(request, HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public void Only_files_of_the_program_its_health_and_what_is_published_are_open()
    {
        Assert.NotEmpty(Endpoints(isOpen: true));
        Assert.All(Endpoints(isOpen: true).Where(endpoint => !IsPublished(endpoint)), endpoint =>
        {
            Assert.Matches("^/?(api/health(/|$)|css/|assets/|_framework/|_content/|icon|builder-web[^/]*[.]css|[^/]*[.](css|js|svg)$)", endpoint.RoutePattern.RawText);
            Assert.All(MethodsOf(endpoint), method => Assert.Contains(method.Method, new[] { "GET", "HEAD" }));
        });
    }

    [Fact]
    public void What_is_published_is_limited_for_each_address_and_takes_so_much_at_a_time()
    {
        var published = Endpoints(isOpen: true).Where(IsPublished).ToList();
        Assert.InRange(published.Count, 3, int.MaxValue);
        Assert.All(published, endpoint =>
        {
            Assert.NotNull(endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>());
            Assert.True(MethodsOf(endpoint).All(m => m == HttpMethod.Get) || endpoint.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { MaxRequestBodySize: < 300 << 20 });
        });
    }

    [Fact]
    public async Task A_page_of_another_site_gets_nothing_from_any_endpoint_even_with_a_ticket()
    {
        foreach (var (method, path) in Closed().Concat(Paths(isOpen: true).Take(20)).Concat(Published()))
        {
            using var foreign = await server.RequestAsync(method, path);
            foreign.Headers.Add("Origin", "http://elsewhere.example");
            await IsRefusedAsync(foreign, HttpStatusCode.Forbidden);
            using var otherPort = await server.RequestAsync(method, path);
            otherPort.Headers.Add("Origin", "http://localhost:81");
            await IsRefusedAsync(otherPort, HttpStatusCode.Forbidden);
        }
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task What_a_browser_sends_for_another_site_gets_nothing_from_any_endpoint(string site)
    {
        foreach (var (method, path) in Closed())
        {
            using var request = await server.RequestAsync(method, path);
            request.Headers.Add("Sec-Fetch-Site", site);
            request.Headers.Add("Sec-Fetch-Mode", "no-cors");
            await IsRefusedAsync(request, HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task What_changes_something_and_does_not_say_where_it_comes_from_is_refused_by_every_endpoint()
    {
        var changing = Closed().Concat(Published()).Where(e => e.Method != HttpMethod.Get && e.Method != HttpMethod.Head).ToList();
        Assert.InRange(changing.Count, 5, int.MaxValue);
        foreach (var (method, path) in changing)
        {
            using var request = await server.RequestAsync(method, path);
            await IsRefusedAsync(request, HttpStatusCode.Forbidden);
        }
    }

    private static bool IsPublished(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText is { } route && (route.StartsWith("/m/{name}", StringComparison.Ordinal) || route.StartsWith("/api/models/{name}", StringComparison.Ordinal));

    private async Task IsRefusedAsync(HttpRequestMessage request, HttpStatusCode expected)
    {
        using var answer = await server.Client().SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(expected == answer.StatusCode, $"{request.Method} {request.RequestUri}: {answer.StatusCode}");
    }

    private List<(HttpMethod Method, string Path)> Closed()
    {
        var closed = Paths(isOpen: false).ToList();
        Assert.InRange(closed.Count, 20, int.MaxValue);
        return closed;
    }

    private IEnumerable<(HttpMethod Method, string Path)> Published() =>
        Endpoints(isOpen: true).Where(IsPublished).SelectMany(endpoint => MethodsOf(endpoint).Select(method => (method, PathOf(endpoint)))).Distinct();

    private IEnumerable<(HttpMethod Method, string Path)> Paths(bool isOpen) =>
        Endpoints(isOpen).SelectMany(endpoint => MethodsOf(endpoint).Select(method => (method, PathOf(endpoint)))).Distinct();

    private IEnumerable<RouteEndpoint> Endpoints(bool isOpen) => server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null == isOpen);

    private static IEnumerable<HttpMethod> MethodsOf(RouteEndpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET", "POST"]).Select(m => new HttpMethod(m));

    private static string PathOf(RouteEndpoint endpoint) => "/" + Parameters().Replace(endpoint.RoutePattern.RawText ?? "", "1").TrimStart('/');

    [GeneratedRegex("{[^}]*}")]
    private static partial Regex Parameters();
}
