using Builder.Graph.Documents;

namespace Builder.Graph.Tests.Analysis;

public sealed class TargetInputsTests
{
    [Fact]
    public void A_network_that_reads_what_it_is_to_predict_is_stopped_and_can_leave_it_out()
    {
        var problem = Predicting("width").Problem("TargetAsInput");

        Assert.Equal("input", problem.Block);
        Assert.Contains("“width”", problem.Message.Words.En, StringComparison.Ordinal);
        Assert.Contains("“width”", problem.Message.Words.Zh, StringComparison.Ordinal);
        Assert.Equal(new SetParameter("input", "columns", ParameterValue.Of("length", "height", "weight")), problem.Fix!.Edit);
    }

    [Fact]
    public void An_input_of_nothing_but_the_target_goes()
    {
        var drawing = new Drawing().Block("input", "NumberInput", ("columns", ParameterValue.Of("length", "width")))
            .Block("answer", "NumberInput", ("columns", ParameterValue.Of("price"))).Block("all", "Concatenate").Block("out", "Linear", ("out_features", 1L))
            .Block("target", "Target", ("columns", ParameterValue.Of("price"))).Block("loss", "MSELoss").Block("adam", "Adam")
            .Link("input", "all").Link("answer", "all", 1).Chain("all", "out", "loss.input").Link("target", "loss.target").Link("loss", "adam.loss");

        Assert.Equal(new RemoveBlock("answer"), drawing.Problem("TargetAsInput").Fix!.Edit);
    }

    [Fact]
    public void Other_columns_and_a_network_that_gives_back_all_that_it_reads_are_fine()
    {
        Assert.Empty(Predicting("price").Analyze().Problems);
        Assert.Empty(Predicting("length", "width", "height", "weight").Analyze().Problems);
    }

    private static Drawing Predicting(params string[] columns) => Drawing.Regression().Block("out", "Linear", ("out_features", (long)columns.Length))
        .Chain("input", "out", "loss.input").With("target", b => b with { Parameters = b.Parameters.SetItem("columns", ParameterValue.Of(columns)) });
}
