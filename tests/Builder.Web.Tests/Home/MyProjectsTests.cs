using Builder.Graph;
using Builder.Graph.Documents;
using Builder.Storage.Projects;
using Builder.Web.Home;
using Builder.Web.Runs.Supervision;
using Builder.Web.Sessions;
using Builder.Web.Shell;
using Builder.Web.Shell.Parts;
using Builder.Web.Tests.Runs;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Builder.Web.Tests.Home;

public sealed class MyProjectsTests : BunitContext, IAsyncLifetime
{
    private const int Many = 130;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private RunsServer _server = null!;
    private ProjectSessions _sessions = null!;
    private CountingThumbnails _thumbnails = null!;
    private IReadOnlyList<ProjectSummary> _projects = [];

    public async ValueTask InitializeAsync()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        _server = await RunsServer.StartAsync();
        var log = _server.Services.GetRequiredService<ProjectLog>();
        _sessions = new(_server.Data, log, TimeProvider.System, NullLogger<ProjectSessions>.Instance);
        _thumbnails = new(log);
        Services.AddSingleton(_server.Projects).AddSingleton(_sessions).AddSingleton(_server.Services.GetRequiredService<RunSupervisor>());
        Services.AddSingleton<Thumbnails>(_thumbnails).AddSingleton(TimeProvider.System).AddScoped<Toasts>().AddScoped<ShellScript>();
        for (var i = 0; i < Many; i++)
        {
            await _server.Projects.CreateAsync(ProjectDocument.Create($"Project {i:000}"));
        }

        _projects = await _server.Projects.ListAsync();
    }

    [Fact]
    public void Of_very_many_projects_some_are_shown_and_the_others_when_a_person_wants_them()
    {
        var list = Render<MyProjects>(p => p.AddCascadingValue(new UiState()).Add(m => m.Projects, _projects));
        Assert.Equal("130 projects", list.Find("[role=status]").TextContent);
        Assert.Equal(MyProjects.AtOnce, list.FindAll("article").Count);
        Assert.Equal(MyProjects.AtOnce, _thumbnails.Asked);

        list.Find("[data-testid=more-projects]").Click();
        list.WaitForAssertion(() => Assert.Equal(2 * MyProjects.AtOnce, list.FindAll("article").Count), Soon);
        list.Find("[data-testid=more-projects]").Click();
        list.WaitForAssertion(() => Assert.Equal(Many, list.FindAll("article").Count), Soon);
        Assert.Empty(list.FindAll("[data-testid=more-projects]"));
    }

    [Fact]
    public void A_search_looks_through_all_of_them()
    {
        var list = Render<MyProjects>(p => p.AddCascadingValue(new UiState()).Add(m => m.Projects, _projects));
        list.Find("[data-testid=search-projects]").Input("project 00");
        list.WaitForAssertion(() => Assert.Equal(10, list.FindAll("article").Count), Soon);
        Assert.Contains("Project 000", list.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_shows_the_best_score_and_exporting_takes_the_runs_along_unless_a_person_says_no()
    {
        var scored = _projects[0];
        var list = Render<MyProjects>(p => p.AddCascadingValue(new UiState()).Add(m => m.Projects, _projects)
            .Add(m => m.Scores, new Dictionary<string, Localized?> { [scored.Id] = new("Accuracy 97%", "准确率 97%") }));
        var card = list.Find($"[data-testid=project-{scored.Id}]");
        Assert.Equal("Accuracy 97%", card.QuerySelector("[data-testid=score]")!.TextContent);
        Assert.Single(list.FindAll("[data-testid=score]"));

        list.Find($"[data-testid=project-{scored.Id}] [data-testid=export]").Click();
        Assert.Equal($"/api/projects/{scored.Id}/export?runs=true", list.WaitForElement("[data-testid=export-now]", Soon).GetAttribute("href"));
        list.Find("[data-testid=export-runs]").Change(false);
        list.WaitForAssertion(() => Assert.Equal($"/api/projects/{scored.Id}/export?runs=false", list.Find("[data-testid=export-now]").GetAttribute("href")), Soon);
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await _sessions.EndAsync();
        _sessions.Dispose();
        await _server.DisposeAsync();
    }

    private sealed class CountingThumbnails(ProjectLog log) : Thumbnails(log)
    {
        private int _asked;

        public int Asked => Volatile.Read(ref _asked);

        public override Task<Thumbnail?> OfAsync(ProjectSummary project, CancellationToken ct)
        {
            Interlocked.Increment(ref _asked);
            return base.OfAsync(project, ct);
        }
    }
}
