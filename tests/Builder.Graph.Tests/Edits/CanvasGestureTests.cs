using System.Collections.Immutable;
using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Edits.Gestures;
using Builder.Graph.Json;
using Builder.Graph.Tests.Analysis;

namespace Builder.Graph.Tests.Edits;

/// <summary>What a person does with palette, mouse and keyboard, as edits.</summary>
public sealed class CanvasGestureTests
{
    private static readonly ProjectDocument s_chain = Chain("noise:Noise", "first:Linear", "second:Linear", "out:Output");

    [Fact]
    public void A_block_of_the_palette_goes_where_it_was_dropped()
    {
        var after = Done(s_chain, AdditionGestures.Add(s_chain, new("ReLU"), new(7, 9), null));
        Assert.Equal(new Position(7, 9), after.Blocks["relu"].Position);
    }

    [Fact]
    public void A_kind_that_does_not_exist_is_refused_in_words() =>
        Assert.Equal("UnknownKind", DocumentEditor.Apply(s_chain, AdditionGestures.Add(s_chain, new("Warp", IsPreset: true), default, null)).Problem!.Code);

    [Fact]
    public void A_block_dropped_on_a_wire_stands_between_both_ends()
    {
        var after = Done(s_chain, AdditionGestures.OnWire(s_chain, new("ReLU"), default, KeyOf("second")));
        Assert.Equal(["relu.output"], SourcesOf(after, "second"));
        Assert.Equal(["first.output"], SourcesOf(after, "relu"));
    }

    [Fact]
    public void A_block_dropped_between_close_neighbours_gets_room_and_what_comes_after_moves_aside()
    {
        var row = Done(s_chain, Placed(("noise", 0), ("first", 240), ("second", 480), ("out", 720)));

        var after = Done(row, AdditionGestures.OnWire(row, new("ReLU"), new(350, 20), KeyOf("second")));

        Assert.Equal([0, 240, 480, 720, 960], new[] { "noise", "first", "relu", "second", "out" }.Select(id => after.Blocks[id].Position.X));
        Assert.Equal(0, after.Blocks["relu"].Position.Y);
    }

    [Fact]
    public void A_block_of_the_canvas_that_is_pulled_onto_a_wire_gets_room_too()
    {
        var row = Done(Done(s_chain, Placed(("noise", 0), ("first", 240), ("second", 480), ("out", 720))), new AddBlock(new Block { Id = "loose", Kind = "ReLU" }));

        var after = Done(row, CanvasGestures.MoveOntoWire(row, KeyOf("second"), "loose", new(350, 20)));

        Assert.Equal([240, 480, 720, 960], new[] { "first", "loose", "second", "out" }.Select(id => after.Blocks[id].Position.X));
        Assert.Equal(["loose.output"], SourcesOf(after, "second"));
    }

    [Fact]
    public void A_block_dropped_where_there_is_room_moves_nothing()
    {
        var row = Done(s_chain, Placed(("noise", 0), ("first", 240), ("second", 900), ("out", 1140)));

        var after = Done(row, AdditionGestures.OnWire(row, new("ReLU"), new(560, 20), KeyOf("second")));

        Assert.Equal(new Position(560, 20), after.Blocks["relu"].Position);
        Assert.Equal(900, after.Blocks["second"].Position.X);
    }

    [Fact]
    public void A_block_dropped_near_one_end_of_a_long_wire_stands_beside_it()
    {
        var row = Done(s_chain, Placed(("noise", 0), ("first", 240), ("second", 900), ("out", 1140)));

        var after = Done(row, AdditionGestures.OnWire(row, new("ReLU"), new(300, 20), KeyOf("second")));

        Assert.Equal(new Position(456, 0), after.Blocks["relu"].Position);
        Assert.Equal(900, after.Blocks["second"].Position.X);
    }

