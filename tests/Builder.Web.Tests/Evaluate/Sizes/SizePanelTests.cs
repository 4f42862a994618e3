using System.Text.RegularExpressions;
using Builder.Datasets.Profiles;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Proposals;
using Builder.Protocol;
using Builder.Storage.Projects;
using Builder.Storage.Runs;
using Builder.Web.Data;
using Builder.Web.Evaluate;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Evaluate.Sizes;
using Builder.Web.Evaluate.Verdicts;
using Builder.Web.Runners;
using Builder.Web.Runs.Feed;
using Builder.Web.Runs.Supervision;
using Builder.Web.Sessions;
using Builder.Web.Tests.Runs;
using Builder.Web.Tests.Sessions;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Builder.Web.Tests.Evaluate.Sizes;

/// <summary>With the real runner, on a real table.</summary>
public sealed class SizePanelTests : RunPageContext
{
    private const string Table = "breast-cancer";

    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(2);

    public SizePanelTests()
    {
        Services.AddSingleton(new RunnerOptions { Program = RunsServer.Runner });
        Services.AddSingleton<DataInspections>();
        Services.AddEvaluate();
    }

    [Fact]
    public async Task While_a_person_reads_three_sizes_are_tried_and_the_same_comes_out_each_time()
    {
        var (project, document, run) = await ProjectAsync();
        var folder = Get<ProjectSessions>().FolderOf(project);
        var before = Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories).Order().ToArray();
        var found = SizeFinding.None;
        IRenderedComponent<SizePanel> Panel() => Render<SizePanel>(p => p.Add(s => s.ProjectId, project).Add(s => s.Run, run).Add(s => s.OnFound, told => found = told));
        var panel = Panel();

        var said = panel.WaitForElement("[data-sizes=done] p", s_longest).TextContent;

