using System.Globalization;
using System.Text.RegularExpressions;
using Builder.Protocol;
using Builder.Storage;
using Builder.Tests.Earlier;
using Builder.Web.Data;
using Builder.Web.Evaluate;
using Builder.Web.History;
using Builder.Web.Runners;
using Builder.Web.Runs;
using Builder.Web.Runs.Page;
using Builder.Web.Sessions;
using Builder.Web.Shell;
using Builder.Web.Shell.Parts;
using Builder.Web.Tests.Runs;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Builder.Web.Tests;

/// <summary>A server is started on the data folder of an earlier version: its pages show what they showed, and what was cut off goes on.</summary>
public sealed partial class EarlierVersionTests
{
    // Another libtorch may draw other random numbers for dropout, so that the end is as good but not the same.
    private const double AsGood = 0.1;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Versions => [.. EarlierVersion.All];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Every_project_opens_without_a_problem_and_its_named_versions_stand_on_the_history_page(string version)
    {
        using var earlier = new EarlierVersion(version);
        await using var window = new Window(earlier.Unpack("home.zip"));
        foreach (var project in earlier.List("projects"))
        {
            var session = await window.Get<ProjectSessions>().OpenAsync(project.GetProperty("id").GetString()!, Xunit.TestContext.Current.CancellationToken);
            await session.RefreshDataAsync();
            Assert.True(session.Analysis.CanTrain, string.Join(' ', session.Analysis.Problems.Select(p => p.Message.Words.En)));
            Assert.Equal(project.GetProperty("revision").GetInt64(), session.Revision);
            Assert.Equal(session.Revision > 0, session.CanUndo);
            var page = window.Open<HistoryPage>($"/projects/{session.Id}/history", p => p.Add(h => h.ProjectId, session.Id));
            page.WaitForElement(session.Revision > 0 ? $"[data-revision='{session.Revision}']" : ".empty", Patience);
            Assert.All(project.GetProperty("versions").EnumerateArray(), v => Assert.Contains(v.GetProperty("name").GetString()!, page.Markup, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task The_pages_of_finished_runs_show_the_same_figures_and_find_their_pictures(string version)
    {
        using var earlier = new EarlierVersion(version);
        await using var window = new Window(earlier.Unpack("home.zip"));
        var pictures = 0;
        foreach (var (project, run) in from p in earlier.List("projects") from r in p.GetProperty("runs").EnumerateArray() where r.TryGetProperty("shown", out _) select (p.GetProperty("id").GetString()!, r))
        {
            var (id, shown) = (run.GetProperty("id").GetString()!, run.GetProperty("shown"));
            var train = window.Open<TrainPage>($"/projects/{project}/train?run={id}", p => p.Add(t => t.ProjectId, project));
            train.WaitForElement("[data-testid=result]", Patience);
            Assert.Equal(
                shown.GetProperty("training").EnumerateArray().Select(row => string.Join(" | ", row.EnumerateArray().Select(cell => cell.GetString()))),
                train.FindAll("[data-testid=result] tbody tr").Select(row => string.Join(" | ", row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()))));

            var evaluate = window.Open<EvaluatePage>($"/projects/{project}/evaluate?run={id}", p => p.Add(e => e.ProjectId, project));
            var verdict = evaluate.WaitForElement(".verdict", Patience);
            string[] figures = [.. Numbers().Matches(verdict.TextContent).Select(n => n.Value)];
            Assert.Equal(AsCounted([.. shown.GetProperty("verdict").EnumerateArray().Select(n => n.GetString()!)], figures), figures);
            foreach (var address in evaluate.FindAll("img").Select(i => i.GetAttribute("src")!).Where(s => s.StartsWith("/api/runs/", StringComparison.Ordinal)))
            {
                var name = Uri.UnescapeDataString(address[$"/api/runs/{id}/files/".Length..]);
                Assert.NotNull(RunFilesEndpoint.Find(window.Get<DataFolder>().RunFolder(project, id), name));
                pictures++;
            }
        }

        Assert.True(pictures > 0, "No page shows a picture.");
    }

    // What was a share of a few cases then ("90%" of "10") may be told as a count ("9" of "10").
    private static IEnumerable<string> AsCounted(string[] before, string[] now) => before.Select((figure, i) =>
        figure.EndsWith('%') && i + 1 < before.Length && int.TryParse(before[i + 1], out var cases) && now.ElementAtOrDefault(i)?.EndsWith('%') == false
            ? $"{double.Parse(figure.TrimEnd('%'), CultureInfo.InvariantCulture) * cases / 100:0}" : figure);

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task The_pictures_that_a_run_made_while_it_learned_are_found_where_the_data_folder_lies_now(string version)
    {
        using var earlier = new EarlierVersion(version);
        await using var server = await RunsServer.StartAsync(earlier.Unpack("home.zip"));
        var pictures = new List<string?>();
        foreach (var (project, run) in from p in earlier.List("projects") from r in p.GetProperty("runs").EnumerateArray() select (p.GetProperty("id").GetString()!, r.GetProperty("id").GetString()!))
        {
            var known = (await server.Feed.OpenAsync(run, Xunit.TestContext.Current.CancellationToken))!.Since(0)!;
            pictures.AddRange((known.Samples ?? []).SelectMany(s => s.Predictions ?? []).Select(p => RunFilesEndpoint.Find(server.Data.RunFolder(project, run), p.Picture)));
        }

        Assert.NotEmpty(pictures);
        Assert.DoesNotContain(null, pictures);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_training_that_was_cut_off_with_its_server_is_told_so_and_resume_brings_it_to_as_good_an_end(string version)
    {
        using var earlier = new EarlierVersion(version);
        var kept = earlier.Answers.GetProperty("cutOff");
        var run = kept.GetProperty("run").GetString()!;
        await using var server = await RunsServer.StartAsync(earlier.Unpack("home.zip"));
        var cutOff = (await server.Store.FindAsync(run, Xunit.TestContext.Current.CancellationToken))!;
        Assert.Equal(RunState.Failed, cutOff.State);
        Assert.Contains($"“Resume” goes on in epoch {kept.GetProperty("goesOnIn").GetInt64()}", cutOff.Reason!.Words.En, StringComparison.Ordinal);
        Assert.True(server.Supervisor.CanResume(cutOff));

        Assert.True(await server.Supervisor.ResumeAsync(run));
        var end = await server.UntilOverAsync(run);

        Assert.True(end.State == RunState.Finished, end.Reason?.Words.En);
        var rmse = kept.GetProperty("test").GetProperty("rmse").GetDouble();
        Assert.Equal(rmse, end.Scores!.Test["rmse"]!.Value, rmse * AsGood);
        var epochs = (await server.Feed.OpenAsync(run, Xunit.TestContext.Current.CancellationToken))!.EpochsDone;
        Assert.Equal(kept.GetProperty("epochs").GetInt64(), epochs);
    }

    [GeneratedRegex(@"\d[\d.,]*\d%?|\d%?")]
    private static partial Regex Numbers();

    /// <summary>A window on a data folder, with everything that the pages ask for.</summary>
    private sealed class Window : IAsyncDisposable
    {
        private readonly BunitContext _context = new();

        public Window(string home)
        {
            var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(DataFolder.Variable, home)]).Build();
            _context.Services.AddLogging(log => log.ClearProviders());
            _context.Services.AddSessions(configuration);
            _context.Services.AddRuns(configuration);
            _context.Services.AddSingleton(new RunnerOptions { Program = RunsServer.Runner });
            _context.Services.AddSingleton<DataInspections>();
            _context.Services.AddEvaluate();
            _context.Services.AddHistory();
            _context.Services.AddSingleton<StepMarks>();
            _context.Services.AddScoped<Toasts>();
            _context.Services.AddScoped<ShellScript>();
            _context.Services.AddScoped<PageAddress>();
            _context.Services.AddCascadingValue(_ => new UiState());
            _context.JSInterop.Mode = JSRuntimeMode.Loose;
        }

        public T Get<T>()
            where T : notnull => _context.Services.GetRequiredService<T>();

        public IRenderedComponent<T> Open<T>(string address, Action<ComponentParameterCollectionBuilder<T>> parameters)
            where T : Microsoft.AspNetCore.Components.IComponent
        {
            Get<NavigationManager>().NavigateTo(address);
            return _context.Render(parameters);
        }

        public ValueTask DisposeAsync() => _context.DisposeAsync();
    }
}
