using System.Diagnostics;
using System.Globalization;
using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Problems;

namespace Builder.Graph.Tests.Analysis;

public class DrawingProblemTests
{
    [Fact]
    public void Blocks_in_a_circle_are_named_and_the_fix_opens_it()
    {
        var drawing = Drawing.Regression().Block("a", "Add").Block("b", "ReLU").Block("c", "Tanh")
            .Chain("input", "a.input").Chain("a", "b", "c", "a.other").Chain("c", "loss.input");
        var problem = drawing.Problem("Cycle");

        Assert.Contains("“Add”, “ReLU”, “Tanh”", problem.Message.Words.En, StringComparison.Ordinal);
        Assert.Equal(new Disconnect(new("a", "other")), problem.Fix!.Edit);
        Assert.DoesNotContain(drawing.Analyze().Problems, p => p.Code == "OpenPort" && p.Block == "a");
        Assert.Equal(["a", "adam", "b", "c", "input", "loss", "target"], drawing.Analyze().Graph.Nodes.Select(n => n.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_block_linked_to_itself_is_a_circle_of_one() =>
        Assert.Contains("itself", new Drawing().Block("a", "ReLU").Chain("a", "a").Problem("Cycle").Message.Words.En, StringComparison.Ordinal);

    [Fact]
    public void A_circle_of_muted_blocks_does_not_go_on_for_ever()
    {
        var drawing = new Drawing().Block("a", "ReLU").Block("b", "ReLU").Block("c", "ReLU").Chain("a", "b", "a").Chain("b", "c")
            .With("a", b => b with { Muted = true }).With("b", b => b with { Muted = true });

        Assert.NotNull(drawing.Problem("Cycle").Fix);
    }

    [Fact]
    public void Several_circles_are_each_reported()
    {
        var drawing = new Drawing().Block("a", "Add").Block("b", "Add").Chain("a", "b.input").Chain("b", "a.input").Chain("a", "a.other").Chain("b", "b.other");

        Assert.Equal(3, drawing.Analyze().Problems.Count(p => p.Code == "Cycle"));
    }

    [Fact]
    public void An_open_port_proposes_the_only_block_that_fits()
    {
        var drawing = Drawing.Regression().Block("out", "Linear", ("out_features", 1L)).Link("out", "loss.input");

        Assert.Equal(new Connect(new(new("input", "output"), new("out", "input"))), drawing.Problem("OpenPort").Fix!.Edit);
        drawing.Block("more", "NumberInput", ("columns", "length"));
        Assert.Null(drawing.Problem("OpenPort").Fix);
    }

    [Fact]
    public void A_block_below_an_open_port_is_not_blamed()
    {
        var analysis = Drawing.Regression().Block("a", "Linear").Block("b", "Linear", ("out_features", 1L)).Chain("a", "b", "loss.input").Analyze();

        Assert.Equal(["a"], analysis.Problems.Where(p => p.Severity == Severity.Error).Select(p => p.Block));
        Assert.Null(analysis.Graph.Nodes.Single(n => n.Path == "b").Instance);
        Assert.Empty(analysis.Blocks["b"].Outputs);
        Assert.False(analysis.CanTrain);
    }

    [Fact]
    public void A_port_for_one_link_does_not_take_two()
    {
        var drawing = Drawing.Regression().Block("out", "Linear", ("out_features", 1L)).Chain("input", "out", "loss.input").Link("target", "out.input", slot: 2);
        var mended = DocumentEditor.Apply(drawing.Document, drawing.Problem("TooManyLinks").Fix!.Edit).Document!;

        Assert.True(GraphAnalyzer.Analyze(mended, Examples.Schema).CanTrain);
    }

    [Theory]
    [InlineData(-5L, 1L)]
    [InlineData(0L, 1L)]
    [InlineData(2147483648L, 1_000_000L)]
    [InlineData(long.MaxValue, 1_000_000L)]
    [InlineData(long.MinValue, 1L)]
    public void Units_out_of_range_are_named_with_the_range_and_brought_back(long units, long mended)
    {
        var drawing = Drawing.Regression().Block("out", "Linear", ("out_features", units)).Chain("input", "out", "loss.input");
        var problem = drawing.Problem("OutOfRange");

        Assert.Equal(new SetParameter("out", "out_features", mended), problem.Fix!.Edit);
        Assert.Contains("at least 1 and at most 1000000", problem.Message.Words.En, StringComparison.Ordinal);
        Assert.Contains("不小于 1，且不大于 1000000", problem.Message.Words.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reduction", "average", "UnknownChoice")]
    [InlineData("reduction", 1L, "WrongParameterType")]
    [InlineData("colour", 1L, "UnknownParameter")]
    public void Parameters_are_checked_before_a_kind_sees_them(string name, object value, string code)
    {
        var drawing = Drawing.Regression().With("loss", b => b with { Parameters = b.Parameters.Add(name, value is string text ? text : (long)value) });

        Assert.Equal("loss", drawing.Problem(code).Block);
    }

    [Fact]
    public void Documents_made_in_code_that_break_every_rule_get_an_answer()
    {
        var sound = Drawing.Regression().Document;
        var broken = sound with
        {
            Blocks = sound.Blocks.SetItems(new Block[]
            {
                new() { Id = "a", Kind = "Nonsense" },
                new() { Id = "b", Kind = "ReLU", Group = "nowhere" },
                new() { Id = "c", Kind = "ReLU", WeightsFrom = "nobody", Position = new(double.NaN, 0) },
                new() { Id = "d", Kind = "Linear", Parameters = Block.NoParameters.Add("out_features", new ParameterValue.List(default)) },
            }.Select(b => KeyValuePair.Create(b.Id, b))),
            Links = sound.Links.SetItems(new Link[]
            {
                new(new("ghost", "output"), new("loss", "input")),
                new(new("a", "output"), new("d", "input")),
                new(new("input", "nothing"), new("c", "input")),
                new(new("adam", "output"), new("c", "input"), 1),
                new(new("input", "output"), new("adam", "schedule")),
            }.Select(l => KeyValuePair.Create(l.Key, l))),
        };
        var codes = GraphAnalyzer.Analyze(broken, null).Problems.Select(p => p.Code).ToHashSet();

        Assert.Superset(new HashSet<string> { "UnknownKind", "UnknownGroup", "OffCanvas", "WrongParameterType", "DanglingLink", "UnknownPort", "WrongContent" }, codes);
        Assert.DoesNotContain("InternalProblem", codes);
    }

    [Fact]
    public void A_document_beyond_the_limits_is_refused_as_a_whole()
    {
        var document = ProjectDocument.Create("x");
        document = document with { Blocks = document.Blocks.AddRange(Enumerable.Range(0, DocumentLimits.Blocks + 1).Select(i => $"b{i}").Select(id => KeyValuePair.Create(id, new Block { Id = id, Kind = "ReLU" }))) };

        Assert.Contains(GraphAnalyzer.Analyze(document, null).Problems, p => p.Code == "TooMany");
    }

    [Fact]
    public void Missing_data_sets_are_named()
    {
        var drawing = Drawing.Regression().With("input", b => b with { Parameters = b.Parameters.Add("data", "tabel") });

        Assert.Equal("input", drawing.Problem("UnknownDataSet").Block);
    }

    [Fact]
    public void Shared_weights_must_be_of_the_same_kind_and_not_go_in_circles()
    {
        Assert.Equal(new ShareWeights("b", null), new Drawing().Block("a", "Linear").Block("b", "ReLU").With("b", b => b with { WeightsFrom = "a" })
            .Problem("WeightsOfAnotherKind").Fix!.Edit);
        Assert.Equal(2, new Drawing().Block("a", "ReLU").Block("b", "ReLU").With("a", b => b with { WeightsFrom = "b" }).With("b", b => b with { WeightsFrom = "a" })
            .Analyze().Problems.Count(p => p.Code == "WeightsInCircle"));
    }

    [Fact]
    public void A_muted_source_that_others_read_can_be_switched_on() =>
        Assert.Equal(new SetMuted("input", false), Drawing.Regression().Block("out", "Linear").Chain("input", "out", "loss.input")
            .With("input", b => b with { Muted = true }).Problem("MutedSource").Fix!.Edit);

    [Fact]
    public void The_time_of_an_analysis_grows_with_the_blocks_and_not_with_their_square()
    {
        const double tenTimesTheBlocks = 10;
        var (small, large) = (ChainOf(15), ChainOf(150));
        Assert.Empty(large.Analyze().Problems);

        Assert.True(Best(large) / Best(small) < 3 * tenTimesTheBlocks);
    }

    /// <summary>A regression through layers and activations in turn.</summary>
    private static Drawing ChainOf(int layers)
    {
        var drawing = Drawing.Regression().Block("l0", "Linear", ("out_features", 32L)).Chain("input", "l0");
        for (var i = 1; i < layers; i++)
        {
            drawing.Block(Name("l", i), "Linear", ("out_features", 32L)).Block(Name("r", i), "ReLU").Chain(Name("l", i - 1), Name("r", i), Name("l", i));
        }

        return drawing.Block("out", "Linear", ("out_features", 1L)).Chain(Name("l", layers - 1), "out", "loss.input");
    }

    /// <summary>The quickest of many analyses: what else the machine does only adds to the others.</summary>
    private static TimeSpan Best(Drawing drawing) => Enumerable.Range(0, 200).Min(_ => Timed(drawing));

    private static TimeSpan Timed(Drawing drawing)
    {
        var watch = Stopwatch.StartNew();
        drawing.Analyze();
        return watch.Elapsed;
    }

    private static string Name(string stem, int number) => stem + number.ToString(CultureInfo.InvariantCulture);
}
