using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Builder.Protocol.Evaluations;
using Builder.Storage.Publishing;
using Builder.Web.Publishing;
using Builder.Web.Shell.Security;
using Builder.Web.Tests.Evaluate;

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
    public async Task Visitors_and_programs_that_ask_too_often_are_told_to_wait_and_the_owner_works_on()
    {
        await using var server = new HostedServer(new Dictionary<string, string> { ["BUILDER_VISITS_PER_MINUTE"] = "3", ["BUILDER_LOGINS_PER_MINUTE"] = "2" });
        var browser = await server.BrowserAsync();
        foreach (var path in new[] { "/m/nothing", "/api/models/nothing", "/m/nothing" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).StatusCode);
        }

        using var refused = await browser.PostAsync("/api/models/nothing/predict", JsonContent.Create(new { a = 1 }));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        using var stranger = server.Stranger();
        stranger.DefaultRequestHeaders.Add(OriginGuard.ProgramHeader, "test");
        for (var attempt = 0; attempt < 2; attempt++)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await stranger.PostAsync("/m/nothing/enter", new FormUrlEncodedContent([]))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await stranger.PostAsync("/m/nothing/enter", new FormUrlEncodedContent([]))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/catalog")).StatusCode);
    }

    [Fact]
    public async Task A_key_has_a_limit_of_its_own()
    {
        await using var server = new HostedServer(new Dictionary<string, string> { ["BUILDER_KEY_CALLS_PER_MINUTE"] = "2" });
        await server.Get<PublishedModelStore>().PublishAsync(new("flowers", "bcdfghjkmnpq", "Flowers", "", "6789bcdfghjk"), (folder, _) => EmptyModelAsync(folder));
        var (first, second) = (await server.Get<ModelKeys>().MakeAsync("flowers"), await server.Get<ModelKeys>().MakeAsync("flowers"));
        using var program = server.Stranger();
        Task<HttpResponseMessage> AskAsync(string key)
        {
            program.DefaultRequestHeaders.Authorization = new("Bearer", key);
            return program.GetAsync("/api/models/flowers");
        }

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(second)).StatusCode);
    }

    // As much of a version as is needed to be described: nothing is asked of it.
    private static async Task EmptyModelAsync(string folder)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "model.json"), """{"description":{"task":"classification","inputs":[],"outputs":[]}}""");
        await File.WriteAllBytesAsync(Path.Combine(folder, Evaluation.FileName), Evaluations.Classes(90, 100).ToJson());
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
