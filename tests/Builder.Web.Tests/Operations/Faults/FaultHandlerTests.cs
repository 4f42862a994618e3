using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Builder.Datasets;
using Builder.Graph.Messages;

namespace Builder.Web.Tests.Operations.Faults;

public sealed class FaultHandlerTests : IAsyncLifetime
{
    private readonly HostedServer _server = new();
    private HttpClient _browser = null!;

    public async ValueTask InitializeAsync() => _browser = await _server.BrowserAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task An_error_that_nobody_foresaw_has_words_and_a_number_that_stands_in_the_log()
    {
        var (status, body) = await AskAsync("/api/broken");
        var reference = body.GetProperty("reference").GetString()!;

        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Equal("Unforeseen", body.GetProperty("code").GetString());
        Assert.Contains(reference, body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains($"Fault {reference}", _server.Log, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException", _server.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("secret words", _server.Log + body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_detail_is_in_the_reader_s_language()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/broken") { Headers = { { "Accept-Language", "zh-CN" } } };
        using var answer = await _browser.SendAsync(request);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(body.GetProperty("reference").GetString()!, body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("日志", body.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_cannot_be_made_is_a_page_with_the_number_and_our_policy()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/broken") { Headers = { { "Accept", "text/html" } } };
        using var answer = await _browser.SendAsync(request);
        var page = await answer.Content.ReadAsStringAsync();
        var reference = page.Split("data-testid=\"reference\">")[1].Split('<')[0];

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains($"Fault {reference}", _server.Log, StringComparison.Ordinal);
        Assert.Contains("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_is_not_there_is_said_so()
    {
        var (status, body) = await AskAsync("/api/projects/nowhere1/project.json");

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal("NoProject", body.GetProperty("code").GetString());
        Assert.False(body.TryGetProperty("reference", out _));
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_and_an_answer_without_words_get_some()
    {
        Assert.Equal("NothingHere", (await AskAsync("/api/nothing")).Body.GetProperty("code").GetString());
        Assert.Equal("NothingHere", (await AskAsync("/api/runs/nowhere1/files/a.png")).Body.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("io", HttpStatusCode.InternalServerError, "Unforeseen")]
    [InlineData("forbidden", HttpStatusCode.InsufficientStorage, "NotAllowed")]
    [InlineData("full", HttpStatusCode.InsufficientStorage, "DiskFull")]
    [InlineData("json", HttpStatusCode.BadRequest, "BadRequest")]
    [InlineData("data", HttpStatusCode.UnprocessableEntity, "no-header")]
    public async Task What_is_known_has_its_own_status_and_code(string kind, HttpStatusCode status, string code)
    {
        _server.Fault = () => kind switch
        {
            "io" => new IOException("gone"),
            "forbidden" => new UnauthorizedAccessException("read only"),
            "full" => new IOException("full", OperatingSystem.IsWindows() ? 112 : 28),
            "json" => new JsonException("'x' is invalid"),
            _ => new DataException(Message.Verbatim(new("No header. Add one.", "没有标题行。请添加。")), code: "no-header"),
        };
        var (given, body) = await AskAsync("/api/broken");

        Assert.Equal((status, code), (given, body.GetProperty("code").GetString()));
        Assert.NotEmpty(body.GetProperty("detail").GetString()!);
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(string path)
    {
        using var answer = await _browser.GetAsync(path);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