    [Fact]
    public void A_preset_dropped_on_a_wire_stands_between_both_ends_with_its_own_ports()
    {
        var picture = Chain("noise:Noise", "out:Output");
        var after = Done(picture, AdditionGestures.OnWire(picture, new("ResidualBlock", IsPreset: true), default, KeyOf("out")));
        var use = after.Blocks.Values.Single(b => b.Kind == GroupPorts.UseKind);
        Assert.Equal(use.Id, after.Links[KeyOf("out")].From.Block);
        Assert.Contains(after.Links.Values, l => l.From.Block == "noise" && l.To.Block == use.Id);
    }

    [Theory]
    [InlineData("PictureInput", "picture")]
    [InlineData("TextInput", "words")]
    [InlineData("CategoryInput", null)]
    [InlineData("NumberInput", null)]
    [InlineData("Target", null)]
    public void A_new_block_names_the_only_column_that_it_could_name(string kind, string? column) =>
        Assert.Equal(column, ColumnOf(Done(ProjectDocument.Create("x"), AdditionGestures.Add(ProjectDocument.Create("x"), OfTable(kind), default, null))));

    [Fact]
    public void What_is_predicted_is_no_input_and_what_is_left_over_is_the_target()
    {
        var document = Done(ProjectDocument.Create("x"), new Batch(
        [
            new AddBlock(new Block { Id = "numbers", Kind = "NumberInput", Parameters = Block.NoParameters.Add("columns", ParameterValue.Of("length", "width", "height", "weight", "price")) }),
            new AddBlock(new Block { Id = "truth", Kind = "Target", Parameters = Block.NoParameters.Add("columns", ParameterValue.Of("ill")) }),
            new AddBlock(new Block { Id = "text", Kind = "TextInput", Parameters = Block.NoParameters.Add("column", "words") }),
            new AddBlock(new Block { Id = "seen", Kind = "PictureInput", Parameters = Block.NoParameters.Add("column", "picture") }),
        ]));

        Assert.Equal("species", ColumnOf(Done(document, AdditionGestures.Add(document, OfTable("CategoryInput"), default, null)), but: document));
        Assert.Equal("species", ColumnOf(Done(document, AdditionGestures.Add(document, OfTable("Target"), default, null)), but: document));
    }

    [Fact]
    public void Without_data_a_new_block_names_no_column() =>
        Assert.Null(ColumnOf(Done(ProjectDocument.Create("x"), AdditionGestures.Add(ProjectDocument.Create("x"), new("PictureInput"), default, null))));

    [Fact]
    public void A_wire_dropped_on_empty_canvas_ends_at_the_new_blocks_first_free_tensor()
    {
        var after = Done(s_chain, AdditionGestures.After(s_chain, new("CrossEntropyLoss"), default, new("second", "output")));
        Assert.Contains(after.Links.Keys, k => k.To.ToString() == "crossentropyloss.input");
    }

    [Fact]
    public void What_is_to_be_predicted_goes_to_where_it_is_compared()
    {
        var target = Done(s_chain, new AddBlock(new Block { Id = "truth", Kind = "Target" }));
        var after = Done(target, AdditionGestures.After(target, new("CrossEntropyLoss"), default, new("truth", "output")));
        Assert.Contains(after.Links.Keys, k => k.To.ToString() == "crossentropyloss.target");
    }

    [Fact]
    public void A_schedule_only_goes_to_a_port_for_schedules()
    {
        var schedule = Done(s_chain, new AddBlock(new Block { Id = "steps", Kind = "StepLR" }));
        var after = Done(schedule, AdditionGestures.After(schedule, new("Adam"), default, new("steps", "schedule")));
        Assert.DoesNotContain(after.Links.Keys, k => k.To.ToString() == "adam.loss");
    }

    [Fact]
    public void A_wire_pulled_out_of_an_input_comes_from_the_new_block_and_takes_the_old_ones_place()
    {
        var after = Done(s_chain, AdditionGestures.Before(s_chain, new("Noise"), default, new("second", "input")));
        Assert.Equal(["noise2.output"], SourcesOf(after, "second"));
    }

