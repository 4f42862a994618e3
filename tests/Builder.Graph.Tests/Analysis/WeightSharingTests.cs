using Builder.Graph.Documents;

namespace Builder.Graph.Tests.Analysis;

public sealed class WeightSharingTests
{
    [Fact]
    public void Layers_of_the_same_settings_and_inputs_share() =>
        Assert.DoesNotContain(Two(4, 4).Analyze().Problems, p => p.Code == "WeightsDoNotFit");

    [Fact]
    public void Where_the_inputs_have_other_sizes_the_sizes_of_the_weights_are_named()
    {
        var problem = Two(5, 5).Problem("WeightsDoNotFit");

        Assert.Equal("b", problem.Block);
        Assert.Contains("[5, 5]", problem.Message.Words.En, StringComparison.Ordinal);
        Assert.Contains("[5, 4]", problem.Message.Words.Zh, StringComparison.Ordinal);
        Assert.Equal(new ShareWeights("b", null), problem.Fix!.Edit);
    }

    [Fact]
    public void Where_the_settings_differ_the_setting_is_named()
    {
        var problem = Two(4, 7).Problem("WeightsDoNotFit");

        Assert.Equal("b", problem.Block);
        Assert.Contains("set differently", problem.Message.Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_that_shares_is_the_one_to_change()
    {
        var drawing = new Drawing().In("g").Block("in", "GroupInput").Block("layer", "Linear", ("out_features", 3L)).Block("out", "GroupOutput")
            .Chain("in", "layer", "out").In(null)
            .Block("input", "NumberInput", ("columns", Documents.ParameterValue.Of("length", "width", "height", "weight")))
            .Block("first", "Group", ("group", "g")).Block("second", "Group", ("group", "g")).With("second", b => b with { WeightsFrom = "first" })
            .Chain("input", "first.in").Chain("first.out", "second.in");

        var problem = drawing.Problem("WeightsDoNotFit");

        Assert.Equal("second", problem.Block);
        Assert.Equal(new ShareWeights("second", null), problem.Fix!.Edit);
    }

    // Four numbers – a – b, which uses the weights of a.
    private static Drawing Two(long first, long second) => Drawing.Regression()
        .Block("a", "Linear", ("out_features", first)).Block("b", "Linear", ("out_features", second)).With("b", b => b with { WeightsFrom = "a" })
        .Block("out", "Linear", ("out_features", 1L)).Chain("input", "a", "b", "out", "loss.input");
}
