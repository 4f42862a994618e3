using Bunit;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Storage;
using Builder.Storage.Projects;
using Builder.Storage.Runs;
using Builder.Web.Instruments;
using Builder.Web.Instruments.Grids;
using Builder.Web.Runs.Page;
using Builder.Web.Runs.Page.Table;
using Builder.Web.Sessions;
using Builder.Web.Shell;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Builder.Web.Tests.Runs.Page.Table;

public sealed class RunTableTests : BunitContext, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly ProjectDocument Iris = ProjectJson.Read(File.ReadAllBytes(Path.Combine(Repository.Templates, "iris", "project.json")));

    private readonly string _home = Directory.CreateTempSubdirectory("builder-runs-").FullName;
    private readonly UiState _ui = new();
    private readonly List<RunSummary> _runs = [];

    public RunTableTests()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(DataFolder.Variable, _home)]).Build();
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLogging(log => log.ClearProviders());
        Services.AddSessions(configuration);
        Services.AddInstruments();
        Services.AddSingleton<RunFactsReader>();
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(_ui);
        Services.AddCascadingValue(_ => _ui);
    }

    public async ValueTask InitializeAsync()
    {
        var project = (await Services.GetRequiredService<ProjectStore>().CreateAsync(Iris)).Id;
        var store = Services.GetRequiredService<RunStore>();
        foreach (var (name, state, accuracy) in new[] { ("first", RunState.Finished, 0.9), ("second", RunState.Failed, double.NaN), ("third", RunState.Finished, 0.95) })
        {
            var run = await store.CreateAsync(new NewRun(project, Iris, 1, name, Seed: _runs.Count + 1));
            _runs.Add(run with
            {
                State = state,
                Scores = double.IsNaN(accuracy) ? null : new RunScores(TaskKind.Classification, Scores(), Scores(), Scores(("accuracy", accuracy)), Scores(), new Dictionary<string, string>()),
            });
        }
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await base.DisposeAsync();
        TemporaryFolders.Delete(_home);
    }

    [Fact]
    public void Settings_and_scores_stand_beside_each_run()
    {
        var table = Open(GridView.Plain);

        table.WaitForAssertion(() => Assert.Equal(["first", "second", "third"], Names(table)), Patience);
        Assert.Equal(
            ["name", "state", "score.accuracy", "asked", "duration", "epochs", "lr", "seed"],
            table.FindAll(".heads th[data-column]").Select(h => h.GetAttribute("data-column")));
        table.WaitForAssertion(() => Assert.Contains("90%", table.FindAll("tbody tr:has(.run-name)")[0].TextContent, StringComparison.Ordinal), Patience);
        var facts = RunFacts.Of(Iris);
        table.WaitForAssertion(() => Assert.Contains(table.FindAll("tbody td.number"), cell => cell.TextContent == $"{facts.Epochs}"), Patience);
    }

    [Fact]
    public void Runs_are_sorted_filtered_and_searched()
    {
        Assert.Equal(["third", "first", "second"], Names(Open(new GridView { Sort = new("score.accuracy", Descending: true) })));
        Assert.Equal(["second"], Names(Open(GridView.Plain.With("state", "Failed"))));
        Assert.Equal(["third"], Names(Open(GridView.Plain.With("score.accuracy", "> 0.92"))));
        Assert.Equal(["second"], Names(Open(new GridView { Search = "SECO" })));
    }

    [Fact]
    public void Runs_of_a_group_stand_together_under_its_name()
    {
        var table = Open(new GridView { Group = "state" });

        table.WaitForAssertion(() => Assert.Equal(["Finished", "Failed"], table.FindAll("tbody tr strong").Select(g => g.TextContent)), Patience);
        Assert.Equal(["first", "third", "second"], Names(table));
    }

    [Fact]
    public async Task Another_choice_is_told_to_the_page_which_keeps_it()
    {
        GridView? wanted = null;
        var table = Open(GridView.Plain, p => p.Add(t => t.ViewChanged, view => wanted = view));

        await table.InvokeAsync(() => table.Find("th[data-column=seed] button").Click());
        Assert.Equal(new GridSort("seed", false), wanted?.Sort);
        await table.InvokeAsync(() => table.Find("select.group").Change("state"));
        Assert.Equal("state", wanted?.Group);
        await table.InvokeAsync(() => table.FindAll(".column-menu input")[1].Change(false));
        Assert.DoesNotContain("state", wanted!.Shown);
        Assert.Contains("name", wanted.Shown);
    }

    [Fact]
    public async Task Ticked_runs_are_compared()
    {
        (string, bool)? asked = null;
        IReadOnlyList<string>? all = null;
        var table = Open(GridView.Plain, p => p.Add(t => t.SelectedId, _runs[0].Id).Add(t => t.OnCompare, choice => asked = choice).Add(t => t.OnCompareAll, runs => all = runs));

        await table.InvokeAsync(() => table.FindAll("td.lead input")[2].Change(true));
        Assert.Equal((_runs[2].Id, true), asked);
        Assert.True(table.FindAll("td.lead input")[0].HasAttribute("disabled"));
        await table.InvokeAsync(() => table.FindAll("button").First(b => b.TextContent.Contains("Compare curves of all shown", StringComparison.Ordinal)).Click());
        Assert.Equal(_runs.Select(r => r.Id), all);
    }

    [Fact]
    public void Two_ticked_runs_lead_to_their_drawings()
    {
        var one = Open(GridView.Plain, p => p.Add(t => t.SelectedId, _runs[0].Id));
        var two = Open(GridView.Plain, p => p.Add(t => t.SelectedId, _runs[0].Id).Add(t => t.ComparedIds, [_runs[2].Id]));
        var three = Open(GridView.Plain, p => p.Add(t => t.SelectedId, _runs[0].Id).Add(t => t.ComparedIds, [_runs[1].Id, _runs[2].Id]));

        Assert.Equal(CompareDrawingsLink.AddressOf(_runs[0].ProjectId, _runs[0].Id, _runs[2].Id), two.Find("[data-testid=compare-drawings]").GetAttribute("href"));
        Assert.All([one, three], table => Assert.Empty(table.FindAll("[data-testid=compare-drawings]")));
    }

    [Fact]
    public void Facts_of_a_run_are_those_of_its_document()
    {
        var facts = RunFacts.Of(Iris);
        Assert.Equal(("Adam", 1), (facts.Optimizer![..4], facts.Layers.En.Split(", ").Length));
        Assert.True(facts is { LearningRate: > 0, Epochs: > 0, BatchSize: > 0, Blocks: > 3 });
    }

    private IRenderedComponent<RunTable> Open(GridView view, Action<ComponentParameterCollectionBuilder<RunTable>>? more = null)
    {
        var table = Render<RunTable>(p =>
        {
            p.Add(t => t.Runs, _runs).Add(t => t.View, view);
            more?.Invoke(p);
        });
        table.WaitForElement(".run-name", Patience);
        return table;
    }

    private static List<string> Names(IRenderedComponent<RunTable> table) => [.. table.FindAll(".run-name").Select(n => n.TextContent)];

    private static Dictionary<string, double?> Scores(params (string Name, double Value)[] scores) => scores.ToDictionary(s => s.Name, s => (double?)s.Value);
}
