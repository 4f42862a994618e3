using Builder.Graph.Documents;
using Builder.Graph.Problems;

namespace Builder.Graph.Tests.Catalog;

public class LossTests
{
    [Theory]
    [InlineData("MSELoss", "[N, 3]", "[N, 3]")]
    [InlineData("L1Loss", "[N, T, 2]", "[N, T, 2]")]
    [InlineData("HuberLoss", "[N]", "[N]")]
    [InlineData("SmoothL1Loss", "[N, 1, 8, 8]", "[N, 1, 8, 8]")]
    [InlineData("BCEWithLogitsLoss", "[N, 1]", "[N, 1]")]
    [InlineData("HingeLoss", "[N, 1]", "[N, 1]")]
    [InlineData("KLDivLoss", "[N, 5]", "[N, 5]")]
    [InlineData("CrossEntropyLoss", "[N, 10]", "#10[N]")]
    [InlineData("CrossEntropyLoss", "[N, 10, 8, 8]", "#10[N, 8, 8]")]
    [InlineData("CrossEntropyLoss", "[N, 10]", "[N, 10]")]
    [InlineData("NLLLoss", "[N, 10]", "#10[N]")]
    [InlineData("MultiMarginLoss", "[N, 10]", "#10[N]")]
    [InlineData("GaussianKLLoss", "[N, 8]", "[N, 8]")]
    [InlineData("CosineEmbeddingLoss", "[N, 8]", "[N, 8]")]
    public void A_loss_is_a_single_number(string kind, string first, string second) => Assert.Equal("[]", Probe.Of(kind, first, second).Output());

    [Fact]
    public void Prediction_and_target_of_different_shapes_are_told_with_both_shapes()
    {
        var problem = Probe.Of("MSELoss", "[N, 3]", "[N, 1]").Fails("ShapeMismatch");
        Assert.Contains("[N, 3]", problem.Message.Words.En, StringComparison.Ordinal);
        Assert.Contains("[N, 1]", problem.Message.Words.Zh, StringComparison.Ordinal);
        Probe.Of("MSELoss", "[N]", "[N, 1]").Fails("ShapeMismatch");
        Probe.Of("GaussianKLLoss", "[N, 3]", "[N, 4]").Fails("ShapeMismatch");
        Probe.Of("CosineEmbeddingLoss", "[N, 3]", "[N, 4]").Fails("ShapeMismatch");
    }

    [Fact]
    public void A_last_layer_of_the_wrong_size_gets_the_right_one()
    {
        Assert.Equal(
            new SetParameter("source", "out_features", 1),
            Probe.Of("MSELoss", "[N, 3]", "[N, 1]").From("input", "Linear").FixElsewhere("ShapeMismatch"));
        Assert.Equal(
            new SetParameter("source", "out_features", 10),
            Probe.Of("CrossEntropyLoss", "[N, 3]", "#10[N]").From("input", "Linear").FixElsewhere("ClassesMismatch"));
        Assert.Null(Probe.Of("CrossEntropyLoss", "[N, 3]", "#10[N]").From("input", "Dropout").Fails("ClassesMismatch").Fix);
    }

