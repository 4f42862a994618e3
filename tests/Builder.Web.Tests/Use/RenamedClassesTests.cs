using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Protocol;
using Builder.Web.Evaluate;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Sessions;
using Builder.Web.Shell;
using Builder.Web.Use;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Builder.Web.Tests.Use;

/// <summary>Classes of the data that were given other names after the training.</summary>
[Collection(TrainedModelsCollection.Name)]
public sealed class RenamedClassesTests : BunitContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TrainedModels _trained;
    private readonly UiState _ui = new();

    public RenamedClassesTests(TrainedModels trained)
    {
        _trained = trained;
        JSInterop.Mode = JSRuntimeMode.Loose;
        trained.Provide(Services);
    }

    [Fact]
    public async Task A_model_takes_over_the_new_names_of_its_classes_and_gives_them_back()
    {
        var stop = Xunit.TestContext.Current.CancellationToken;
        var session = await _trained.Get<ProjectSessions>().OpenAsync(_trained.Iris.ProjectId, stop);
        var before = session.Document.Data["iris"];
        var text = await File.ReadAllTextAsync(Path.Combine(session.Folder, "iris.csv"), stop);
        await File.WriteAllTextAsync(Path.Combine(session.Folder, "renamed.csv"), text.Replace("setosa", "bristle", StringComparison.Ordinal).Replace("virginica", "southern", StringComparison.Ordinal), stop);
        await UseAsync(session, before with { Source = new TableSource { Path = "renamed.csv" } });
        try
        {
            var page = Evaluate();
            var notice = page.WaitForElement("[data-testid=names-changed]", Patience);
            Assert.Contains("this model answers with the names it was trained with, “setosa”, “virginica”. The data now say “bristle”, “southern”.", notice.TextContent, StringComparison.Ordinal);
            Assert.Contains("setosa → bristle, virginica → southern", notice.TextContent, StringComparison.Ordinal);

            page.Find("[data-testid=take-names]").Click();

            page.WaitForElement("[data-testid=names-given]", Patience);
            page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=names-changed]")), Patience);
            Assert.Equal(["bristle", "versicolor", "southern"], Run().Evaluation.Heads[0].Classes!.Names);
            Assert.Equal("bristle", await AnswerAsync());

            var use = Render<UsePage>(p => p.AddCascadingValue(_ui).Add(u => u.ProjectId, _trained.Iris.ProjectId));
            use.WaitForElement("[data-testid=old-names]", Patience).Click();
            use.WaitForElement("[data-testid=names-changed]", Patience);
            Assert.Empty(GivenNames.Of(Run()));
            Assert.Equal("setosa", await AnswerAsync());
        }
        finally
        {
            await UseAsync(session, before);
        }
    }

    [Fact]
    public async Task A_class_that_is_new_and_a_column_that_is_gone_are_named()
    {
        var stop = Xunit.TestContext.Current.CancellationToken;
        var session = await _trained.Get<ProjectSessions>().OpenAsync(_trained.Iris.ProjectId, stop);
        var before = session.Document.Data["iris"];
        var lines = await File.ReadAllLinesAsync(Path.Combine(session.Folder, "iris.csv"), stop);
        string[] more = [lines[0].Replace("petal_width_cm", "width", StringComparison.Ordinal), .. lines[1..], .. lines[1..31].Select(l => string.Join(',', [.. l.Split(',')[..^1], "wild"]))];
        await File.WriteAllLinesAsync(Path.Combine(session.Folder, "more.csv"), more, stop);
        await UseAsync(session, before with
        {
            Source = new TableSource { Path = "more.csv" },
            Columns = [.. before.Columns.Select(c => c.Name == "petal_width_cm" ? c with { From = "width" } : c)],
        });
        try
        {
            var said = Evaluate().WaitForElement("[data-testid=names-changed]", Patience).TextContent;

            Assert.Contains("the data now also have “wild”. This model has never seen it and never answers it.", said, StringComparison.Ordinal);
            Assert.Contains("This model reads “petal_width_cm”, which the data no longer have (new: “width”).", said, StringComparison.Ordinal);
        }
        finally
        {
            await UseAsync(session, before);
        }
    }

    private FinishedRun Run() => _trained.Get<FinishedRunService>().Find(_trained.Iris.ProjectId, _trained.Iris.Run.Id)!;

    private async Task<string?> AnswerAsync()
    {
        var row = new Dictionary<string, Cell> { ["sepal_length_cm"] = "5.1", ["sepal_width_cm"] = "3.5", ["petal_length_cm"] = "1.4", ["petal_width_cm"] = "0.2" };
        var answer = await _trained.Models.AskAsync(_trained.Iris.ProjectId, Run().Bundle, id => new RunnerCommand.Predict(id, [row]), Xunit.TestContext.Current.CancellationToken);
        return answer.Rows![0].Outputs[0].Class;
    }

    private IRenderedComponent<EvaluatePage> Evaluate()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/projects/{_trained.Iris.ProjectId}/evaluate?run={_trained.Iris.Run.Id}");
        return Render<EvaluatePage>(p => p.AddCascadingValue(_ui).Add(e => e.ProjectId, _trained.Iris.ProjectId));
    }

    private static Task<CommandResult> UseAsync(ProjectSession session, DataSet set) =>
        session.ApplyAsync(new Command(Guid.NewGuid().ToString("N"), session.Revision, _ => new SetDataSet("iris", set), "test"));
}
