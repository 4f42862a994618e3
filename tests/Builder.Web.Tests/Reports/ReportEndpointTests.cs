using System.Net;
using Builder.Files;
using Builder.Graph.Json;
using Builder.Protocol.Evaluations;
using Builder.Storage.Projects;
using Builder.Web.Data;
using Builder.Web.Drawings;
using Builder.Web.Evaluate;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Reports;
using Builder.Web.Sessions;
using Builder.Web.Tests.Evaluate;
using Builder.Web.Tests.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Builder.Web.Tests.Reports;

public sealed class ReportEndpointTests : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("builder-reports-").FullName;
    private WebApplication _server = null!;
    private HttpClient _browser = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("BUILDER_HOME", _root)]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSessions(builder.Configuration);
        builder.Services.AddDrawings();
        builder.Services.AddSingleton<DataInspections>();
        builder.Services.AddEvaluate();
        builder.Services.AddReports();
        _server = builder.Build();
        _server.MapReports();
        await _server.StartAsync();
        _browser = new() { BaseAddress = new(_server.Urls.Single()) };
    }

    [Theory]
    [InlineData("en", "Report", "The model")]
    [InlineData("zh", "报告", "模型")]
    public async Task A_run_of_an_earlier_version_is_told_in_a_file_named_after_project_and_run(string language, string report, string model)
    {
        var (project, run) = await RunAsync();
        _browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        using var answer = await _browser.GetAsync(ReportAddress.Of(project, run), Ct);
        var page = await answer.Content.ReadAsStringAsync(Ct);
        page = WebUtility.HtmlDecode(page);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.EndsWith(".html", answer.Content.Headers.ContentDisposition.FileNameStar, StringComparison.Ordinal);
        Assert.Contains(report, page, StringComparison.Ordinal);
        Assert.Contains(model, page, StringComparison.Ordinal);
        Assert.All(["data", "model", "training", "origin"], section => Assert.Contains($"data-section=\"{section}\"", page, StringComparison.Ordinal));
        Assert.DoesNotContain("data-section=\"importance\"", page, StringComparison.Ordinal);
        Assert.Contains("data-node-id=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_not_there_is_told_in_words()
    {
        var (project, run) = await RunAsync();
        _browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        foreach (var address in new[] { ReportAddress.Of(project, "nothing"), ReportAddress.Of("nothing", run) })
        {
            using var answer = await _browser.GetAsync(address, Ct);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("This run is no longer there", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }
    }

    // As an earlier version left it: what it has trained and how good it is, no log and nothing that was measured later.
    private async Task<(string Project, string Run)> RunAsync()
    {
        var document = ReadyProject.Read("iris");
        var project = await _server.Services.GetRequiredService<ProjectStore>().CreateAsync(document, "iris", (folder, _) => ReadyProject.FillAsync("iris", folder), Ct);
        var folder = RunFolder.CreateIn(_server.Services.GetRequiredService<ProjectSessions>().FolderOf(project.Id));
        await File.WriteAllBytesAsync(folder.Document, ProjectJson.Write(document), Ct);
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, Evaluation.FileName), Evaluations.Classes(80, 100).ToJson(), Ct);
        return (project.Id, Path.GetFileName(folder.Path));
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _server.DisposeAsync();
        TemporaryFolders.Delete(_root);
    }
}
