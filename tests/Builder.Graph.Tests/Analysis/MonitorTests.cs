using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Metrics;
using Builder.Graph.Problems;

namespace Builder.Graph.Tests.Analysis;

/// <summary>Which scores a training has, and what is said of a plan that watches another.</summary>
public class MonitorTests
{
    public static TheoryData<string, string[]> Scores => new()
    {
        { "classes", ["loss", "accuracy", "balancedAccuracy", "precision", "recall", "f1", "rocAuc", "prAuc", "logLoss"] },
        { "yes or no", ["loss", "accuracy", "balancedAccuracy", "precision", "recall", "f1", "rocAuc", "prAuc", "logLoss"] },
        { "quantity", ["loss", "r2", "mae", "medianAbsoluteError", "rmse", "mape", "mse"] },
        { "text", ["loss", "accuracy", "perplexity", "logLoss"] },
        { "anomaly", ["loss", "rocAuc", "prAuc", "bestF1"] },
        { "reconstruction", ["loss"] },
        { "two predictions", ["loss", "loss.adam", "loss.second", "accuracy", "balancedAccuracy", "precision", "recall", "f1", "rocAuc", "prAuc", "logLoss",
            "price.r2", "price.mae", "price.medianAbsoluteError", "price.rmse", "price.mape", "price.mse"] },
    };

    [Theory]
    [MemberData(nameof(Scores))]
    public void The_scores_of_a_training_follow_from_its_losses_and_predictions(string model, string[] expected)
    {
        var analysis = Model(model).Analyze();

        Assert.DoesNotContain(analysis.Problems, p => p.Severity == Severity.Error);
        Assert.Equal(expected.Order(StringComparer.Ordinal), analysis.Scores.Select(s => s.Id).Order(StringComparer.Ordinal));
        Assert.Equal("loss", analysis.Scores[0].Id);
    }

    [Theory]
    [MemberData(nameof(Scores))]
    public void Every_metric_of_the_catalog_is_watched_where_it_exists_and_refused_with_a_way_out_where_not(string model, string[] expected)
    {
        foreach (var name in MetricCatalog.All.Select(m => m.Id).Concat(expected).Append("").Append("nonsense").Distinct())
        {
            var drawing = Model(model).Block("plan", "Trainer", ("monitor", name));
            var problems = drawing.Analyze().Problems.Where(p => p.Code == "UnknownScore").ToList();
            if (expected.Contains(name))
            {
                Assert.Empty(problems);
                continue;
            }

            var problem = Assert.Single(problems);
            Assert.Equal((Severity.Error, "plan"), (problem.Severity, problem.Block));
            Assert.Contains("It has: loss", problem.Message.Words.En, StringComparison.Ordinal);
            var mended = GraphAnalyzer.Analyze(DocumentEditor.Apply(drawing.Document, problem.Fix!.Edit).Document!, Examples.Schema);
            Assert.DoesNotContain(mended.Problems, p => p.Severity == Severity.Error);
        }
    }

    [Fact]
    public void A_misspelt_score_becomes_the_one_that_was_meant() =>
        Assert.Equal("Watch accuracy", Model("classes").Block("plan", "Trainer", ("monitor", "acuracy")).Problem("UnknownScore").Fix!.Title.Words.En);

    [Fact]
    public void A_drawing_that_is_not_finished_is_not_blamed_for_a_score_that_will_be_there()
    {
        var drawing = new Drawing().Block("input", "NumberInput", ("columns", ParameterValue.Of("length"))).Block("adam", "Adam")
            .Block("plan", "Trainer", ("monitor", "accuracy"));

        Assert.DoesNotContain(drawing.Analyze().Problems, p => p.Code == "UnknownScore");
    }

    [Fact]
    public void A_loss_is_watched_by_its_optimizer_or_by_what_people_call_it()
    {
        var analysis = Model("two predictions").With("loss", b => b with { Label = "Price loss" }).Analyze();

        Assert.Equal("loss.Price loss", analysis.FindScore("loss.adam")!.Reported);
        Assert.Equal("loss.adam", analysis.FindScore("loss.Price loss")!.Id);
        Assert.Equal("loss.Price loss", analysis.FindScore("loss")!.Reported);
        Assert.Null(analysis.FindScore("loss.nobody"));
    }

