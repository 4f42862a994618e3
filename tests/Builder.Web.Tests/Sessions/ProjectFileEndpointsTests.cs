using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Storage.Projects;
using Builder.Web.Canvas;
using Builder.Web.Home;
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
        Assert.Equal(["花 \"1\"/2", "花 \"1\"/2 2"], (await projects.ListAsync("花")).Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_root, "uploads")));
    }

    [Theory]
    [InlineData("CON", "project-CON.builder.zip")]
    [InlineData("aux.csv", "project-aux.csv.builder.zip")]
    [InlineData("a/b: c?", "ab c.builder.zip")]
    [InlineData("花的分类 1", "花的分类 1.builder.zip")]
    [InlineData("", "project.builder.zip")]
    [InlineData(" ", "project.builder.zip")]
    [InlineData("/:?", "project.builder.zip")]
    [InlineData("..", "project.builder.zip")]
    [InlineData("Flowers.", "Flowers.builder.zip")]
    [InlineData("Flowers. .", "Flowers.builder.zip")]
    [InlineData(".ssh", "ssh.builder.zip")]
    [InlineData("50% #1 'a' \"b\"; c=d", "50% #1 'a' b; c=d.builder.zip")]
    [InlineData("a\u202Egpj.exe", "agpj.exe.builder.zip")]
    [InlineData("two\r\nlines: x", "twolines x.builder.zip")]
    [InlineData("😀 smile", "😀 smile.builder.zip")]
    public async Task Whatever_a_project_is_called_its_file_gets_a_name_that_every_system_holds_and_comes_in_again(string name, string file)
    {
        var projects = _server.Services.GetRequiredService<ProjectStore>();
        var project = await projects.CreateAsync(ProjectDocument.Create(name));
        using var answer = await _browser.GetAsync($"/api/projects/{project.Id}/export");

        // The header itself is plain ASCII and one line, and says the name by RFC 8187.
        var header = Assert.Single(answer.Content.Headers.NonValidated["Content-Disposition"]);
        Assert.Equal($"attachment; filename*=UTF-8''{Uri.EscapeDataString(file).Replace("%23", "#", StringComparison.Ordinal)}", header);
        Assert.Equal(file, answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.True(PortableName.IsPortable(file));

        using var imported = await _browser.PostAsync("/api/projects/import", new ByteArrayContent(await answer.Content.ReadAsByteArrayAsync()));
        Assert.Equal(HttpStatusCode.OK, imported.StatusCode);
        Assert.Equal($"{name} 2", (await imported.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("name").GetString());
        Assert.Equal([name, $"{name} 2"], (await projects.ListAsync()).Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("春")]
    [InlineData("x ")]
    [InlineData("😀")]
    [InlineData("👨‍👩‍👧‍👦")]
    [InlineData("a\u0301\u0302\u0303\u0304\u0305\u0306\u0307")]
    public async Task However_long_a_project_s_name_is_its_file_fits_a_disk(string part)
    {
        var whole = string.Concat(Enumerable.Repeat(part, 300));
        foreach (var name in new[] { whole, $"CON.{whole}" })
        {
            var file = ProjectFileEndpoints.FileName(name);
            Assert.True(PortableName.IsPortable(file));
            Assert.InRange(Encoding.UTF8.GetByteCount(file), 20, 250);
            Assert.True(TextRules.IsWhole(file));
            Assert.EndsWith(".builder.zip", file, StringComparison.Ordinal);
        }

        // The longest name that a project may have.
        var projects = _server.Services.GetRequiredService<ProjectStore>();
        var longest = string.Concat(Enumerable.Repeat(part, DocumentLimits.NameLength / part.Length));
        var project = await projects.CreateAsync(ProjectDocument.Create(longest));
        using var answer = await _browser.GetAsync($"/api/projects/{project.Id}/export");
        Assert.Equal(ProjectFileEndpoints.FileName(longest), answer.Content.Headers.ContentDisposition!.FileNameStar);
        var fresh = await projects.FreshNameAsync(longest);
        Assert.True(TextRules.IsWhole(fresh));
        using var imported = await _browser.PostAsync("/api/projects/import", new ByteArrayContent(await answer.Content.ReadAsByteArrayAsync()));
        Assert.Equal(fresh, (await imported.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("x")]
    [InlineData("春")]
    [InlineData("😀")]
    public async Task The_copy_of_a_project_with_the_longest_name_can_be_opened_and_comes_in_again(string part)
    {
        var projects = _server.Services.GetRequiredService<ProjectStore>();
        var original = await projects.CreateAsync(ProjectDocument.Create(string.Concat(Enumerable.Repeat(part, DocumentLimits.NameLength / part.Length))));
        foreach (var name in new[] { HomeTexts.CopyOf(original.Name).En, HomeTexts.CopyOf(original.Name).Zh })
        {
            var copy = await projects.DuplicateAsync(original.Id, name);
            Assert.Equal(name, (await _server.Services.GetRequiredService<ProjectSessions>().OpenAsync(copy.Id)).Document.Name);
            using var answer = await _browser.GetAsync($"/api/projects/{copy.Id}/export");
            using var imported = await _browser.PostAsync("/api/projects/import", new ByteArrayContent(await answer.Content.ReadAsByteArrayAsync()));
            Assert.Equal(HttpStatusCode.OK, imported.StatusCode);
        }
    }

    [Theory]
    [InlineData("a:b.csv")]
    [InlineData("aux.csv")]
    public async Task Data_of_an_earlier_version_under_a_name_that_only_Windows_refuses_are_read_after_the_import(string name)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            var document = ProjectDocument.Create("old");
            var set = new DataSet { Id = "rows", Source = new TableSource { Path = name } };
            Write(zip, "project.json", ProjectJson.Write(document with { Data = document.Data.Add("rows", set) }));
            Write(zip, name, "x,y\n1,2\n3,4\n"u8);
        }

        using var imported = await _browser.PostAsync("/api/projects/import", new ByteArrayContent(packed.ToArray()));
        Assert.Equal(DiskNames.Here.CanHold(name) ? HttpStatusCode.OK : HttpStatusCode.BadRequest, imported.StatusCode);
        if (imported.IsSuccessStatusCode)
        {
            var id = (await imported.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
            var session = await _server.Services.GetRequiredService<ProjectSessions>().OpenAsync(id);
            Assert.Equal(2, SourceInspection.Of(session.Document.Data["rows"].Source, session.Folder).Table.RowCount);
        }
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

    private static void Write(ZipArchive zip, string name, ReadOnlySpan<byte> content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _server.StopAsync();
        await _server.DisposeAsync();
        TemporaryFolders.Delete(_root);
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
