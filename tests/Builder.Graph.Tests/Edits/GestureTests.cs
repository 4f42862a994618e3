using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Edits.Gestures;
using Builder.Graph.Tests.Analysis;

namespace Builder.Graph.Tests.Edits;

public class GestureTests
{
    private static readonly ProjectDocument Classifier = Examples.Read(Examples.Classifier);

    [Fact]
    public void Grouped_blocks_compute_the_same_as_before()
    {
        var grouped = Apply(Classifier, GroupGestures.GroupBlocks(Classifier, ["hidden", "relu"], "Hidden part"));
        var (before, after) = (Analyze(Classifier), Analyze(grouped));

        Assert.Equal("Hidden part", grouped.Groups["hidden-part"].Name);
        Assert.Empty(after.Problems);
        Assert.Equal(before.TotalParameters, after.TotalParameters);
        Assert.Equal(["hidden-part/hidden", "output"], after.Optimizers[0].Trains);
    }

    [Fact]
    public void A_group_has_one_port_for_each_source_outside_and_each_result_that_is_read_outside()
    {
        var document = Drawing.Regression().Block("a", "Linear").Block("b", "Linear").Block("sum", "Add").Block("relu", "ReLU").Block("out", "Linear")
            .Chain("input", "a").Link("input", "b").Link("a", "sum.input").Link("b", "sum.other").Chain("sum", "relu", "out").Link("sum", "loss.input").Document;
        var grouped = Apply(document, GroupGestures.GroupBlocks(document, ["a", "b", "sum", "relu"], "十二"));
        var ports = GroupPorts.Of(grouped, "group");

        Assert.Equal(["group_input"], ports.Inputs.Select(p => p.Name));
        Assert.Equal(["group_output", "group_output2"], ports.Outputs.Select(p => p.Name));
        Assert.Equal("十二", grouped.Groups["group"].Name);
    }