    [Theory]
    [InlineData("loss", "min", false)]
    [InlineData("loss", "max", true)]
    [InlineData("accuracy", "max", false)]
    [InlineData("accuracy", "min", true)]
    public void A_schedule_that_waits_for_the_worse_side_of_its_score_is_warned_of_and_mended(string monitor, string mode, bool isWrong)
    {
        var drawing = Model("classes").Block("plateau", "ReduceLROnPlateau", ("monitor", monitor), ("mode", mode)).Link("plateau", "adam.schedule");
        var problem = drawing.Analyze().Problems.SingleOrDefault(p => p.Code == "PlateauDirection");

        Assert.Equal(isWrong, problem is not null);
        Assert.True(drawing.Analyze().CanTrain);
        if (problem is not null)
        {
            Assert.Empty(GraphAnalyzer.Analyze(DocumentEditor.Apply(drawing.Document, problem.Fix!.Edit).Document!, Examples.Schema).Problems);
        }
    }

    [Fact]
    public void A_schedule_that_watches_a_score_that_is_not_there_is_refused()
    {
        var drawing = Model("quantity").Block("plateau", "ReduceLROnPlateau", ("monitor", "accuracy")).Link("plateau", "adam.schedule");

        Assert.Equal("plateau", drawing.Problem("UnknownScore").Block);
        Assert.False(drawing.Analyze().CanTrain);
    }

    [Fact]
    public void A_trained_model_still_predicts_whatever_its_plan_watched()
    {
        var analysis = Model("quantity").Block("plan", "Trainer", ("monitor", "accuracy")).Analyze();

        Assert.False(analysis.CanTrain);
        Assert.True(analysis.CanPredict);
        Assert.False(new Drawing().Analyze().CanPredict);
    }

    private static Drawing Model(string name) => name switch
    {
        "classes" => Classes("CrossEntropyLoss", 3, "species"),
        "yes or no" => Classes("BCEWithLogitsLoss", 1, "ill", ("as", "number")),
        "quantity" => Drawing.Regression().Block("out", "Linear", ("out_features", 1L)).Chain("input", "out", "loss"),
        "text" => new Drawing().Block("text", "TextInput", ("column", "words")).Block("embed", "Embedding", ("embedding_dim", 4L))
            .Block("out", "Linear", ("out_features", 500L)).Chain("text", "embed", "out").Block("target", "Target", ("columns", ParameterValue.Of("words")))
            .Block("loss", "CrossEntropyLoss", ("dim", -1L)).Block("adam", "Adam").Chain("out", "loss").Link("target", "loss.target").Link("loss", "adam.loss"),
        "anomaly" => Autoencoder().Block("off", "Subtract").Link("out", "off.input").Link("input", "off.other")
            .Block("square", "Square").Block("mean", "Mean", ("dim", ParameterValue.Of(1L))).Chain("off", "square", "mean")
            .Block("label", "Target", ("columns", ParameterValue.Of("ill")), ("as", "number"))
            .Block("scores", "AnomalyMetrics").Link("mean", "scores.score").Link("label", "scores.label"),
        "reconstruction" => Autoencoder(),
        "two predictions" => Drawing.Regression().Block("out", "Linear", ("out_features", 1L)).Chain("input", "out", "loss")
            .Block("species", "Target", ("columns", ParameterValue.Of("species"))).Block("kinds", "Linear", ("out_features", 3L)).Chain("input", "kinds")
            .Block("entropy", "CrossEntropyLoss").Chain("kinds", "entropy").Link("species", "entropy.target").Block("second", "Adam").Link("entropy", "second.loss"),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static Drawing Classes(string loss, long outputs, string column, params (string, ParameterValue)[] target) => new Drawing()
        .Block("input", "NumberInput", ("columns", ParameterValue.Of("length", "width")))
        .Block("target", "Target", [("columns", ParameterValue.Of(column)), .. target]).Block("out", "Linear", ("out_features", outputs))
        .Block("loss", loss).Block("adam", "Adam").Chain("input", "out", "loss").Link("target", "loss.target").Link("loss", "adam.loss");

    private static Drawing Autoencoder() => new Drawing().Block("input", "NumberInput", ("columns", ParameterValue.Of("length", "width")))
        .Block("out", "Linear", ("out_features", 2L)).Block("loss", "MSELoss").Block("adam", "Adam").Chain("input", "out", "loss").Link("input", "loss.target")
        .Link("loss", "adam.loss");
}
