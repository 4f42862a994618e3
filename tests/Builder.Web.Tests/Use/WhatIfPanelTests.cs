using Builder.Protocol;
using Builder.Web.Shell;
using Builder.Web.Use.Answers;
using Builder.Web.Use.Forms;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Builder.Web.Tests.Use;

/// <summary>What would be answered if a value were different: asked by a button, worked out by the real runner.</summary>
[Collection(TrainedModelsCollection.Name)]
public sealed class WhatIfPanelTests : BunitContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TrainedModels _trained;
    private readonly UiState _ui = new();

    public WhatIfPanelTests(TrainedModels trained)
    {
        _trained = trained;
        JSInterop.Mode = JSRuntimeMode.Loose;
        trained.Provide(Services);
    }

    [Fact]
    public async Task The_answer_is_drawn_along_a_column_with_the_largest_change_in_a_sentence_and_other_columns_can_be_tried()
    {
        var form = await AskedAsync();
        Assert.Equal(4, form.FindAll("[data-testid='what-if-column'] option").Count);
        Assert.Single(form.FindAll(".what-if svg path.own"));
        Assert.Single(form.FindAll(".what-if svg path.now"));
        Assert.Equal(21, form.FindAll(".what-if tbody tr").Count);

        await form.Find("[data-testid='what-if-column']").ChangeAsync("petal_length_cm");
        form.WaitForAssertion(() => Assert.Matches(
            "^If “petal_length_cm” were [0-9.]+ cm, “(setosa|versicolor|virginica)” would be [0-9.<> ]+% likely in place of [0-9.<> ]+%\\.$", form.Find("[data-testid='what-if-sentence']").TextContent), Patience);
        Assert.Contains("not what would happen", form.Find(".what-if").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_values_take_it_away_and_it_can_be_closed()
    {
        var form = await AskedAsync();
        await form.Find("input.number").InputAsync("4.4");
        form.WaitForAssertion(() => Assert.Empty(form.FindAll("[data-testid='what-if-sentence']")), Patience);

        form.WaitForAssertion(() => Assert.False(form.Find("[data-testid='what-if']").HasAttribute("disabled")), Patience);
        await form.Find("[data-testid='what-if']").ClickAsync();
        form.WaitForElement("[data-testid='what-if-sentence']", Patience);
        await form.Find("[data-testid='what-if-close']").ClickAsync();
        form.WaitForElement("[data-testid='what-if']", Patience);
    }

    [Fact]
    public async Task It_is_told_in_chinese()
    {
        _ui.Begin("zh", "dark");
        var form = await AskedAsync();

        Assert.Matches("^(如果“.+”是.+，“.+”的概率会是 .+，现在是 .+。|无论“.+”是什么值，这一行的回答几乎不变。)$", form.Find("[data-testid='what-if-sentence']").TextContent);
        Assert.DoesNotMatch("[A-Za-z]{4,} [a-z]+ [a-z]+", form.Find(".what-if").TextContent);
    }

    [Theory]
    [InlineData(0.5, 0.502, "y", "Whatever “x” is, the answer for this row stays nearly the same.")]
    [InlineData(0.5, 0.9, "y", "If “x” were 2 kg, “y” would be 90% likely in place of 50%.")]
    [InlineData(10, 30, null, "If “x” were 2 kg, the answer would be 30 MPa in place of 10 MPa.")]
    [InlineData(0, 0, null, "Whatever “x” is, the answer for this row stays nearly the same.")]
    public void The_sentence_tells_the_value_that_changes_most(double now, double then, string? name, string expected) => Assert.Equal(
        expected, WhatIfTexts.Sentence(new("out", name, "MPa", "x", "kg", now, [new("1", 1, now, 0, 0, 0), new("2", 2, then, 0, 0, 0)], 9)).En);

    [Fact]
    public void A_category_is_told_by_its_name_and_has_no_curve()
    {
        ColumnDependence told = new("out", "yes", null, "colour", null, 0.2, [new("red", null, 0.2, 0, 0, 0), new("blue", null, 0.7, 0, 0, 0)], 9);

        Assert.Equal("If “colour” were “blue”, “yes” would be 70% likely in place of 20%.", WhatIfTexts.Sentence(told).En);
        Assert.Null(DependenceCurve.Of(told, null));
    }

    [Fact]
    public void What_hardly_moves_is_a_level_line_in_the_middle()
    {
        ColumnDependence told = new("out", null, null, "x", null, 5, [new("1", 1, 5, 5, 5, 5), new("2", 2, 5, 5, 5, 5)], 9);
        var curve = DependenceCurve.Of(told, 1.5)!;

        Assert.Equal("M0 60L320 60", curve.Mean);
        Assert.Equal("M160 0V120", curve.Now);
        Assert.Null(DependenceCurve.Of(told, 7)!.Now);
    }

    [Fact]
    public void Only_models_whose_answers_can_be_explained_are_asked()
    {
        Assert.True(WhatIfPanel.IsFor(_trained.Iris));
        Assert.False(WhatIfPanel.IsFor(_trained.Digits));
        Assert.False(WhatIfPanel.IsFor(_trained.Iris with { Description = _trained.Iris.Description with { Inputs = [new("x", "text", null, null, null, null, null, false, null)] } }));
    }

    private async Task<IRenderedComponent<RowForm>> AskedAsync()
    {
        var form = Render<RowForm>(p => p.AddCascadingValue(_ui).Add(f => f.Model, _trained.Iris));
        form.WaitForAssertion(() => Assert.False(form.Find("[data-testid='what-if']").HasAttribute("disabled")), Patience);
        await form.Find("[data-testid='what-if']").ClickAsync();
        form.WaitForElement("[data-testid='what-if-sentence']", Patience);
        return form;
    }
}
