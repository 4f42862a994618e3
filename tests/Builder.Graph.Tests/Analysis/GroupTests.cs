using Builder.Graph.Documents;
using Builder.Graph.Shapes;

namespace Builder.Graph.Tests.Analysis;

public class GroupTests
{
    [Fact]
    public void Every_repetition_has_nodes_and_weights_of_its_own_and_reads_the_one_before()
    {
        var analysis = Repeated(("repeat", 3L)).Analyze();

        Assert.Empty(analysis.Problems);
        Assert.Equal(["body.0/layer", "body.1/layer", "body.2/layer"], Paths(analysis.Graph, "Linear").SkipLast(1));
        Assert.Equal("body.0/act", Source(analysis.Graph, "body.1/layer"));
        Assert.Equal("body.2/act", Source(analysis.Graph, "out"));
        Assert.Equal(3 * 20, analysis.Blocks["layer"].Parameters);
        Assert.Equal(3 * 20, analysis.Blocks["body"].Parameters);
        Assert.Equal(60 + 5, analysis.TotalParameters);
        Assert.Equal([TensorType.Batched(4)], analysis.Blocks["body"].Outputs);
        Assert.Equal([TensorType.Batched(4)], analysis.Blocks["enter"].Outputs);
        Assert.Equal(["body.0/layer", "body.1/layer", "body.2/layer", "out"], analysis.Optimizers[0].Trains);
    }

    [Fact]
    public void Repetitions_that_share_use_the_weights_of_the_first()
    {
        var analysis = Repeated(("repeat", 3L), ("share", true)).Analyze();

        Assert.Equal(["body.0/layer", "body.0/layer", "body.0/layer"], analysis.Graph.Nodes.Where(n => n.Block.Id == "layer").Select(n => n.WeightsPath));
        Assert.Equal(20 + 5, analysis.TotalParameters);
        Assert.Equal(["body.0/layer", "out"], analysis.Optimizers[0].Trains);
    }

    [Fact]
    public void A_single_use_has_no_number_in_its_path() =>
        Assert.Equal(["body/layer", "out"], Paths(Repeated().Analyze().Graph, "Linear"));

    [Fact]
    public void A_second_use_can_share_the_weights_of_the_first()
    {
        var drawing = Repeated(("repeat", 2L)).In(null).Block("again", "Group", ("group", "g"), ("repeat", 3L)).With("again", b => b with { WeightsFrom = "body" });
        var analysis = drawing.Chain("input", "again.enter").Block("other", "Output").Chain("again.leave", "other.input").Analyze();

        Assert.Equal(
            ["again.0/layer=body.0/layer", "again.1/layer=body.1/layer", "again.2/layer=body.1/layer"],
            analysis.Graph.Nodes.Where(n => n.Path.StartsWith("again", StringComparison.Ordinal) && n.Kind.Id == "Linear").Select(n => $"{n.Path}={n.WeightsPath}"));
        Assert.Equal(2 * 20, analysis.Blocks["layer"].Parameters);
        Assert.Equal(0, analysis.Blocks["again"].Parameters);
    }

    [Fact]
    public void Inputs_beyond_the_outputs_get_the_same_in_every_repetition()
    {
        var drawing = Drawing.Regression().In("g").Block("a", "GroupInput").Block("b", "GroupInput").Block("sum", "Add").Block("z", "GroupOutput")
            .Chain("a", "sum.input").Link("b", "sum.other").Chain("sum", "z")
            .In(null).Block("use", "Group", ("group", "g"), ("repeat", 2L)).Block("out", "Linear", ("out_features", 1L))
            .Chain("input", "use.a").Link("input", "use.b").Chain("use.z", "out", "loss.input");
        var graph = drawing.Analyze().Graph;
        var second = graph.Nodes.Single(n => n.Path == "use.1/sum");

        Assert.Equal(["use.0/sum", "input"], second.Inputs.Select(i => graph.Nodes[i[0].Node].Path));
    }

    [Fact]
    public void Groups_within_groups_open_out_with_all_their_repetitions()
    {
        var drawing = Repeated(("repeat", 2L)).In("outer").Block("e", "GroupInput").Block("inner", "Group", ("group", "g"), ("repeat", 2L)).Block("l", "GroupOutput")
            .Chain("e", "inner.enter").Link("inner.leave", "l")
            .In(null).Block("nest", "Group", ("group", "outer"), ("repeat", 2L)).Block("o", "Output")
            .Chain("input", "nest.e").Link("nest.l", "o.input");
        var analysis = drawing.Analyze();

        Assert.Equal(
            ["nest.0/inner.0/layer", "nest.0/inner.1/layer", "nest.1/inner.0/layer", "nest.1/inner.1/layer"],
            Paths(analysis.Graph, "Linear").Where(p => p.StartsWith("nest", StringComparison.Ordinal)));
        Assert.Equal("nest.0/inner.1/act", Source(analysis.Graph, "nest.1/inner.0/layer"));
        Assert.Equal(4 * 20, analysis.Blocks["nest"].Parameters);
        Assert.Equal((2 + 4) * 20, analysis.Blocks["layer"].Parameters);
    }

    [Fact]
    public void A_muted_block_lets_its_input_through_and_a_muted_group_too()
    {
        var layer = Repeated(("repeat", 2L)).With("layer", b => b with { Muted = true }).Analyze();
        Assert.Equal("input", Source(layer.Graph, "body.0/act"));
        Assert.Equal("body.0/act", Source(layer.Graph, "body.1/act"));
        Assert.Empty(layer.Problems);

        var group = Repeated().With("body", b => b with { Muted = true }).Analyze();
        Assert.Equal("input", Source(group.Graph, "out"));
        Assert.Equal([TensorType.Batched(4)], group.Blocks["body"].Outputs);
    }