    [Fact]
    public void Gestures_at_blocks_that_are_gone_are_refused_with_that_reason()
    {
        Assert.Equal("UnknownBlock", DocumentEditor.Apply(s_chain, AdditionGestures.After(s_chain, new("ReLU"), default, new("gone", "output"))).Problem!.Code);
        Assert.Equal("UnknownBlock", DocumentEditor.Apply(s_chain, AdditionGestures.Before(s_chain, new("ReLU"), default, new("gone", "input"))).Problem!.Code);
        Assert.Equal("UnknownLink", DocumentEditor.Apply(s_chain, AdditionGestures.OnWire(s_chain, new("ReLU"), default, KeyOf("gone"))).Problem!.Code);
        Assert.Equal("UnknownLink", DocumentEditor.Apply(s_chain, CanvasGestures.Reconnect(s_chain, KeyOf("gone"), new("first", "output"), new("out", "input"))).Problem!.Code);
    }

    [Fact]
    public void A_wires_end_can_be_led_to_another_port()
    {
        var after = Done(s_chain, CanvasGestures.Reconnect(s_chain, KeyOf("second"), new("first", "output"), new("out", "input")));
        Assert.Equal(["first.output"], SourcesOf(after, "out"));
        Assert.Empty(SourcesOf(after, "second"));
    }

    [Fact]
    public void A_wires_beginning_can_be_led_to_another_port_and_keeps_its_place()
    {
        var merge = Done(s_chain, new Batch(
        [
            new AddBlock(new Block { Id = "both", Kind = "Concatenate" }),
            new Connect(new Link(new("first", "output"), new("both", "inputs"))),
            new Connect(new Link(new("second", "output"), new("both", "inputs"), 1)),
        ]));
        var to = merge.Links.Keys.First(k => k.To.Block == "both" && k.Slot == 0);
        var after = Done(merge, CanvasGestures.Reconnect(merge, to, new("noise", "output"), to.To));
        Assert.Equal(["noise.output", "second.output"], SourcesOf(after, "both"));
    }

    [Fact]
    public void Deleting_a_block_in_the_middle_joins_its_neighbours()
    {
        var after = Done(s_chain, DeletionGestures.Delete(s_chain, ["second"], [], [], join: true));
        Assert.Equal(["first.output"], SourcesOf(after, "out"));
        Assert.Empty(SourcesOf(Done(s_chain, DeletionGestures.Delete(s_chain, ["second"], [], [], join: false)), "out"));
    }

    [Fact]
    public void Deleting_passes_over_what_somebody_else_has_deleted_but_says_so_where_nothing_is_left()
    {
        var after = Done(s_chain, DeletionGestures.Delete(s_chain, ["gone", "second"], [KeyOf("gone"), KeyOf("first")], ["gone"], join: false));
        Assert.Equal(["first", "noise", "out"], after.Blocks.Keys);
        Assert.Empty(after.Links);
        Assert.Equal("UnknownBlock", DocumentEditor.Apply(s_chain, DeletionGestures.Delete(s_chain, ["gone"], [], [], join: true)).Problem!.Code);
        Assert.Equal("UnknownId", DocumentEditor.Apply(s_chain, DeletionGestures.Delete(s_chain, [], [], ["gone"], join: true)).Problem!.Code);
    }

    [Fact]
    public void The_inside_of_a_group_goes_with_its_last_use_and_comes_back_with_undo()
    {
        var inner = Done(s_chain, GroupGestures.GroupBlocks(s_chain, ["first"], "Inner"));
        var outer = Done(inner, GroupGestures.GroupBlocks(inner, ["inner", "second"], "Outer"));
        var noted = Done(outer, new SetNote("note", new Note("note", "x", default, "outer")));
        var result = DocumentEditor.Apply(noted, DeletionGestures.Delete(noted, ["outer"], [], [], join: true));
        Assert.Equal(["noise", "out"], result.Document!.Blocks.Keys);
        Assert.Empty(result.Document.Groups);
        Assert.Empty(result.Document.Notes);
        Assert.Equal(ProjectJson.Write(noted), ProjectJson.Write(Done(result.Document, result.Inverse!)));
    }

