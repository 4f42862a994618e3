using Builder.Graph.Documents;
using Builder.Protocol;
using Builder.Storage.Projects;
using Builder.Storage.Runs;
using Builder.Web.Evaluate;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Pictures;
using Builder.Web.Runners;
using Builder.Web.Runs.Feed;
using Builder.Web.Runs.Supervision;
using Builder.Web.Shell;
using Builder.Web.Use;
using Builder.Web.Use.Forms;
using Builder.Web.Use.Models;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Builder.Web.Tests.Use;

[Collection(TrainedModelsCollection.Name)]
public sealed class UsePageTests : BunitContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TrainedModels _trained;
    private readonly UiState _ui = new();

    public UsePageTests(TrainedModels trained)
    {
        _trained = trained;
        JSInterop.Mode = JSRuntimeMode.Loose;
        trained.Provide(Services);
    }

    [Fact]
    public void A_form_is_made_of_the_models_inputs_and_answers_at_once()
    {
        var page = UsePage(_trained.Iris);
        page.WaitForElement(".answer .big", Patience);
        Assert.Equal(4, page.FindAll(".fields .field").Count);
        Assert.Contains("(cm)", page.Find(".fields label").TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.FindAll(".bars li").Count);
    }

    [Fact]
    public void Typing_another_value_brings_another_answer()
    {
        var page = UsePage(_trained.Iris);
        page.WaitForElement(".answer .big", Patience);
        (string, string)[] setosa = [("sepal_length_cm", "5.1"), ("sepal_width_cm", "3.5"), ("petal_length_cm", "1.4"), ("petal_width_cm", "0.2")];
        (string, string)[] virginica = [("sepal_length_cm", "7.2"), ("sepal_width_cm", "3.1"), ("petal_length_cm", "6.1"), ("petal_width_cm", "2.4")];
        Fill(page, setosa);
        page.WaitForAssertion(() => Assert.Equal("setosa", page.Find(".answer .big").TextContent), Patience);
        Fill(page, virginica);
        page.WaitForAssertion(() => Assert.Equal("virginica", page.Find(".answer .big").TextContent), Patience);
    }

    [Fact]
    public void What_is_no_number_is_told_beside_its_field_and_is_not_asked()
    {
        _ui.Begin("zh", "light");
        var page = UsePage(_trained.Iris);
        page.WaitForElement(".answer .big", Patience);
        page.Find(".fields input.number").Input("five");

        // An answer may be drawn at this very moment: what is typed is then taken after it.
        Assert.Equal("请输入一个数字，例如 3.5。", page.WaitForElement(".field-error", Patience).TextContent);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".answer .big")), Patience);
    }

    [Fact]
    public void A_test_picture_is_answered_and_compared_with_the_truth()
    {
        var page = UsePage(_trained.Digits);
        page.WaitForElement(".strip button", Patience).Click();
        page.WaitForElement(".answer .big", Patience);
        Assert.Equal(page.Find(".strip button").GetAttribute("title"), page.Find(".truth b").TextContent);
    }

    [Fact]
    public async Task Without_a_model_the_page_invites_to_train()
    {
        var untrained = await UntrainedAsync();
        var page = Render<UsePage>(p => p.AddCascadingValue(_ui).Add(u => u.ProjectId, untrained));
        page.WaitForElement(".empty a[href$='/train']", Patience);
    }

    [Fact]
    public void A_project_that_is_not_there_shows_the_way_to_the_others()
    {
        var page = Render<UsePage>(p => p.AddCascadingValue(_ui).Add(u => u.ProjectId, "zzzzzzzzzzzz"));
        page.WaitForElement(".empty h1", Patience);
        Assert.Equal("This project is not there", page.Find(".empty h1").TextContent);
        Assert.Equal("/", page.Find(".empty a").GetAttribute("href"));
    }

    [Fact]
    public void The_evaluation_of_a_real_run_begins_with_a_verdict()
    {
        var page = Render<EvaluatePage>(p => p.AddCascadingValue(_ui).Add(e => e.ProjectId, _trained.Iris.ProjectId));
        Assert.Contains("held-back cases", page.WaitForElement(".verdict h2", Patience).TextContent, StringComparison.Ordinal);
        Assert.Equal(9, page.FindAll(".cell").Count);
        Assert.Contains(page.FindAll(".tag"), t => t.TextContent == "Confusion matrix");
    }

    [Fact]
    public async Task While_the_first_training_runs_both_pages_say_so_and_lead_there()
    {
        var untrained = await UntrainedAsync();
        var store = _trained.Get<RunStore>();
        var run = await store.CreateAsync(new(untrained, ProjectDocument.Create("untrained"), 0), Xunit.TestContext.Current.CancellationToken);
        var running = await store.UpdateAsync(run.Id, new() { State = RunState.Running }, Xunit.TestContext.Current.CancellationToken);
        var use = Render<UsePage>(p => p.AddCascadingValue(_ui).Add(u => u.ProjectId, untrained));
        var evaluate = Render<EvaluatePage>(p => p.AddCascadingValue(_ui).Add(e => e.ProjectId, untrained));
        foreach (var page in (IRenderedComponent<IComponent>[])[use, evaluate])
        {
            page.WaitForAssertion(() => Assert.Equal("The training is still running", page.Find(".empty h2").TextContent), Patience);
            Assert.Equal($"/projects/{untrained}/train", page.Find(".empty a").GetAttribute("href"));
        }

        await _trained.Get<RunFeed>().TellAsync(running with { State = RunState.Paused });
        use.WaitForAssertion(() => Assert.Equal("The training is paused", use.Find(".empty h2").TextContent), Patience);

        // Nothing trains it: it must not be found unfinished later.
        var over = await store.UpdateAsync(run.Id, new() { State = RunState.Stopped }, Xunit.TestContext.Current.CancellationToken);
        await _trained.Get<RunFeed>().TellAsync(over);
        use.WaitForAssertion(() => Assert.Equal("There is no model to try yet", use.Find(".empty h2").TextContent), Patience);
    }

    [Fact]
    public async Task After_the_only_training_failed_both_pages_say_why_and_lead_there()
    {
        var untrained = await UntrainedAsync();
        var store = _trained.Get<RunStore>();
        var run = await store.CreateAsync(new(untrained, ProjectDocument.Create("untrained"), 0), Xunit.TestContext.Current.CancellationToken);
        await store.UpdateAsync(run.Id, new() { State = RunState.Failed, Reason = RunReasons.NoRunner }, Xunit.TestContext.Current.CancellationToken);
        foreach (var page in (IRenderedComponent<IComponent>[])
            [
                Render<UsePage>(p => p.AddCascadingValue(_ui).Add(u => u.ProjectId, untrained)),
                Render<EvaluatePage>(p => p.AddCascadingValue(_ui).Add(e => e.ProjectId, untrained)),
            ])
        {
            page.WaitForAssertion(() => Assert.Equal("The last training failed", page.Find(".empty h2").TextContent), Patience);
            Assert.Equal(RunReasons.NoRunner.Words.En, page.Find(".empty p").TextContent);
            Assert.StartsWith($"/projects/{untrained}/train", page.Find(".empty a").GetAttribute("href"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_run_has_the_same_name_on_all_pages()
    {
        var run = Assert.Single((await _trained.Get<FinishedRunService>().ListAsync(_trained.Iris.ProjectId, Xunit.TestContext.Current.CancellationToken))!);
        Assert.Equal("训练 1", run.Title.Zh);
        Assert.Equal("Run 1", run.Title.En);
    }

    [Fact]
    public async Task The_evaluation_of_a_project_without_runs_invites_to_train()
    {
        var untrained = await UntrainedAsync();
        var page = Render<EvaluatePage>(p => p.AddCascadingValue(_ui).Add(e => e.ProjectId, untrained));
        page.WaitForElement(".empty a[href$='/train']", Patience);
    }

    [Fact]
    public async Task A_model_that_cannot_be_shown_for_a_reason_that_nobody_foresaw_says_so_and_can_be_tried_again()
    {
        var pictures = new PictureClient(_trained.Get<RunnerOptions>(), TimeProvider.System, NullLogger<PictureClient>.Instance);
        await pictures.DisposeAsync();
        Services.AddSingleton(pictures);
        _ui.Begin("zh", "light");
        var page = UsePage(_trained.Digits);

        page.WaitForAssertion(() => Assert.Contains("Builder 自身出了错", page.Find(".notice.danger").TextContent, StringComparison.Ordinal), Patience);
        Assert.NotNull(page.Find(".notice.danger button"));
    }

    [Fact]
    public async Task A_question_that_fails_for_a_reason_that_nobody_foresaw_ends_in_words_and_in_the_log()
    {
        var (log, told) = (new LoggedLines<UsePageTests>(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        using var asking = new DebouncedPrediction(_trained.Models, _trained.Iris, log, () =>
        {
            told.TrySetResult();
            return Task.CompletedTask;
        });
        asking.Ask(_ => throw new FormatException("no such question"), TimeSpan.Zero);
        await told.Task.WaitAsync(Patience, Xunit.TestContext.Current.CancellationToken);
        Assert.False(asking.IsAsking);
        Assert.StartsWith("Something went wrong in Builder", asking.Problem!.En, StringComparison.Ordinal);
        Assert.Contains(log.Lines, l => l.Error is FormatException);
    }

    // Fields stand in the order in which they matter to the model.
    private static void Fill(IRenderedComponent<UsePage> page, (string Column, string Value)[] values)
    {
        foreach (var (column, value) in values)
        {
            page.FindAll(".fields .field").Single(f => f.QuerySelector("label")!.TextContent.StartsWith(column, StringComparison.Ordinal)).QuerySelector("input.number")!.Input(value);
        }
    }

    private async Task<string> UntrainedAsync() => (await _trained.Get<ProjectStore>().CreateAsync(ProjectDocument.Create("untrained"))).Id;

    private IRenderedComponent<UsePage> UsePage(UseModel model)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/projects/{model.ProjectId}/use?run={model.Run.Id}");
        return Render<UsePage>(p => p.AddCascadingValue(_ui).Add(u => u.ProjectId, model.ProjectId));
    }
}