        Assert.Matches(new Regex(@"^Tried three sizes for up to \d+ s each\. Accuracy on the validation part: small [\d.]+%, medium [\d.]+%( to [\d.]+%)?, large [\d.]+%\. "), said);
        var state = Get<SizeTrials>().Of(project, document)!;
        Assert.Equal([ModelSize.Middle, ModelSize.Middle, ModelSize.Small, ModelSize.Large], state.Scores.Select(s => s.Size));
        Assert.Equal(before, Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories).Order());
        panel.WaitForAssertion(() => Assert.Equal(state.Finding, found), s_longest);
        Assert.NotNull(found.LargerHelps);
        found = SizeFinding.None;
        Panel().WaitForAssertion(() => Assert.Equal(state.Finding, found), s_longest);

        using var again = NewTrials(Get<RunnerOptions>());
        var second = await UntilAsync(again, project, document, s => s?.Phase is SizePhase.Done or SizePhase.Nothing);
        Assert.Equal(state.Scores.Select(s => s.Score), second!.Scores.Select(s => s.Score));
        Assert.Equal(state.Comparison, second.Comparison);
    }

    [Fact]
    public async Task Trying_can_be_stopped_and_asked_for_again()
    {
        var (project, _, run) = await ProjectAsync();
        var panel = Render<SizePanel>(p => p.Add(s => s.ProjectId, project).Add(s => s.Run, run));

        panel.WaitForElement("[data-sizes=trying] button", s_longest).Click();
        panel.WaitForElement("[data-sizes=stopped] button", s_longest).Click();

        panel.WaitForElement("[data-sizes=trying], [data-sizes=done]", s_longest);
    }

    [Fact]
    public async Task As_soon_as_anybody_trains_it_gives_way_and_begins_again_when_nobody_does()
    {
        var (project, document, run) = await ProjectAsync();
        var panel = Render<SizePanel>(p => p.Add(s => s.ProjectId, project).Add(s => s.Run, run));
        panel.WaitForElement("[data-sizes=trying]", s_longest);
        var training = await Get<RunStore>().CreateAsync(new(project, document, 1));

        await Get<RunFeed>().TellAsync(training);

        Assert.Equal(SizePhase.Waiting, Get<SizeTrials>().Of(project, document)!.Phase);
        panel.WaitForElement("[data-sizes=waiting]", s_longest);

        await Get<RunFeed>().TellAsync(training with { State = RunState.Stopped });

        panel.WaitForElement("[data-sizes=trying], [data-sizes=done]", s_longest);
    }

    [Fact]
    public async Task Where_somebody_trains_already_it_waits_says_so_and_begins_by_itself()
    {
        var (project, document, run) = await ProjectAsync();
        var training = await Get<RunSupervisor>().StartAsync(new(project, TrainerEdits.With(document, "epochs", 100_000), 1, Devices.Cpu));
        var panel = Render<SizePanel>(p => p.Add(s => s.ProjectId, project).Add(s => s.Run, run));

        Assert.Contains("As soon as no training runs any more", panel.WaitForElement("[data-sizes=waiting]", s_longest).TextContent, StringComparison.Ordinal);
        Get<RunSupervisor>().Stop(training.Id);

        panel.WaitForElement("[data-sizes=trying], [data-sizes=done]", s_longest);
        await Get<RunSupervisor>().EndOf(training.Id);
    }

    [Fact]
    public async Task What_nobody_looks_at_any_more_does_not_begin_after_a_training()
    {
        var (project, document, run) = await ProjectAsync();
        var panel = Render<SizePanel>(p => p.Add(s => s.ProjectId, project).Add(s => s.Run, run));
        panel.WaitForElement("[data-sizes=trying]", s_longest);
        var training = await Get<RunStore>().CreateAsync(new(project, document, 1));
        await Get<RunFeed>().TellAsync(training);
        await DisposeComponentsAsync();

        await Get<RunFeed>().TellAsync(training with { State = RunState.Stopped });

        Assert.Equal(SizePhase.Waiting, Get<SizeTrials>().Of(project, document)!.Phase);
    }

    [Fact]
    public async Task Another_size_is_drawn_with_its_reason_unless_the_model_was_changed_meanwhile()
    {
        var (project, document, _) = await ProjectAsync();
        var choice = new SizeChoice(ModelSize.Large, new("Large did best.", "大的最好。"));

        Assert.Null(await Get<SizeTrials>().UseAsync(project, document, choice, "en"));

        var drawn = (await Get<ProjectSessions>().OpenAsync(project)).Document;
        Assert.Equal(2 * Width(document), Width(drawn));
        Assert.Contains(drawn.Notes.Values, note => note.In("en").Contains("Large did best.", StringComparison.Ordinal));
        Assert.StartsWith("The model was changed after this run", (await Get<SizeTrials>().UseAsync(project, document, choice, "en"))!.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_runner_and_of_a_model_that_was_not_proposed_nothing_is_said()
    {
        var (project, document, _) = await ProjectAsync();
        using var trials = NewTrials(new RunnerOptions { Program = Path.Combine(Path.GetTempPath(), "no-such-runner") });

        Assert.Equal(SizePhase.Nothing, (await UntilAsync(trials, project, document, s => s?.Phase == SizePhase.Nothing))!.Phase);
        Assert.False(SizeTrials.IsProposed(ReadyProject.Read(Table)));
        trials.Begin(project, ReadyProject.Read(Table), "en");
        Assert.Null(trials.Of(project, ReadyProject.Read(Table)));
    }

    [Fact]
    public async Task After_a_fault_that_nobody_foresaw_nothing_is_awaited_any_more()
    {
        var (project, document, _) = await ProjectAsync();
        using var trials = new SizeTrials(Get<ProjectSessions>(), null!, Get<RunSupervisor>(), Get<RunFeed>(), Get<RunnerOptions>(), NullLogger<SizeTrials>.Instance);

        Assert.Equal(SizePhase.Nothing, (await UntilAsync(trials, project, document, s => s?.Phase == SizePhase.Nothing))!.Phase);
    }

    private T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    private SizeTrials NewTrials(RunnerOptions options) =>
        new(Get<ProjectSessions>(), Get<DataInspections>(), Get<RunSupervisor>(), Get<RunFeed>(), options, NullLogger<SizeTrials>.Instance);

    private static async Task<SizeState?> UntilAsync(SizeTrials trials, string project, ProjectDocument document, Func<SizeState?, bool> condition)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        trials.Changed += _ =>
        {
            if (condition(trials.Of(project, document)))
            {
                reached.TrySetResult();
            }
        };
        trials.Begin(project, document, "en");
        await reached.Task.WaitAsync(s_longest);
        return trials.Of(project, document);
    }

    private static long Width(ProjectDocument document) => ((ParameterValue.Integer)document.Blocks["hidden"].Parameters["out_features"]).Value;

    /// <summary>A project with a proposed model and a finished run of it.</summary>
    private async Task<(string Project, ProjectDocument Document, FinishedRun Run)> ProjectAsync()
    {
        var template = Path.Combine(Repository.Templates, Table);
        var inspection = SourceInspection.Of(new TableSource { Path = $"{Table}.csv" }, template);
        var document = Proposer.Propose(inspection, DataPlan.Guess(inspection, "data").WithTarget("diagnosis"), template, ProjectDocument.Create("Tumours"), "en").Document;
        var project = (await Get<ProjectStore>().CreateAsync(document, null, (folder, _) => ReadyProject.FillAsync(Table, folder))).Id;
        var folder = Directory.CreateDirectory(Path.Combine(Get<ProjectSessions>().FolderOf(project), "runs", "a")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "project.json"), ProjectJson.Write(document));
        return (project, document, new FinishedRun("a", Localized.Same("a"), folder, DateTime.Now, Evaluations.Classes(9, 10)));
    }
}
