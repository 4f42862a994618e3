using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Builder.Graph.Documents;
using Builder.Storage.Projects;
using Builder.Web.Canvas;
using Builder.Web.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Builder.Web.Tests.Sessions;

public sealed class ProjectFileEndpointsTests : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("builder-files-").FullName;
    private WebApplication _server = null!;
    private HttpClient _browser = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("BUILDER_HOME", _root)]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSessions(builder.Configuration);
        _server = builder.Build();
        _server.MapProjectFiles();
        _server.MapCanvas();
        await _server.StartAsync();
        _browser = new() { BaseAddress = new(_server.Urls.Single()) };
    }

    [Fact]
    public async Task A_project_goes_out_as_one_file_and_comes_in_again_as_another_project()
    {
        var projects = _server.Services.GetRequiredService<ProjectStore>();
        var project = await projects.CreateAsync(ProjectDocument.Create("花 \"1\"/2"));
        var answer = await _browser.GetAsync($"/api/projects/{project.Id}/export");
        Assert.Equal("花 12.builder.zip", answer.Content.Headers.ContentDisposition!.FileNameStar);

        var imported = await _browser.PostAsync("/api/projects/import", new ByteArrayContent(await answer.Content.ReadAsByteArrayAsync()));
        var id = (await imported.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        Assert.NotEqual(project.Id, id);
        Assert.Equal(2, (await projects.ListAsync("花")).Count);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_root, "uploads")));
    }

    [Fact]
    public async Task What_is_no_project_is_refused_in_words_and_leaves_nothing()
    {
        var answer = await _browser.PostAsync("/api/projects/import", new ByteArrayContent(Encoding.UTF8.GetBytes("MZ renamed program")));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var message = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.StartsWith("This file cannot be opened", message.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_root, "uploads")));
    }

    [Fact]
    public async Task Too_much_is_refused_before_it_is_sent()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/projects/import") { Content = new EndlessContent() };
        request.Headers.ExpectContinue = true;
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await _browser.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("export")]
    [InlineData("project.json")]
    public async Task A_project_that_is_not_there_is_not_found_in_words(string what)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/projects/bcdfghjkmnpq/{what}");
        request.Headers.Add("Accept-Language", "en");
        using var answer = await _browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.StartsWith("This project is not there any more.", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_message_to_a_project_that_is_not_there_is_refused_in_words()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/projects/bcdfghjkmnpq/canvas") { Content = new StringContent("""{"type":"undo","commandId":"c"}""") };
        request.Headers.Add("X-Requested-With", "canvas");
        using var answer = await _browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_folder_that_takes_no_files_is_told_in_words()
    {
        Directory.Delete(Path.Combine(_root, "uploads"));
        await File.WriteAllTextAsync(Path.Combine(_root, "uploads"), "x");
        var answer = await _browser.PostAsync("/api/projects/import", new StringContent("{}"));
        Assert.Equal(HttpStatusCode.InsufficientStorage, answer.StatusCode);
        Assert.NotEmpty((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _server.StopAsync();
        await _server.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    /// <summary>Announces 11 GB; never asked for a byte of it.</summary>
    private sealed class EndlessContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            throw new InvalidOperationException("The server asked for the content.");

        protected override bool TryComputeLength(out long length)
        {
            length = 11_000_000_000;
            return true;
        }
    }
}