    [Fact]
    public void The_inside_of_a_group_stays_while_another_use_is_there()
    {
        var grouped = Done(s_chain, GroupGestures.GroupBlocks(s_chain, ["first"], "Inner"));
        var twice = Done(grouped, CopyGestures.Duplicate(grouped, ["inner"]));
        Assert.Single(Done(twice, DeletionGestures.Delete(twice, ["inner"], [], [], join: true)).Groups);
    }

    [Fact]
    public void Moving_passes_over_what_is_gone()
    {
        var noted = Done(s_chain, new SetNote("note", new Note("note", "x", default)));
        var after = Done(noted, PlaceGestures.Move(noted, Places(("first", 5), ("gone", 6)), Places(("note", 7), ("gone", 8))));
        Assert.Equal((5, 7), (after.Blocks["first"].Position.X, after.Notes["note"].Position.X));
        Assert.Equal("UnknownBlock", DocumentEditor.Apply(s_chain, PlaceGestures.Move(s_chain, Places(("gone", 1)), Places())).Problem!.Code);
    }

    [Fact]
    public void A_group_is_repeated_and_a_single_block_becomes_a_group_first()
    {
        var after = Done(s_chain, GroupGestures.Repeat(s_chain, "second", 3, "Again"));
        var use = after.Blocks.Values.Single(b => b.Kind == GroupPorts.UseKind);
        Assert.Equal(3, GroupPorts.RepeatOf(use));
        Assert.Equal(5, GroupPorts.RepeatOf(Done(after, GroupGestures.Repeat(after, use.Id, 5, "Again")).Blocks[use.Id]));
    }

    private static PaletteItem OfTable(string kind) => new(kind) { Data = Examples.Schema };

    private static string? ColumnOf(ProjectDocument document, ProjectDocument? but = null) =>
        document.Blocks.Values.Single(b => but?.Blocks.ContainsKey(b.Id) != true).Parameters.Where(p => p.Key is "column" or "columns").Select(p => p.Value).SingleOrDefault() switch
        {
            ParameterValue.Text one => one.Value,
            ParameterValue.List { Items: [ParameterValue.Text only] } => only.Value,
            _ => null,
        };

    private static MoveBlocks Placed(params (string Block, double X)[] places) =>
        new(places.ToImmutableSortedDictionary(p => p.Block, p => new Position(p.X, 0), StringComparer.Ordinal));

    private static ProjectDocument Chain(params string[] blocks)
    {
        var made = blocks.Select((b, i) => new Block { Id = b.Split(':')[0], Kind = b.Split(':')[1], Position = new(i * 240, 0) }).ToList();
        return made.Zip(made.Skip(1)).Aggregate(
            made.Aggregate(ProjectDocument.Create("Chain"), (d, b) => Done(d, new AddBlock(b))),
            (d, p) => Done(d, new Connect(new Link(new(p.First.Id, "output"), new(p.Second.Id, "input")))));
    }

    private static ProjectDocument Done(ProjectDocument document, Edit edit)
    {
        var result = DocumentEditor.Apply(document, edit);
        Assert.True(result.Succeeded, result.Problem?.Message.Words.En);
        return result.Document;
    }

    private static LinkKey KeyOf(string block) => new(new(block, "input"), 0);

    private static IEnumerable<string> SourcesOf(ProjectDocument document, string block) =>
        document.Links.Values.Where(l => l.To.Block == block).Select(l => l.From.ToString());

    private static Dictionary<string, Position> Places(params (string Id, double X)[] places) => places.ToDictionary(p => p.Id, p => new Position(p.X, 0));
}
