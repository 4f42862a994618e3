using Builder.Files;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Web.Evaluate.Importances;
using Builder.Web.Sessions;
using Builder.Web.Shell;
using Builder.Web.Shell.Parts;
using Builder.Web.Use.Forms;
using Builder.Web.Use.Models;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Builder.Web.Tests.Use;

/// <summary>What matters to a model: on Evaluate as bars with a button for what does nothing, on Use as the order of the form.</summary>
[Collection(TrainedModelsCollection.Name)]
public sealed class ImportanceTests : BunitContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    private readonly TrainedModels _trained;
    private readonly UiState _ui = new();
    private readonly Toasts _toasts = new();

    public ImportanceTests(TrainedModels trained)
    {
        _trained = trained;
        JSInterop.Mode = JSRuntimeMode.Loose;
        trained.Provide(Services);
        Services.AddSingleton(_toasts);
    }

    [Fact]
    public async Task What_does_nothing_is_left_out_by_one_press_and_comes_back_by_another()
    {
        var model = await ModelAsync();
        var view = View(model);
        view.WaitForElement("[data-testid='leave-out']", Patience);
        Assert.StartsWith("size", view.Find(".importances .name").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("Without “size” the share of right answers falls from", view.Markup, StringComparison.Ordinal);
        Assert.Contains("noise", view.Find(".idle").TextContent, StringComparison.Ordinal);
        Assert.Equal(3, view.FindAll("table tbody tr").Count);
        var session = await _trained.Get<ProjectSessions>().OpenAsync(model.ProjectId, Ct);
        var before = session.Document;

        view.FindAll("[data-testid='leave-out']").Single(b => b.GetAttribute("aria-label")!.Contains("noise", StringComparison.Ordinal)).Click();
        view.WaitForAssertion(() => Assert.Contains("is left out now", view.Markup, StringComparison.Ordinal), Patience);

        Assert.DoesNotContain("noise", session.Document.Data["table"].Columns.Select(c => c.Name));
        Assert.Equal(ParameterValue.Of("size", "rest"), session.Document.Blocks["input"].Parameters["columns"]);
        await _toasts.Shown.Single().Action!.Run();
        Assert.Equal(ProjectJson.Write(before), ProjectJson.Write(session.Document));
        view.WaitForAssertion(() => Assert.DoesNotContain("is left out now", view.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task A_form_begins_with_what_matters_and_folds_away_what_does_nothing_but_for_what_still_needs_a_value()
    {
        var model = await ModelAsync();
        var form = Render<RowForm>(p => p.AddCascadingValue(_ui).Add(f => f.Model, model));
        form.WaitForElement(".answer .big", Patience);
        string[] Names(string place) => [.. form.FindAll($"{place} .field > label").Select(l => l.TextContent.Trim())];

        Assert.Equal("size", Names(".fields")[0]);
        Assert.Contains("noise", Names(".idle .fields"));
        Assert.DoesNotContain("size", Names(".idle .fields"));
        Assert.False(form.Find("details.idle").HasAttribute("open"));
        Assert.All(form.FindAll(".idle input.number"), field => Assert.NotEmpty(field.GetAttribute("value")!));
        form.Find(".idle input.number").Input("much");
        form.WaitForAssertion(() => Assert.True(form.Find("details.idle").HasAttribute("open")), Patience);
    }

    [Fact]
    public async Task Before_anything_was_measured_a_form_stands_in_the_order_of_the_model()
    {
        var model = (await ModelAsync()) with { Importance = null };
        var form = Render<RowForm>(p => p.AddCascadingValue(_ui).Add(f => f.Model, model));

        Assert.Equal(model.Description.Inputs.Select(i => i.Name), form.FindAll(".fields .field > label").Select(l => l.TextContent.Trim()));
        Assert.Empty(form.FindAll("details.idle"));
    }

    [Fact]
    public async Task For_an_older_run_it_is_measured_when_somebody_asks()
    {
        var model = await ModelAsync();
        var file = new RunFolder(model.Run.Folder).Importance;
        var known = await File.ReadAllBytesAsync(file, Ct);
        File.Delete(file);
        _ui.Begin("zh", "dark");
        var view = View(model);
        view.WaitForElement("[data-testid='measure-importance']", Patience).Click();

        view.WaitForElement(".importances", Patience);
        Assert.Contains("不看“size”，准确率从", view.Markup, StringComparison.Ordinal);
        Assert.Equal(known, await File.ReadAllBytesAsync(file, Ct));
    }

    [Fact]
    public async Task Half_a_file_is_as_good_as_none()
    {
        var model = await ModelAsync();
        var file = new RunFolder(model.Run.Folder).Importance;
        var known = await File.ReadAllBytesAsync(file, Ct);
        try
        {
            await File.WriteAllBytesAsync(file, known[..(known.Length / 2)], Ct);
            Assert.Null(ImportanceFile.Read(model.Run));
            View(model).WaitForElement("[data-testid='measure-importance']", Patience);
        }
        finally
        {
            await File.WriteAllBytesAsync(file, known, Ct);
        }
    }

    [Fact]
    public void Pictures_alone_have_no_panel_and_a_picture_model_is_none_of_columns()
    {
        Assert.False(ImportanceFile.Suits(_trained.Digits.Run));
        Assert.True(ImportanceFile.Suits(_trained.Iris.Run));
        Assert.Null(_trained.Digits.Importance);
    }

    private IRenderedComponent<ImportanceView> View(UseModel model) =>
        Render<ImportanceView>(p => p.AddCascadingValue(_ui).Add(v => v.ProjectId, model.ProjectId).Add(v => v.Run, model.Run));

    private Task<UseModel> ModelAsync() => _trained.OnceAsync("a size and a noise", () => _trained.TrainAsync(ProjectJson.Read("""
        { "format": 1, "name": "sizes", "data": [{ "id": "table", "source": { "kind": "table", "path": "sizes.csv" },
          "columns": [
            { "name": "noise", "type": "number", "transforms": [{ "kind": "standardize" }] }, { "name": "size", "type": "number", "transforms": [{ "kind": "standardize" }] },
            { "name": "rest", "type": "number", "transforms": [{ "kind": "standardize" }] }, { "name": "kind", "type": "category", "transforms": [{ "kind": "ordinal" }] }],
          "split": { "kind": "random", "validation": 0.2, "test": 0.3, "seed": 1 } }],
          "blocks": [
            { "id": "input", "kind": "NumberInput", "position": [0, 0], "parameters": { "columns": ["noise", "size", "rest"] } },
            { "id": "out", "kind": "Linear", "position": [0, 0], "parameters": { "out_features": 2 } },
            { "id": "target", "kind": "Target", "position": [0, 0], "parameters": { "columns": ["kind"] } },
            { "id": "loss", "kind": "CrossEntropyLoss", "position": [0, 0] }, { "id": "adam", "kind": "Adam", "position": [0, 0], "parameters": { "lr": 0.05 } },
            { "id": "trainer", "kind": "Trainer", "position": [0, 0], "parameters": { "epochs": 30, "seed": 1 } }],
          "links": [
            { "from": "input.output", "to": "out.input" }, { "from": "out.output", "to": "loss.input" }, { "from": "target.output", "to": "loss.target" },
            { "from": "loss.output", "to": "adam.loss" }] }
        """u8), null, folder => File.WriteAllTextAsync(Path.Combine(folder, "sizes.csv"), "noise,size,rest,kind\n" + string.Concat(Enumerable.Range(0, 300).Select(i =>
            FormattableString.Invariant($"{i * 7919 % 101},{(i % 20 < 10 ? i % 10 : 100 + (i % 10))},{i * 104729 % 97},{(i % 20 < 10 ? "small" : "large")}\n")))), null));
}
