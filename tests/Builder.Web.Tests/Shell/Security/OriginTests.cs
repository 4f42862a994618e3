using System.Net;
using Builder.Web.Shell.Security;

namespace Builder.Web.Tests.Shell.Security;

public sealed class OriginTests(ServerWithGate server) : IClassFixture<ServerWithGate>
{
    [Theory]
    [InlineData("elsewhere.example")]
    [InlineData("localhost.elsewhere.example")]
    [InlineData("192.168.1.20")]
    public async Task The_server_does_not_answer_under_a_name_that_is_not_its_own(string host)
    {
        using var request = await server.RequestAsync(HttpMethod.Get, "/api/health");
        request.Headers.Host = host;
        using var answer = await server.Client().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/api/catalog", "http://elsewhere.example")]
    [InlineData("/api/catalog", "https://localhost")]
    [InlineData("/api/catalog", "http://localhost:81")]
    [InlineData("/api/catalog", "null")]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", "http://elsewhere.example")]
    [InlineData("/hubs/runs/negotiate?negotiateVersion=1", "http://elsewhere.example")]
    public async Task A_page_of_another_site_gets_nothing_even_with_a_ticket(string path, string origin)
    {
        using var request = await server.RequestAsync(HttpMethod.Post, path);
        request.Headers.Add("Origin", origin);
        using var answer = await server.Client().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task The_line_of_the_pages_opens_for_our_own_page()
    {
        using var request = await server.RequestAsync(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", "http://localhost");
        using var answer = await server.Client().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("cross-site", "no-cors", "image", HttpStatusCode.Forbidden)]
    [InlineData("same-site", "cors", "empty", HttpStatusCode.Forbidden)]
    [InlineData("cross-site", "navigate", "iframe", HttpStatusCode.Forbidden)]
    [InlineData("cross-site", "navigate", "document", HttpStatusCode.OK)]
    [InlineData("same-origin", "cors", "empty", HttpStatusCode.OK)]
    [InlineData("none", "navigate", "document", HttpStatusCode.OK)]
    public async Task A_browser_s_word_about_where_a_request_comes_from_counts(string site, string mode, string destination, HttpStatusCode expected)
    {
        using var request = await server.RequestAsync(HttpMethod.Get, "/api/catalog");
        request.Headers.Add("Sec-Fetch-Site", site);
        request.Headers.Add("Sec-Fetch-Mode", mode);
        request.Headers.Add("Sec-Fetch-Dest", destination);
        using var answer = await server.Client().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("same-origin", HttpStatusCode.OK)]
    [InlineData("same-site", HttpStatusCode.Forbidden)]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    [InlineData("none", HttpStatusCode.Forbidden)]
    public async Task A_form_of_our_own_page_names_no_origin_and_one_of_another_site_s_frame_neither(string site, HttpStatusCode expected)
    {
        using var request = await server.RequestAsync(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", "null");
        request.Headers.Add("Sec-Fetch-Site", site);
        request.Headers.Add("Sec-Fetch-Mode", "navigate");
        request.Headers.Add("Sec-Fetch-Dest", "document");
        using var answer = await server.Client().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("POST", HttpStatusCode.Forbidden)]
    [InlineData("DELETE", HttpStatusCode.Forbidden)]
    [InlineData("GET", HttpStatusCode.OK)]
    public async Task Who_changes_something_says_where_he_comes_from(string method, HttpStatusCode expected)
    {
        using var request = await server.RequestAsync(new(method), "/api/catalog");
        using var answer = await server.Client().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_program_says_that_it_is_one_by_a_header_that_no_form_can_send()
    {
        using var request = await server.RequestAsync(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add(OriginGuard.ProgramHeader, "script");
        using var answer = await server.Client().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