    [Fact]
    public void One_of_a_thing_is_told_in_the_singular()
    {
        var problem = Probe.Of("MSELoss", "[N, 3]", "[N, 1]").From("input", "Linear").Fails("ShapeMismatch");
        Assert.Equal("Give the last layer 1 output", problem.Fix!.Title.Words.En);
        Assert.Contains("the target is a list of one number [N, 1].", problem.Message.Words.En, StringComparison.Ordinal);
        Assert.Contains("目标是含 1 个数值的列表 [N, 1]。", problem.Message.Words.Zh, StringComparison.Ordinal);
        Assert.Contains("a sequence of 30 steps with one number each", Probe.Of("MSELoss", "[N, 30, 1]", "[N, 2]").Fails("ShapeMismatch").Message.Words.En, StringComparison.Ordinal);
        Assert.Contains("a sequence of one step with 4 numbers each", Probe.Of("MSELoss", "[N, 1, 4]", "[N, 2]").Fails("ShapeMismatch").Message.Words.En, StringComparison.Ordinal);
        Assert.Contains("but the prediction has one value.", Probe.Of("CrossEntropyLoss", "[N, 1]", "#3[N]").Fails("ClassesMismatch").Message.Words.En, StringComparison.Ordinal);
        Assert.Contains("but the prediction has one value.", Probe.Of("ClassificationMetrics", "[N, 1]", "#3[N]").Fails("ClassesMismatch").Message.Words.En, StringComparison.Ordinal);
        Assert.Contains("28×28 with one channel [", Probe.Of("MSELoss", "[N, 1, 28, 28]", "[N, 2]").Fails("ShapeMismatch").Message.Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_outputs_stop_training_and_too_many_only_warn()
    {
        Assert.Equal(Severity.Error, Probe.Of("CrossEntropyLoss", "[N, 3]", "#10[N]").Fails("ClassesMismatch").Severity);
        var wide = Probe.Of("CrossEntropyLoss", "[N, 12]", "#10[N]");
        Assert.Equal(Severity.Warning, wide.Fails("ClassesMismatch").Severity);
        Assert.Single(wide.Infer().Outputs);
    }

    [Fact]
    public void A_category_of_two_classes_is_taken_as_numbers_where_a_loss_needs_numbers()
    {
        Assert.Equal(
            new SetParameter("source", "as", "number"),
            Probe.Of("BCEWithLogitsLoss", "[N, 1]", "#2[N]").From("target", "Target").FixElsewhere("WrongElement"));
        Assert.Equal("CrossEntropyLoss", Probe.Of("MSELoss", "[N, 5]", "#5[N]").From("target", "Target").Mended("WrongElement").Kind);
    }

    [Fact]
    public void Cross_entropy_wants_class_numbers_or_probabilities()
    {
        Assert.Equal("MSELoss", Probe.Of("NLLLoss", "[N, 3]", "[N, 3]").Mended("WrongElement").Kind);
        Assert.Equal("BCEWithLogitsLoss", Probe.Of("CrossEntropyLoss", "[N, 1]", "[N, 1]").Mended("OneOutput").Kind);
        Assert.Equal(
            new SetParameter("source", "as", "auto"),
            Probe.Of("CrossEntropyLoss", "[N, 3]", "[N, 1]").From("target", "Target", "as", "number").FixElsewhere("WrongElement"));
        Probe.Of("CrossEntropyLoss", "[N]", "#2[N]").Fails("WrongRank");
        Probe.Of("CrossEntropyLoss", "#5[N, 2]", "#2[N]").Fails("WrongElement");
    }

    [Fact]
    public void Classes_lie_last_in_sequences()
    {
        var text = Probe.Of("CrossEntropyLoss", "[N, T, 50]", "#50[N, T]");
        Assert.Equal("[]", text.With("dim", -1).Output());
        Assert.Equal(-1L, text.Mended("ShapeMismatch").Instance().Int("dim"));
        text.With("dim", 0).Fails("WrongDim");
        Probe.Of("CrossEntropyLoss", "[N, 50]", "#50[N]").With("dim", 0).Mended("WrongDim");
        Assert.Null(Probe.Of("CrossEntropyLoss", "[N, 50]", "#50[N, T]").Fails("ShapeMismatch").Fix);
    }

    [Fact]
    public void Weights_of_classes_must_be_as_many_as_classes()
    {
        var probe = Probe.Of("CrossEntropyLoss", "[N, 3]", "#3[N]");
        Assert.Equal(["weight [3]"], probe.With("weight", ParameterValue.Of(1.0, 2.0, 3.0)).Weights());
        Assert.Empty(probe.With("weight", ParameterValue.Of(1.0, 2.0)).Mended("WeightMismatch").Weights());
        var binary = Probe.Of("BCEWithLogitsLoss", "[N, 3]", "[N, 3]");
        Assert.Equal(["pos_weight [1]"], binary.With("pos_weight", 2.0).Weights());
        binary.With("pos_weight", ParameterValue.Of(1.0, 2.0)).Mended("WeightMismatch");
    }

    [Fact]
    public void The_multi_class_hinge_takes_one_list_per_sample() =>
        Probe.Of("MultiMarginLoss", "[N, 10, 4]", "#10[N, 4]").Fails("WrongRank");

    [Fact]
    public void Pairs_of_the_cosine_loss_may_have_one_answer_each()
    {
        Assert.Equal("[]", Probe.Of("CosineEmbeddingLoss", "[N, 8]", "[N, 8]", "#2[N]").Output());
        Assert.Equal("[]", Probe.Of("CosineEmbeddingLoss", "[N, 8]", "[N, 8]", "[N, 1]").Output());
        Probe.Of("CosineEmbeddingLoss", "[N, 8]", "[N, 8]", "[N, 8]").Fails("WrongRank");
    }

    [Fact]
    public void PyTorch_lines_name_what_differs_from_the_default()
    {
        Assert.Equal("nn.MSELoss()", Probe.Of("MSELoss", "[N, 1]", "[N, 1]").PyTorch());
        Assert.Equal("nn.HuberLoss(delta=2, reduction='sum')",
            Probe.Of("HuberLoss", "[N, 1]", "[N, 1]").With("delta", 2.0).With("reduction", "sum").PyTorch());
        Assert.Equal("nn.CrossEntropyLoss(weight=torch.tensor((1, 2), dtype=torch.float), ignore_index=0, label_smoothing=0.1)",
            Probe.Of("CrossEntropyLoss", "[N, 2]", "#2[N]").With("weight", ParameterValue.Of(1.0, 2.0)).With("ignore_index", 0)
                .With("label_smoothing", 0.1).PyTorch());
        Assert.Equal("nn.BCEWithLogitsLoss(pos_weight=torch.tensor(3, dtype=torch.float))",
            Probe.Of("BCEWithLogitsLoss", "[N, 1]", "[N, 1]").With("pos_weight", 3.0).PyTorch());
    }
}
