using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Builder.Web.Tests.Operations.Limits;

public sealed class RequestLimitsTests
{
    [Fact]
    public async Task Whoever_tries_to_get_in_again_and_again_is_told_to_wait()
    {
        await using var server = new HostedServer(new Dictionary<string, string> { ["BUILDER_LOGINS_PER_MINUTE"] = "3" });
        var stranger = server.Stranger();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/?token=guess")).StatusCode);
        }

        using var refused = await stranger.GetAsync("/?token=guess");
        var body = await refused.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("TooOften", body.GetProperty("code").GetString());
        Assert.Contains("[1002]", server.Log, StringComparison.Ordinal);
        Assert.Contains("[1003]", server.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("guess", server.Log, StringComparison.Ordinal);
        server.Caller = IPAddress.Parse("192.0.2.9");
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/?token=guess")).StatusCode);
    }

    [Fact]
    public async Task Whoever_sends_files_again_and_again_is_told_to_wait_and_may_go_on_looking()
    {
        await using var server = new HostedServer(new Dictionary<string, string> { ["BUILDER_UPLOADS_PER_MINUTE"] = "2" });
        var browser = await server.BrowserAsync();
        for (var upload = 0; upload < 2; upload++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await browser.PostAsync("/api/projects/import", new ByteArrayContent([1]))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.PostAsync("/api/projects/import", new ByteArrayContent([1]))).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.PostAsync("/api/projects/from-file?name=a.csv", new ByteArrayContent([1]))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/catalog")).StatusCode);
    }

    [Fact]
    public async Task Large_answers_come_compressed()
    {
        await using var server = new HostedServer();
        var browser = await server.BrowserAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/catalog") { Headers = { { "Accept-Encoding", "br" } } };
        using var answer = await browser.SendAsync(request);
        using var plain = await browser.GetAsync("/api/catalog");

        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.True((await answer.Content.ReadAsByteArrayAsync()).Length * 3 < (await plain.Content.ReadAsByteArrayAsync()).Length);
    }
}
