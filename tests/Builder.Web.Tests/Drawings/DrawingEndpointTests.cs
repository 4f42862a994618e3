using System.Net;
using Builder.Graph.Documents;
using Builder.Storage.Projects;
using Builder.Storage.Runs;
using Builder.Web.Drawings;
using Builder.Web.Drawings.Sheets;
using Builder.Web.Sessions;
using Builder.Web.Tests.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Builder.Web.Tests.Drawings;

public sealed class DrawingEndpointTests : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("builder-drawings-").FullName;
    private WebApplication _server = null!;
    private HttpClient _browser = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("BUILDER_HOME", _root)]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSessions(builder.Configuration);
        builder.Services.AddDrawings();
        _server = builder.Build();
        _server.MapDrawings();
        await _server.StartAsync();
        _browser = new() { BaseAddress = new(_server.Urls.Single()) };
    }

    [Fact]
    public async Task A_revision_compared_with_the_one_before_it_marks_what_was_done()
    {
        var session = await OpenAsync();
        var relu = session.Document.Blocks.Values.First(b => b.Kind == "ReLU");
        await session.ApplyAsync(new("c", 0, _ => new SetMuted(relu.Id, true), "tester"));
        var markup = await _browser.GetStringAsync(DrawingEndpoint.AddressOf(session.Id, VersionName.Of(1), VersionName.Of(0), DrawingSide.Both, "en"));

        Assert.Equal([KeyValuePair.Create(relu.Id, "changed")], Drawn.MarkedBlocks(markup));
    }

    [Fact]
    public async Task What_a_run_has_trained_can_be_drawn_beside_the_project()
    {
        var session = await OpenAsync();
        var run = await _server.Services.GetRequiredService<RunStore>().CreateAsync(new NewRun(session.Id, session.Document, 0));
        await session.ApplyAsync(new("c", 0, d => new RemoveBlock(d.Blocks.Values.First(b => b.Kind == "ReLU").Id), "tester"));
        var left = await _browser.GetStringAsync(DrawingEndpoint.AddressOf(session.Id, VersionName.Of(1), VersionName.OfRun(run.Id), DrawingSide.Before, "zh"));

        Assert.Equal("removed", Assert.Single(Drawn.MarkedBlocks(left)).Value);
        Assert.Contains("lang=\"zh-Hans\"", left, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_comes_compressed_to_browsers_that_can_read_that()
    {
        var session = await OpenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, DrawingEndpoint.AddressOf(session.Id, VersionName.Of(0), null, DrawingSide.After, "en"));
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var answer = await _browser.SendAsync(request);

        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("?of=7")]
    [InlineData("?of=run-nothing")]
    [InlineData("?of=x")]
    [InlineData("?of=0&from=99")]
    public async Task What_there_is_not_is_not_found(string query)
    {
        var session = await OpenAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync($"/api/projects/{session.Id}/drawing{query}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync("/api/projects/nothing/drawing?of=0")).StatusCode);
    }

    private async Task<ProjectSession> OpenAsync()
    {
        var project = await _server.Services.GetRequiredService<ProjectStore>().CreateAsync(ReadyProject.Read("iris"));
        return await _server.Services.GetRequiredService<ProjectSessions>().OpenAsync(project.Id);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _server.DisposeAsync();
        TemporaryFolders.Delete(_root);
    }
}
