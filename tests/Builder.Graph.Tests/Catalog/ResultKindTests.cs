using System.Collections.Immutable;
using Builder.Graph.Data;
using Builder.Graph.Documents;

namespace Builder.Graph.Tests.Catalog;

public class ResultKindTests
{
    [Theory]
    [InlineData("ClassificationMetrics", "[N, 3]", "#3[N]")]
    [InlineData("ClassificationMetrics", "[N, 1]", "#2[N]")]
    [InlineData("ClassificationMetrics", "[N]", "#2[N]")]
    [InlineData("ClassificationMetrics", "[N, 1]", "[N, 1]")]
    [InlineData("ClassificationMetrics", "[N, T, 9]", "#9[N, T]")]
    [InlineData("RegressionMetrics", "[N, 2]", "[N, 2]")]
    [InlineData("PerplexityMetrics", "[N, T, 50]", "#50[N, T]")]
    [InlineData("AnomalyMetrics", "[N]", "[N, 1]")]
    [InlineData("AnomalyMetrics", "[N, 1]", "#2[N]")]
    public void Scores_take_what_fits_together(string kind, string prediction, string target) =>
        Assert.Empty(Probe.Of(kind, prediction, target).Infer().Problems);

    [Theory]
    [InlineData("ClassificationMetrics", "[N, 3]", "#3[N, 2]", "ShapeMismatch")]
    [InlineData("ClassificationMetrics", "[N, 3]", "#5[N]", "ClassesMismatch")]
    [InlineData("ClassificationMetrics", "[N, 1]", "#3[N]", "ClassesMismatch")]
    [InlineData("ClassificationMetrics", "#3[N]", "#3[N]", "WrongElement")]
    [InlineData("RegressionMetrics", "[N, 2]", "[N, 1]", "ShapeMismatch")]
    [InlineData("PerplexityMetrics", "[N]", "#5[N]", "WrongRank")]
    [InlineData("PerplexityMetrics", "[N, 5]", "[N, 5]", "NumberTarget")]
    [InlineData("PerplexityMetrics", "[N, T, 5]", "#5[N]", "ShapeMismatch")]
    [InlineData("AnomalyMetrics", "[N]", "[N, 4]", "WrongRank")]
    [InlineData("AnomalyMetrics", "[N]", "#3[N]", "ManyClasses")]
    public void Scores_refuse_what_does_not(string kind, string prediction, string target, string code) =>
        Probe.Of(kind, prediction, target).Fails(code);

    [Fact]
    public void Ways_out_are_offered()
    {
        Assert.Equal("ClassificationMetrics", Probe.Of("RegressionMetrics", "[N, 3]", "#3[N]").Mended("WrongElement").Kind);
        var average = Assert.IsType<InsertBefore>(Probe.Of("AnomalyMetrics", "[N, 30, 2]", "[N]").FixElsewhere("WrongRank"));
        Assert.Equal("Mean", average.Kind);
        Assert.Equal(
            new SetParameter("source", "out_features", 5),
            Probe.Of("ClassificationMetrics", "[N, 3]", "#5[N]").From("input", "Linear").FixElsewhere("ClassesMismatch"));
    }

    [Theory]
    [InlineData("ClassificationMetrics", "[N, 3]", "[N, 1]")]
    [InlineData("ClassificationMetrics", "[N, 1]", "[N, 3]")]
    [InlineData("PerplexityMetrics", "[N, T, 5]", "[N, T, 5]")]
    public void Scores_of_classes_whose_target_is_a_number_become_scores_of_numbers(string kind, string prediction, string target)
    {
        var problem = Probe.Of(kind, prediction, target).Fails("NumberTarget");

        Assert.DoesNotContain("fit together", problem.Message.Words.En, StringComparison.Ordinal);
        Assert.Contains(target, problem.Message.Words.En, StringComparison.Ordinal);
        Assert.Contains(target, problem.Message.Words.Zh, StringComparison.Ordinal);
        Assert.Equal(("Use “Number scores” instead", "改用“数值评分”"), (problem.Fix!.Title.Words.En, problem.Fix.Title.Words.Zh));
        Assert.Equal(new ChangeKind("probe", "RegressionMetrics"), problem.Fix.Edit);
    }

    [Fact]
    public void A_category_that_was_made_numbers_becomes_a_category_again()
    {
        var data = new DataSchema([new("table", [new("kind", ElementType.Int64, [], 3, ["a", "b", "c"], null), new("price", ElementType.Float32, [], null, [], null)], 9, 0, 0)]);
        Assert.Equal(new SetParameter("source", "as", "auto"), Scored("kind").FixElsewhere("NumberTarget"));
        Assert.Equal(new ChangeKind("probe", "RegressionMetrics"), Scored("price").FixElsewhere("NumberTarget"));

        Probe Scored(string column) => Probe.Of("ClassificationMetrics", "[N, 3]", "[N, 1]") with
        {
            Data = data,
            Sources = ImmutableDictionary<string, Block>.Empty.Add("target", new Block
            {
                Id = "source",
                Kind = "Target",
                Parameters = Block.NoParameters.Add("columns", column).Add("as", "number"),
            }),
        };
    }

    [Fact]
    public void Predictions_of_the_wrong_size_get_the_size_of_the_numbers_to_score() => Assert.Equal(
        new SetParameter("source", "out_features", 1),
        Probe.Of("RegressionMetrics", "[N, 3]", "[N, 1]").From("input", "Linear").FixElsewhere("ShapeMismatch"));

    [Fact]
    public void Classes_for_other_places_than_the_predictions_are_told_in_words()
    {
        Assert.Contains("one class for each sample", Probe.Of("ClassificationMetrics", "[N, 3]", "#3[N, 2]").Fails("ShapeMismatch").Message.Words.En, StringComparison.Ordinal);
        Assert.Contains("one right token for each step", Probe.Of("PerplexityMetrics", "[N, T, 5]", "#5[N]").Fails("ShapeMismatch").Message.Words.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("auto", "[N, 3]")]
    [InlineData("class", "[N, 3]")]
    [InlineData("picture", "[N, 1, 28, 28]")]
    [InlineData("score", "[N, 1]")]
    [InlineData("text", "[N, T, 50]")]
    public void An_output_can_be_shown_in_several_forms(string form, string input) =>
        Assert.Empty(Probe.Of("Output", input).With("as", form).Infer().Problems);

    [Theory]
    [InlineData("picture", "[N, 3]")]
    [InlineData("score", "[N, 3]")]
    [InlineData("text", "[N]")]
    [InlineData("class", "[]")]
    public void A_form_that_does_not_fit_goes_back_to_automatic(string form, string input) =>
        Probe.Of("Output", input).With("as", form).Mended("WrongRank");
}
