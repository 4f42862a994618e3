using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Web.Scores;
using Builder.Web.Shell;
using Builder.Web.Use.Answers;
using Builder.Web.Use.Forms;
using Builder.Web.Use.Tables;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Tests.Use;

/// <summary>Labels as an answer and as an input: a list with probabilities, also an empty one.</summary>
public sealed class LabelAnswerTests : BunitContext
{
    private static readonly InputDescription s_genres = new("genre", "labels", null, ["action", "comedy", "drama"], null, null, null, false, null) { Separator = ";" };

    private readonly UiState _ui = new();

    [Fact]
    public void The_labels_are_said_with_every_probability_and_where_it_counts_from()
    {
        var view = Answer(["action", "drama"]);

        Assert.Equal("action, drama", view.Find(".big").TextContent);
        Assert.Equal(["action 80% from 50%", "drama 40% from 31%", "comedy 10% from 50%"], view.FindAll(".bars li").Select(li => string.Join(' ', li.Children.Select(c => c.TextContent.Trim()).Where(t => t.Length > 0))));
        Assert.Equal(["action", "drama"], view.FindAll(".bars li.first").Select(li => li.Children[0].TextContent));
    }

    [Theory]
    [InlineData("en", "none of them")]
    [InlineData("zh", "没有任何标签")]
    public void No_label_is_an_answer_in_plain_words(string language, string words)
    {
        _ui.Begin(language, "light");

        Assert.Equal(words, Answer([]).Find(".big").TextContent);
    }

    [Fact]
    public void A_rare_class_says_from_when_on_it_counts()
    {
        var output = new PredictedOutput("fraud", "yes", 0.35, [new("no", 0.65), new("yes", 0.35)], null, null);
        var view = Render<OutputView>(p => p.AddCascadingValue(_ui).Add(o => o.Output, output).Add(o => o.Thresholds, [new ClassThreshold("yes", 0.31)]));

        Assert.Equal("yes", view.Find(".big").TextContent);
        Assert.Contains("Counts as “yes” from 31% on.", view.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_are_ticked_and_nothing_ticked_says_that_there_are_none()
    {
        var value = "comedy";
        var view = Render<ValueField>(p => p.AddCascadingValue(_ui).Add(f => f.Input, s_genres).Add(f => f.Value, value)
            .Add(f => f.ValueChanged, EventCallback.Factory.Create<string?>(this, v => value = v)));

        Assert.Equal([false, true, false], view.FindAll("input").Select(i => i.HasAttribute("checked")));
        view.FindAll("input")[0].Change(true);
        Assert.Equal("action;comedy", value);
        view.Render(p => p.Add(f => f.Value, "comedy"));
        view.FindAll("input")[1].Change(false);
        Assert.Equal("[]", value);
    }

    [Fact]
    public void A_label_that_the_model_has_not_learned_is_doubted()
    {
        Assert.True(FieldCheck.IsOutside(s_genres, "comedy;western"));
        Assert.False(FieldCheck.IsOutside(s_genres, "comedy;drama"));
        Assert.False(FieldCheck.IsOutside(s_genres, "[]"));
    }

    [Fact]
    public void A_file_gets_the_labels_as_it_would_write_them()
    {
        var model = new ModelDescription(TaskKind.MultiLabel, [], [new("genre", TaskKind.MultiLabel, ["action", "comedy"], null) { Separator = "|" }], null, null);
        var columns = new OutputColumns(model);
        IReadOnlyList<PredictedOutput> Row(params string[] labels) => [new("genre", null, null, [new("comedy", 0.7), new("action", 0.6)], null, null) { Labels = labels }];

        Assert.Equal(["predicted genre", "p(action)", "p(comedy)"], columns.Names);
        Assert.Equal(["action|comedy", "0.6", "0.7"], columns.Fields(Row("action", "comedy")));
        Assert.Equal("[]", columns.Fields(Row()).First());
    }

    [Fact]
    public void Columns_of_predictions_are_told_apart_from_each_other_and_from_those_of_the_file()
    {
        OutputDescription Of(string name) => new(name, TaskKind.BinaryClassification, ["no", "yes"], null);
        var model = new ModelDescription(TaskKind.BinaryClassification, [], [Of("rain"), Of("wind")], null, null);

        Assert.Equal(
            ["predicted rain", "probability", "p(no)", "p(yes)", "predicted wind", "wind.probability", "wind.p(no)", "wind.p(yes)"], new OutputColumns(model).Names);
        Assert.Equal(["rain.predicted rain", "probability", "rain.p(no)", "p(yes)"], new OutputColumns(model, "predicted rain", "p(no)").Names.Take(4));
    }

    private IRenderedComponent<OutputView> Answer(string[] labels) => Render<OutputView>(p => p.AddCascadingValue(_ui)
        .Add(o => o.Output, new PredictedOutput("genre", null, null, [new("action", 0.8), new("drama", 0.4), new("comedy", 0.1)], null, null) { Labels = labels })
        .Add(o => o.Thresholds, [new ClassThreshold("action", 0.5), new("comedy", 0.5), new("drama", 0.31)]));
}
