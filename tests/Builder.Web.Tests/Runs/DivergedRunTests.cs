using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Messages;
using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Storage.Runs;
using Builder.Web.Runs.Feed;
using Builder.Web.Runs.Page;
using Builder.Web.Runs.Supervision;
using Builder.Web.Shell;
using Builder.Web.Tests.Sessions;
using Bunit;
using Microsoft.AspNetCore.Components;
using ParameterValue = Builder.Graph.Documents.ParameterValue;

namespace Builder.Web.Tests.Runs;

/// <summary>A loss that runs away: said in words, and one press takes a tenth of the learning rate.</summary>
public sealed class DivergedRunTests : BunitContext
{
    [Fact]
    public async Task A_ready_project_with_a_wild_rate_fails_in_words_and_is_still_known_after_a_restart()
    {
        var root = Directory.CreateTempSubdirectory("builder-diverged-").FullName;
        string run;
        await using (var server = await RunsServer.StartAsync(root))
        {
            var project = await server.NewProjectAsync();
            run = (await server.Supervisor.StartAsync(new(project, Wild(ReadyProject.Read("iris")), 1, Devices.Cpu))).Id;
            var end = await server.UntilOverAsync(run);

            Assert.Equal(RunState.Failed, end.State);
            Assert.Contains("grows instead of shrinking", end.Reason!.Words.En, StringComparison.Ordinal);
            Assert.Contains("学习率", end.Reason.Words.Zh, StringComparison.Ordinal);
            Assert.True((await server.Feed.OpenAsync(run))!.HasDiverged);
            await server.Supervisor.EndOf(run);
        }

        await using (var server = await RunsServer.StartAsync(root))
        {
            Assert.True((await server.Feed.OpenAsync(run))!.HasDiverged);
        }

        TemporaryFolders.Delete(root);
    }

    [Theory]
    [InlineData("LossNotFinite", true)]
    [InlineData("LossExploded", true)]
    [InlineData("DiskFull", false)]
    public void Only_a_loss_that_ran_away_asks_for_a_smaller_rate(string code, bool diverged)
    {
        var ring = new RunEventBuffer("run1", TimeProvider.System);
        ring.Add(new RunEvent.Failed(code, Message.Verbatim(new("x", "x"))));
        Assert.Equal(diverged, ring.HasDiverged);

        ring.Add(new RunEvent.Started(1, "run", TaskKind.Classification, "cpu", 1, 1, 1, 1, 1, 1, 1, null));
        Assert.False(ring.HasDiverged);
    }

    [Theory]
    [InlineData(1.1, 40.0, true)]
    [InlineData(1.1, 1.2, false)]
    [InlineData(1.1, 0.2, false)]
    [InlineData(null, 40.0, false)]
    public void A_model_that_knows_less_than_before_asks_for_it_too(double? start, double end, bool diverged)
    {
        var ring = new RunEventBuffer("run1", TimeProvider.System);
        Dictionary<string, double?> none = [];
        ring.Add(new RunEvent.Finished(
            TaskKind.Classification, 3, 1, RunEnd.Completed, 1, new Dictionary<string, double?> { ["loss"] = end }, none, none, none, new Dictionary<string, string>(), "b", start));
        Assert.Equal(diverged, ring.HasDiverged);
    }

    [Fact]
    public void A_failed_run_offers_the_smaller_rate_instead_of_going_on_into_the_same_fault()
    {
        RunCommand? asked = null;
        var panel = Panel(RunState.Failed, command => asked = command);
        Assert.Empty(panel.FindAll("[data-testid=resume]"));
        Assert.Equal("Learning rate ÷ 10, train again", panel.Find("[data-testid=lower-rate]").TextContent.Trim());
        panel.Find("[data-testid=lower-rate]").Click();
        Assert.Equal(RunCommand.LowerRate, asked);
    }

    [Fact]
    public void A_run_that_ended_by_itself_but_knows_less_is_no_success()
    {
        var panel = Panel(RunState.Finished);
        Assert.Contains("wrong by more than before", panel.Find("[data-testid=ended-worse]").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(panel.FindAll("[data-testid=lower-rate]"));
        Assert.Empty(panel.FindAll(".notice.success"));
    }

    [Fact]
    public void Every_learning_rate_becomes_a_tenth_of_what_the_run_had_in_one_step_that_can_be_undone()
    {
        var trained = ReadyProject.Read("digits-gan");
        trained = trained with { Blocks = trained.Blocks.SetItems(trained.Blocks.Values.Where(b => b.Parameters.ContainsKey("lr"))
            .Select(b => KeyValuePair.Create(b.Id, b with { Parameters = b.Parameters.SetItem("lr", 1000.0) }))) };
        var history = new EditHistory(ReadyProject.Read("digits-gan"));
        Assert.True(history.Apply(LearningRates.Lowered(history.Document, trained)).Succeeded);
        Assert.All(Rates(history.Document), rate => Assert.Equal((ParameterValue)100.0, rate));
        Assert.True(history.Undo().Succeeded);
        Assert.Equal(Rates(ReadyProject.Read("digits-gan")), Rates(history.Document));
    }

    [Fact]
    public void A_rate_that_is_not_set_is_a_tenth_of_the_usual_one_and_reads_as_people_write_it()
    {
        var document = ProjectDocument.Create("d") with
        {
            Blocks = ProjectDocument.Create("d").Blocks
                .Add("adam", new Block { Id = "adam", Kind = "Adam" })
                .Add("sgd", new Block { Id = "sgd", Kind = "SGD", Parameters = Block.NoParameters.Add("lr", 0.7) })
                .Add("cycle", new Block { Id = "cycle", Kind = "OneCycleLR", Parameters = Block.NoParameters.Add("max_lr", 3L) }),
        };
        var lowered = DocumentEditor.Apply(document, LearningRates.Lowered(document, document)).Document!.Blocks;
        Assert.Equal((ParameterValue)0.0001, lowered["adam"].Parameters["lr"]);
        Assert.Equal((ParameterValue)0.07, lowered["sgd"].Parameters["lr"]);
        Assert.Equal((ParameterValue)0.3, lowered["cycle"].Parameters["max_lr"]);
    }

    private static ProjectDocument Wild(ProjectDocument document) => document with
    {
        Blocks = document.Blocks.SetItems(document.Blocks.Values.Where(b => b.Kind is "Adam" or "AdamW" or "SGD")
            .Select(b => KeyValuePair.Create(b.Id, b with { Kind = "SGD", Parameters = Block.NoParameters.Add("lr", 1000.0) }))),
    };

    private static List<ParameterValue> Rates(ProjectDocument document) =>
        [.. document.Blocks.Values.Where(b => b.Parameters.ContainsKey("lr")).Select(b => b.Parameters["lr"])];

    private IRenderedComponent<RunPanel> Panel(RunState state, Action<RunCommand>? asked = null)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        var run = new RunSummary
        {
            Id = "run1", ProjectId = "project1", Number = 1, Name = "", State = state, Revision = 1, AskedAt = DateTimeOffset.UnixEpoch, Reason = Message.Verbatim(new("Done.", "完成。")),
        };
        return Render<RunPanel>(p => p.AddCascadingValue(new UiState()).Add(r => r.Run, run).Add(r => r.CanResume, true).Add(r => r.HasDiverged, true)
            .Add(r => r.OnCommand, EventCallback.Factory.Create<(RunSummary Run, RunCommand Command)>(this, wanted => asked?.Invoke(wanted.Command))));
    }
}
