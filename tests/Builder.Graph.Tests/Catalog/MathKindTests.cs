using Builder.Graph.Documents;

namespace Builder.Graph.Tests.Catalog;

public class MathKindTests
{
    [Theory]
    [InlineData("[N, 8]", "[N, 8]", "[N, 8]")]
    [InlineData("[N, 3, 4, 4]", "[N, 3, 1, 1]", "[N, 3, 4, 4]")]
    [InlineData("[N, T, 8]", "[8]", "[N, T, 8]")]
    [InlineData("[N, 1]", "[N, 8]", "[N, 8]")]
    [InlineData("[]", "[]", "[]")]
    [InlineData("[]", "[N, 2]", "[N, 2]")]
    public void Shapes_are_broadcast_as_in_PyTorch(string first, string second, string result) => Assert.All(
        ["Add", "Subtract", "Multiply"], kind => Assert.Equal(result, Probe.Of(kind, first, second).Output()));

    [Theory]
    [InlineData("[N, 8]", "[N, 4]")]
    [InlineData("[N]", "[N, 4]")]
    [InlineData("[N, T, 4]", "[N, S, 4]")]
    public void Shapes_that_cannot_be_broadcast_are_told_with_both(string first, string second)
    {
        var problem = Probe.Of("Add", first, second).Fails("ShapeMismatch");
        Assert.Contains(first, problem.Message.Words.En, StringComparison.Ordinal);
        Assert.Contains(second, problem.Message.Words.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("input", "[N, 1, 8]", "[N, 1, 4]", 4L)]
    [InlineData("other", "[N, 8]", "[N, 4]", 8L)]
    public void The_linear_layer_among_two_that_do_not_fit_gets_the_size_of_the_other(string port, string first, string second, long outputs)
    {
        var problem = Probe.Of("Add", first, second).From(port, "Linear").Fails("ShapeMismatch");

        Assert.DoesNotContain("fit together", problem.Message.Words.En, StringComparison.Ordinal);
        Assert.Equal(new SetParameter("source", "out_features", outputs), problem.Fix!.Edit);
        Assert.Null(Probe.Of("Add", first, second).From("input", "Linear").From("other", "Linear").Fails("ShapeMismatch").Fix);
        Assert.Null(Probe.Of("Add", "[N, 3, 8]", "[N, 2, 4]").From(port, "Linear").Fails("ShapeMismatch").Fix);
    }

    [Fact]
    public void Numbers_of_classes_are_not_calculated_with()
    {
        Probe.Of("Add", "[N, 2]", "#4[N, 2]").Fails("WrongElement");
        Probe.Of("Square", "#4[N]").Fails("WrongElement");
        Probe.Of("Mean", "#4[N, 2]").Fails("WrongElement");
        Probe.Of("MatMul", "#4[N, 2]", "[N, 2]").Fails("WrongElement");
    }

    [Fact]
    public void Concatenating_adds_up_one_size()
    {
        Assert.Equal("[N, 7]", Probe.Of("Concatenate", "[N, 3]", "[N, 4]").Output());
        Assert.Equal("[N, 9, 4, 4]", Probe.Of("Concatenate", "[N, 3, 4, 4]", "[N, 3, 4, 4]", "[N, 3, 4, 4]").Output());
        Assert.Equal("[N, T, 5]", Probe.Of("Concatenate", "[N, T, 2]", "[N, T, 3]").With("dim", -1).Output());
        Assert.Equal("#6[N, 3]", Probe.Of("Concatenate", "#6[N, 1]", "#4[N, 2]").Output());
    }

    [Fact]
    public void What_cannot_be_joined_is_told_so()
    {
        Probe.Of("Concatenate", "[N, 3, 4]", "[N, 3, 5]").Fails("ShapeMismatch");
        Probe.Of("Concatenate", "[N, 3]", "[N, 3, 5]").Fails("ShapeMismatch");
        Probe.Of("Concatenate", "[N, 3]", "#5[N, 3]").Fails("ShapeMismatch");
        Probe.Of("Concatenate", "[N, 3]", "[N, 3]").With("dim", 0).Mended("WrongDim");
        Probe.Of("Concatenate", "[N, 3]", "[N, 3]").With("dim", 2).Mended("WrongDim");
        Assert.Null(Probe.Of("Concatenate", "[N]", "[N]").Fails("WrongDim").Fix);
    }

    [Theory]
    [InlineData("[N, 3, 4]", "[N, 4, 5]", "[N, 3, 5]")]
    [InlineData("[N, 2, 3, 4]", "[4, 5]", "[N, 2, 3, 5]")]
    [InlineData("[N, T, 4]", "[N, 4, T]", "[N, T, T]")]
    public void Matrices_are_multiplied_over_their_last_two_sizes(string first, string second, string result) =>
        Assert.Equal(result, Probe.Of("MatMul", first, second).Output());

    [Fact]
    public void Matrices_that_do_not_fit_are_told_so()
    {
        Probe.Of("MatMul", "[N, 3, 4]", "[N, 3, 4]").Fails("ShapeMismatch");
        Probe.Of("MatMul", "[N]", "[N, 3]").Fails("WrongRank");
    }

    [Fact]
    public void Reductions_leave_the_samples_unless_told_otherwise()
    {
        Assert.All(["Mean", "Sum", "Max"], kind =>
        {
            Assert.Equal("[N]", Probe.Of(kind, "[N, 3, 4, 4]").Output());
            Assert.Equal("[N, 1, 1, 1]", Probe.Of(kind, "[N, 3, 4, 4]").With("keepdim", true).Output());
            Assert.Equal("[N, 8]", Probe.Of(kind, "[N, T, 8]").With("dim", ParameterValue.Of(1)).Output());
            Assert.Equal("[N, 3]", Probe.Of(kind, "[N, 3, 4, 4]").With("dim", ParameterValue.Of(-1, -2)).Output());
            Assert.Equal("[]", Probe.Of(kind, "[N, 3]").With("dim", ParameterValue.Of(0, 1)).Output());
            Assert.Equal("[]", Probe.Of(kind, "[]").Output());
        });
    }

    [Fact]
    public void Dimensions_that_do_not_exist_or_are_named_twice_are_told_so()
    {
        Probe.Of("Mean", "[N, 3]").With("dim", ParameterValue.Of(2)).Mended("WrongDim");
        Probe.Of("Mean", "[N, 3]").With("dim", ParameterValue.Of(1, -1)).Mended("WrongDim");
    }

    [Fact]
    public void Arithmetic_on_each_number_keeps_the_shape()
    {
        Assert.All(["Square", "Abs", "Exp", "Log", "Scale", "Clamp"], kind => Assert.Equal("[N, T, 3]", Probe.Of(kind, "[N, T, 3]").Output()));
        Probe.Of("Clamp", "[N]").With("min", 2.0).Mended("BoundsOrder");
        Assert.Equal("[N, 4]", Probe.Of("Reparameterize", "[N, 4]", "[N, 4]").Output());
        Probe.Of("Reparameterize", "[N, 4]", "[N, 5]").Fails("ShapeMismatch");
    }
}
