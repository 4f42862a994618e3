using Builder.Graph.Documents;
using Builder.Storage;
using Builder.Storage.Projects;
using Builder.Web.Data;
using Builder.Web.Data.Pictures;
using Builder.Web.Data.Upload;
using Builder.Web.Pictures;
using Builder.Web.Runners;
using Builder.Web.Sessions;
using Builder.Web.Tests.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Builder.Web.Tests.Data;

/// <summary>The addresses of the data page on a real server of this computer, with a data folder of its own.</summary>
internal sealed class DataServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private readonly PrintedLog _log = new();

    private DataServer(string home, long? limit, ThumbnailBudget? budget, string? runner)
    {
        Home = home;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration[DataFolder.Variable] = home;
        builder.Configuration[UploadLimits.Setting] = limit?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        builder.Logging.ClearProviders().AddProvider(_log).AddFilter("Builder", LogLevel.Debug);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSessions(builder.Configuration);
        builder.Services.AddData(builder.Configuration);
        builder.Services.AddSingleton(budget ?? ThumbnailBudget.Usual);
        builder.Services.AddSingleton(new RunnerOptions { Program = runner ?? Runs.RunsServer.Runner });
        builder.Services.AddSingleton<PictureClient>();
        _app = builder.Build();
        _app.MapData();
        Client = new HttpClient();
    }

    public string Home { get; }

    public HttpClient Client { get; }

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public ProjectSessions Sessions => _app.Services.GetRequiredService<ProjectSessions>();

    public ProjectStore Projects => _app.Services.GetRequiredService<ProjectStore>();

    /// <summary>What was logged, as the console shows it.</summary>
    public string Log => _log.Text;

    public string ProjectId { get; set; } = "";

    public string ProjectFolder => Sessions.FolderOf(ProjectId);

    public static async Task<DataServer> StartAsync(long? limit = null, ThumbnailBudget? budget = null, string? runner = null)
    {
        var server = new DataServer(Directory.CreateTempSubdirectory("builder-data-").FullName, limit, budget, runner);
        await server._app.StartAsync();
        server.Client.BaseAddress = server.Address;
        server.ProjectId = (await server.Projects.CreateAsync(ProjectDocument.Create("Test"))).Id;
        return server;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public Task<HttpResponseMessage> UploadAsync(string name, byte[] content, string? query = null) => UploadAsync(name, new ByteArrayContent(content), query);

    public async Task<HttpResponseMessage> UploadAsync(string name, HttpContent content, string? query = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/projects/{ProjectId}/files?name={Uri.EscapeDataString(name)}{query}") { Content = content };
        return await Client.SendAsync(request);
    }

    /// <summary>Everything in the data folder that an upload could have left: files of projects and of uploads in progress.</summary>
    public IEnumerable<string> Stored() => new[] { "projects", "uploads" }
        .SelectMany(folder => Directory.EnumerateFileSystemEntries(Path.Combine(Home, folder), "*", SearchOption.AllDirectories))
        .Where(entry => entry != ProjectFolder);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        TemporaryFolders.Delete(Home);
    }
}
