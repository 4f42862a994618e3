using System.Globalization;
using Builder.Protocol;
using Builder.Web.Shell;
using Builder.Web.Use.Answers;
using Builder.Web.Use.Forms;
using Builder.Web.Use.Models;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Builder.Web.Tests.Use;

/// <summary>Why an answer: asked by a button, worked out by the real runner from the project's data.</summary>
[Collection(TrainedModelsCollection.Name)]
public sealed class WhyPanelTests : BunitContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TrainedModels _trained;
    private readonly UiState _ui = new();

    public WhyPanelTests(TrainedModels trained)
    {
        _trained = trained;
        JSInterop.Mode = JSRuntimeMode.Loose;
        trained.Provide(Services);
    }

    [Fact]
    public void Each_value_is_told_with_its_push_sorted_by_size_and_they_lead_to_the_answer()
    {
        var form = Form(_trained.Iris);
        Assert.Empty(form.FindAll("[data-testid='why-sentence']"));
        Ask(form);

        var sentence = form.Find("[data-testid='why-sentence']").TextContent;
        var (names, pushes) = (Texts(form, ".why li .name"), Texts(form, ".why li .push"));
        Assert.Equal(["petal_length_cm", "petal_width_cm", "sepal_length_cm", "sepal_width_cm"], names.Select(n => n.Split(' ')[0]).Order());
        Assert.All(pushes, push => Assert.Matches(@"^([+−]\d+(\.\d)?|0) points?$", push));
        double[] sizes = [.. pushes.Select(p => double.Parse(p.Split(' ')[0].TrimStart('+', '−'), CultureInfo.InvariantCulture))];
        Assert.Equal(sizes.OrderDescending(), sizes);
        Assert.Matches("^“(setosa|versicolor|virginica)” is likelier than usual, ", sentence);
        Assert.Contains($"“{names[0].Split(' ')[0]}” is {names[0].Split(' ')[1]}", sentence, StringComparison.Ordinal);
        Assert.Contains("not what causes what", form.Markup, StringComparison.Ordinal);
        Assert.Contains("rows that it learned from", form.Markup, StringComparison.Ordinal);
        Assert.All(form.FindAll(".why meter"), bar => Assert.Matches(": (up|down|no push)$", bar.GetAttribute("aria-label")!));
    }

    [Fact]
    public void Another_class_can_be_asked_about_and_other_values_take_the_explanation_away()
    {
        var form = Form(_trained.Iris);
        Ask(form);
        var said = form.Find("[data-testid='why-sentence']").TextContent;
        var other = form.FindAll("[data-testid='why-target'] option").First(o => !said.Contains($"“{o.TextContent}”", StringComparison.Ordinal));
        form.Find("[data-testid='why-target']").Change(other.GetAttribute("value"));
        form.WaitForAssertion(() => Assert.StartsWith($"“{other.TextContent}” is less likely than usual, ", form.Find("[data-testid='why-sentence']").TextContent, StringComparison.Ordinal), Patience);

        form.Find("input.number").Input("4.4");

        form.WaitForAssertion(() => Assert.Empty(form.FindAll("[data-testid='why-sentence']")), Patience);
        form.WaitForAssertion(() => Assert.False(form.Find("[data-testid='why']").HasAttribute("disabled")), Patience);
        Ask(form);
        form.Find("[data-testid='why-close']").Click();
        form.WaitForAssertion(() => Assert.Empty(form.FindAll("[data-testid='why-sentence']")), Patience);
    }

    [Fact]
    public void It_is_told_in_chinese()
    {
        _ui.Begin("zh", "dark");
        var form = Form(_trained.Iris);
        Ask(form);

        Assert.Matches("的概率高于通常，(主要|首先)因为“", form.Find("[data-testid='why-sentence']").TextContent);
        Assert.All(Texts(form, ".why li .push"), push => Assert.EndsWith("个百分点", push, StringComparison.Ordinal));
        Assert.DoesNotMatch("[A-Za-z]{4,} [a-z]+ [a-z]+", form.Find(".why").TextContent);
    }

    [Fact]
    public void Where_the_data_are_gone_it_is_said_and_can_be_closed()
    {
        var form = Form(_trained.Iris with { ProjectFolder = Path.Combine(_trained.Iris.ProjectFolder, "nowhere") });
        form.Find("[data-testid='why']").Click();

        form.WaitForAssertion(() => Assert.Contains("iris.csv", form.Find(".why [role='alert']").TextContent, StringComparison.Ordinal), Patience);
        form.Find("[data-testid='why-close']").Click();
        form.WaitForElement("[data-testid='why']", Patience);
    }

    [Fact]
    public async Task Who_gives_up_frees_the_model_for_the_next_question()
    {
        using var left = new CancellationTokenSource();
        var model = _trained.Iris;
        var row = model.Description.Inputs.ToDictionary(i => i.Name, i => (Cell)i.Typical);

        // Given up while the question is on its way. Where this thread is slow the answer may be there by then.
        var end = await Record.ExceptionAsync(() => _trained.Models.ExplainAsync(model.ProjectId, model.Run.Bundle, id =>
        {
            left.Cancel();
            return new(id, model.ProjectFolder, model.Run.Folder, row);
        }, left.Token));
        Assert.True(end is null or OperationCanceledException, end?.ToString());
        var why = await _trained.Models.ExplainAsync(model.ProjectId, model.Run.Bundle, id => new(id, model.ProjectFolder, model.Run.Folder, row), Xunit.TestContext.Current.CancellationToken);
        Assert.Equal(why.Prediction, why.Base + why.Contributions.Sum(c => c.Value), 1e-3);
    }

    [Fact]
    public void Pictures_alone_series_and_what_is_made_up_are_not_explained()
    {
        Assert.True(WhyPanel.IsFor(_trained.Iris));
        Assert.False(WhyPanel.IsFor(_trained.Digits));
        Assert.False(WhyPanel.IsFor(_trained.Iris with { Description = _trained.Iris.Description with { WindowLength = 3 } }));
        Assert.False(WhyPanel.IsFor(_trained.Iris with { Description = _trained.Iris.Description with { Generates = "text" } }));
        Assert.False(WhyPanel.IsFor(_trained.Iris with { Document = null }));
    }

    private IRenderedComponent<RowForm> Form(UseModel model)
    {
        var form = Render<RowForm>(p => p.AddCascadingValue(_ui).Add(f => f.Model, model));
        form.WaitForAssertion(() => Assert.False(form.Find("[data-testid='why']").HasAttribute("disabled")), Patience);
        return form;
    }

    private static void Ask(IRenderedComponent<RowForm> form)
    {
        form.Find("[data-testid='why']").Click();
        form.WaitForElement("[data-testid='why-sentence']", Patience);
    }

    private static string[] Texts(IRenderedComponent<RowForm> form, string place) => [.. form.FindAll(place).Select(e => e.TextContent.Trim())];
}