    [Fact]
    public void Ungrouping_brings_back_the_same_blocks_and_links()
    {
        var grouped = Apply(Classifier, GroupGestures.GroupBlocks(Classifier, ["hidden", "relu"], "part"));
        var flat = Apply(grouped, GroupGestures.Ungroup(grouped, "part"));

        Assert.Equal(Classifier.Blocks.Keys, flat.Blocks.Keys);
        Assert.Equal(Classifier.Blocks.Values.Select(b => b.Position), flat.Blocks.Values.Select(b => b.Position));
        Assert.Equal(Classifier.Links, flat.Links);
        Assert.Empty(flat.Groups);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void What_comes_out_of_a_group_covers_nothing(long repeat)
    {
        var drawing = new Drawing().In("g").Block("in", "GroupInput").Block("a", "Linear").Block("b", "ReLU").Block("c", "Linear").Block("out", "GroupOutput")
            .Chain("in", "a", "b", "c", "out").In(null);
        var document = drawing.Block("before", "NumberInput").Block("use", "Group", ("group", "g"), ("repeat", repeat)).Block("after", "Flatten").Block("last", "Linear")
            .With("before", b => b with { Position = new(0, 0) }).With("use", b => b with { Position = new(240, 0) })
            .With("after", b => b with { Position = new(480, 0) }).With("last", b => b with { Position = new(720, 300) }).Document;

        var flat = Apply(document, GroupGestures.Ungroup(document, "use")).Blocks.Values.ToArray();

        Assert.Equal(3 + (3 * repeat), flat.Length);
        Assert.All(flat, one => Assert.DoesNotContain(flat, other => other != one
            && Math.Abs(one.Position.X - other.Position.X) < 100 && Math.Abs(one.Position.Y - other.Position.Y) < 60));
        Assert.Equal(0, flat.Single(b => b.Id == "before").Position.X);
        Assert.Equal(240, flat.Single(b => b.Id == "last").Position.X - flat.Single(b => b.Id == "after").Position.X);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_repeated_group_is_unrolled(bool share)
    {
        var document = Drawing.Regression().In("g").Block("e", "GroupInput").Block("layer", "Linear", ("out_features", 4L)).Block("act", "ReLU").Block("l", "GroupOutput")
            .Chain("e", "layer", "act", "l").In(null)
            .Block("use", "Group", ("group", "g"), ("repeat", 3L), ("share", share)).Block("out", "Linear", ("out_features", 1L))
            .Chain("input", "use.e").Chain("use.l", "out", "loss.input").Document;
        var flat = Apply(document, GroupGestures.Ungroup(document, "use"));
        var (before, after) = (Analyze(document), Analyze(flat));

        Assert.Empty(after.Problems);
        Assert.Equal(before.TotalParameters, after.TotalParameters);
        Assert.Equal(before.Graph.Nodes.Length, after.Graph.Nodes.Length);
        Assert.Equal(3, flat.Blocks.Values.Count(b => b.Kind == "ReLU"));
    }

    [Fact]
    public void One_of_two_uses_is_opened_and_the_other_keeps_its_group()
    {
        var start = RandomEdits.Start;
        var flat = Apply(start, GroupGestures.Ungroup(start, "body"));

        Assert.Equal("body", GroupPorts.GroupOf(flat.Blocks["again"]));
        Assert.Equal(2, flat.Blocks.Values.Count(b => b.Kind == "ReLU"));
        Assert.Equal(Analyze(Classifier).TotalParameters, Analyze(Apply(flat, new RemoveBlock("again"))).TotalParameters);
    }

    [Fact]
    public void Deleting_a_middle_block_joins_its_neighbours()
    {
        var one = Apply(Classifier, CanvasGestures.DeleteAndJoin(Classifier, ["relu"]));
        Assert.Equal("hidden.output", one.Links[new(new("output", "input"), 0)].From.ToString());

        var two = Apply(Classifier, CanvasGestures.DeleteAndJoin(Classifier, ["relu", "hidden"]));
        Assert.Equal("input.output", two.Links[new(new("output", "input"), 0)].From.ToString());
    }

    [Fact]
    public void Deleting_a_loss_joins_nothing()
    {
        var document = Apply(Classifier, CanvasGestures.DeleteAndJoin(Classifier, ["loss"]));

        Assert.DoesNotContain(document.Links.Keys, k => k.To.Block == "adam");
    }

    [Fact]
    public void A_block_dropped_on_a_wire_is_inserted()
    {
        var wire = new LinkKey(new("output", "input"), 0);
        var document = Apply(Classifier, CanvasGestures.InsertOnWire(Classifier, wire, new Block { Id = "drop", Kind = "Dropout" }));
        Assert.Equal("relu.output", document.Links[new(new("drop", "input"), 0)].From.ToString());
        Assert.Equal("drop.output", document.Links[wire].From.ToString());

        var loose = Apply(Classifier, new AddBlock(new Block { Id = "drop", Kind = "Dropout" }));
        Assert.Equal(document.Links, Apply(loose, CanvasGestures.MoveOntoWire(loose, wire, "drop")).Links);
    }

    [Fact]
    public void Linking_replaces_the_wire_of_a_port_that_takes_one_and_adds_to_one_that_takes_several()
    {
        var replaced = Apply(Classifier, CanvasGestures.Connect(Classifier, new("hidden", "output"), new("output", "input")));
        Assert.Equal("hidden", replaced.Links[new(new("output", "input"), 0)].From.Block);

        var document = Apply(Classifier, new AddBlock(new Block { Id = "join", Kind = "Concatenate" }));
        foreach (var source in new[] { "hidden", "relu", "hidden" })
        {
            document = Apply(document, CanvasGestures.Connect(document, new(source, "output"), new("join", "inputs")));
        }

        Assert.Equal(["hidden", "relu", "hidden"], document.Links.Values.Where(l => l.To.Block == "join").Select(l => l.From.Block));
    }

    [Fact]
    public void Copies_have_new_ids_and_the_links_and_shared_weights_among_them()
    {
        var start = Apply(Classifier, new ShareWeights("output", "hidden"));
        var copied = Apply(start, CopyGestures.Duplicate(start, ["hidden", "relu", "output"]));

        Assert.Equal("hidden2", copied.Blocks["output2"].WeightsFrom);
        Assert.Equal("hidden2.output", copied.Links[new(new("relu2", "input"), 0)].From.ToString());
        Assert.DoesNotContain(copied.Links.Keys, k => k.To.Block == "hidden2");
        Assert.Equal(start.Blocks["relu"].Position.X + 40, copied.Blocks["relu2"].Position.X);
    }

    [Fact]
    public void Pasting_into_another_project_brings_the_groups_along()
    {
        var pasted = Apply(ProjectDocument.Create("empty"), CopyGestures.PasteFrom(ProjectDocument.Create("empty"), RandomEdits.Start, ["body", "output"], null, new(10, 20)));
        Assert.Equal("body.body_output", pasted.Links[new(new("output", "input"), 0)].From.ToString());
        Assert.Equal(["ReLU"], pasted.Blocks.Values.Where(b => b.Group == "body").Select(b => b.Kind).Except(["Linear", "GroupInput", "GroupOutput"]));

        var twice = Apply(pasted, CopyGestures.PasteFrom(pasted, RandomEdits.Start, ["body", "output"], null, default));
        Assert.Equal(["body", "body2"], twice.Groups.Keys);
        Assert.Equal("body2.body_output2", twice.Links[new(new("output2", "input"), 0)].From.ToString());
    }

    [Fact]
    public void Copies_bring_their_remarks_along_at_the_same_distance()
    {
        var start = Apply(Classifier, new SetNote("why", new Note("why", "Because.", new(5, 7))));
        var copied = Apply(start, CopyGestures.Duplicate(start, [], ["why", "gone"]));
        Assert.Equal(new Note("why2", "Because.", new(45, 47)), copied.Notes["why2"]);

        var relu = start.Blocks["relu"].Position;
        var pasted = Apply(start, CopyGestures.PasteFrom(start, start, ["relu"], null, new(100, 200), ["why"]));
        Assert.Equal(new Position(100 + Math.Max(0, relu.X - 5), 200 + Math.Max(0, relu.Y - 7)), pasted.Blocks["relu2"].Position);
        Assert.Equal(new Position(100 + Math.Max(0, 5 - relu.X), 200 + Math.Max(0, 7 - relu.Y)), pasted.Notes["why2"].Position);
    }

    [Fact]
    public void A_remark_inside_a_group_comes_along_with_the_group()
    {
        var start = Apply(RandomEdits.Start, new SetNote("inner", new Note("inner", "Inside.", new(1, 2), "body")));
        var pasted = Apply(start, CopyGestures.PasteFrom(start, Apply(start, new RenameProject("other")), ["body"], null, default));
        Assert.Equal(new Note("inner2", "Inside.", new(1, 2), "body2"), pasted.Notes["inner2"]);
    }

    [Fact]
    public void A_gesture_on_what_is_gone_is_refused_with_a_reason()
    {
        Edit[] gestures =
        [
            GroupGestures.GroupBlocks(Classifier, ["gone"], "g"), GroupGestures.Ungroup(Classifier, "gone"), CanvasGestures.DeleteAndJoin(Classifier, ["gone"]),
            CanvasGestures.InsertOnWire(Classifier, new(new("adam", "schedule"), 0), new Block { Id = "x", Kind = "ReLU" }),
            CanvasGestures.MoveOntoWire(Classifier, new(new("output", "input"), 0), "gone"),
        ];

        Assert.All(gestures, g => Assert.NotNull(DocumentEditor.Apply(Classifier, g).Problem));
    }

    private static ProjectDocument Apply(ProjectDocument document, Edit edit)
    {
        var result = DocumentEditor.Apply(document, edit);
        Assert.True(result.Succeeded, result.Problem?.Message.Words.En);
        return result.Document;
    }

    private static GraphAnalysis Analyze(ProjectDocument document) => GraphAnalyzer.Analyze(document, Examples.Schema);
}