    [Fact]
    public void Where_the_owner_of_shared_weights_is_muted_the_first_of_the_others_owns_them()
    {
        var analysis = Drawing.Regression().Block("a", "Linear", ("out_features", 4L)).Block("b", "Linear", ("out_features", 4L)).Block("c", "Linear", ("out_features", 4L))
            .Block("out", "Linear", ("out_features", 1L)).Chain("input", "a", "b", "c", "out", "loss.input")
            .With("a", b => b with { Muted = true }).With("b", b => b with { WeightsFrom = "a" }).With("c", b => b with { WeightsFrom = "b" }).Analyze();

        Assert.Equal(["b", "b", "out"], analysis.Graph.Nodes.Where(n => n.Kind.Id == "Linear").Select(n => n.WeightsPath));
        Assert.Equal(20 + 5, analysis.TotalParameters);
    }

    [Fact]
    public void A_group_inside_itself_is_named_and_not_opened()
    {
        var direct = Repeated().In("g").Block("self", "Group", ("group", "g"));
        Assert.Equal(new RemoveBlock("self"), direct.Problem("GroupContainsItself").Fix!.Edit);

        var around = new Drawing().In("a").Block("ub", "Group", ("group", "b")).In("b").Block("ua", "Group", ("group", "a")).In(null).Block("u", "Group", ("group", "a"));
        Assert.Equal("ua", around.Problem("GroupContainsItself").Block);
    }

    [Fact]
    public void Nesting_has_a_limit_that_is_reached_before_the_stack_is()
    {
        var drawing = new Drawing().In("g0").Block("layer", "ReLU");
        for (var i = 1; i < DocumentLimits.Groups; i++)
        {
            drawing.In($"g{i}").Block($"use{i}", "Group", ("group", $"g{i - 1}"));
        }

        Assert.Contains(drawing.In(null).Block("top", "Group", ("group", "g999")).Analyze().Problems, p => p.Code == "GroupTooDeep");
    }

    [Fact]
    public void Repetitions_of_repetitions_beyond_all_bounds_are_refused_without_trying()
    {
        var drawing = new Drawing().In("g0").Block("layer", "ReLU");
        for (var i = 1; i < 10; i++)
        {
            drawing.In($"g{i}").Block($"use{i}", "Group", ("group", $"g{i - 1}"), ("repeat", 1000L));
        }

        Assert.Contains(drawing.Analyze().Problems, p => p.Code == "ModelTooLarge");
    }

    [Fact]
    public void Groups_with_nothing_but_groups_in_them_have_bounds_too()
    {
        var drawing = new Drawing().In("g0");
        for (var i = 1; i < 10; i++)
        {
            drawing.In($"g{i}").Block($"use{i}", "Group", ("group", $"g{i - 1}"), ("repeat", 1000L));
        }

        Assert.Contains(drawing.In(null).Block("top", "Group", ("group", "g9")).Analyze().Problems, p => p.Code == "ModelTooLarge");
    }

    [Fact]
    public void Shapes_inside_a_group_are_those_of_the_first_use_in_which_they_are_known() =>
        Assert.Equal([TensorType.Batched(4)], Repeated().Block("a_open_use", "Group", ("group", "g")).Analyze().Blocks["layer"].Outputs);

    [Theory]
    [InlineData("NoGroup", "body")]
    [InlineData("OutsideGroup", "stray")]
    [InlineData("OpenPort", "body")]
    [InlineData("OpenPort", "leave")]
    [InlineData("UnusedGroup", null)]
    public void What_is_wrong_with_groups_is_said_where_it_is_wrong(string code, string? block)
    {
        var drawing = (code, block) switch
        {
            ("NoGroup", _) => new Drawing().Block("body", "Group"),
            ("OutsideGroup", _) => new Drawing().Block("stray", "GroupInput"),
            ("OpenPort", "body") => new Drawing().In("g").Block("enter", "GroupInput").In(null).Block("body", "Group", ("group", "g")),
            ("OpenPort", _) => new Drawing().In("g").Block("leave", "GroupOutput").In(null).Block("body", "Group", ("group", "g")),
            _ => new Drawing().In("g"),
        };

        Assert.Equal(block, drawing.Problem(code).Block);
    }

    /// <summary>A group of Linear 4 and ReLU between input and output.</summary>
    private static Drawing Repeated(params (string, ParameterValue)[] parameters) => Drawing.Regression()
        .In("g").Block("enter", "GroupInput").Block("layer", "Linear", ("out_features", 4L)).Block("act", "ReLU").Block("leave", "GroupOutput")
        .Chain("enter", "layer", "act", "leave")
        .In(null).Block("body", "Group", [("group", "g"), .. parameters]).Block("out", "Linear", ("out_features", 1L))
        .Chain("input", "body.enter").Chain("body.leave", "out", "loss.input");

    private static IEnumerable<string> Paths(Graph.Analysis.FlatGraph graph, string kind) => graph.Nodes.Where(n => n.Kind.Id == kind).Select(n => n.Path);

    private static string Source(Graph.Analysis.FlatGraph graph, string path) => graph.Nodes[graph.Nodes.Single(n => n.Path == path).Inputs[0][0].Node].Path;
}
