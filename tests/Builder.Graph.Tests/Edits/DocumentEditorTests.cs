using System.Collections.Immutable;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Json;
using Builder.Graph.Problems;

namespace Builder.Graph.Tests.Edits;

public class DocumentEditorTests
{
    private static readonly ProjectDocument Document = RandomEdits.Start;

    public static TheoryData<string, Edit> Refused => new()
    {
        { "IdTaken", new AddBlock(new Block { Id = "adam", Kind = "SGD" }) },
        { "UnknownKind", new AddBlock(new Block { Id = "new", Kind = "Adamm" }) },
        { "BadId", new AddBlock(new Block { Id = "a b", Kind = "SGD" }) },
        { "UnknownBlock", new RemoveBlock("gone") },
        { "UnknownBlock", new SetMuted("gone", true) },
        { "PlaceTaken", new Connect(new(new("input", "output"), new("output", "input"))) },
        { "DanglingLink", new Connect(new(new("gone", "output"), new("output", "input"), 1)) },
        { "UnknownPort", new Connect(new(new("input", "output"), new("output", "weight"))) },
        { "LinkAcrossGroups", new Connect(new(new("input", "output"), new("relu", "input"), 1)) },
        { "WrongContent", new Connect(new(new("loss", "output"), new("adam", "schedule"))) },
        { "UnknownLink", new Disconnect(new("adam", "schedule")) },
        { "UnknownParameter", new SetParameter("output", "units", 3L) },
        { "WrongParameterType", new SetParameter("output", "out_features", "three") },
        { "WrongParameterType", new SetParameter("adam", "lr", double.NaN) },
        { "OffCanvas", new MoveBlocks(ImmutableSortedDictionary<string, Position>.Empty.Add("adam", new(double.PositiveInfinity, 0))) },
        { "TextTooLong", new SetLabel("adam", new string('x', 201)) },
        { "BrokenText", new SetLabel("adam", "\udc00") },
        { "UnknownWeightsFrom", new ShareWeights("adam", "gone") },
        { "WeightsAcrossGroups", new ShareWeights("output", "hidden") },
        { "WeightsInCircle", new ShareWeights("output", "output") },
        { "BlockIsTied", new SetBlockGroup("output", "body") },
        { "BlockIsTied", new SetBlockGroup("again", "body") },
        { "GroupInUse", new RemoveGroup("body") },
        { "UnknownGroup", new RenameGroup("gone", "x") },
        { "IdTaken", new AddGroup(new("body", "x")) },
        { "UnknownId", new SetNote("gone", null) },
        { "UnknownId", new SetDataSet("gone", null) },
        { "UnknownId", new ChangeRows("gone", null, RowNumbers.Of(1), RowNumbers.None, []) },
        { "IncompleteEdit", new SetNote("a", new Note("b", "", default)) },
        { "IncompleteEdit", new SetDataSet("a", new DataSet { Id = "a", Source = null! }) },
        { "UnknownLink", new InsertBefore(new("adam", "schedule"), 0, "ReLU", Block.NoParameters) },
        { "UnknownPort", new InsertBefore(new("output", "input"), 0, "Trainer", Block.NoParameters) },
        { "UnknownBlock", new Batch([new RenameProject("half"), new RemoveBlock("gone")]) },
        { "TextTooLong", new RenameProject(new string('x', 201)) },
        { "TextTooLong", new DescribeProject(new string('x', 100_001)) },
    };

    public static TheoryData<string> Incomplete => [.. Broken.Keys];

    private static Dictionary<string, Edit> Broken { get; } = new()
    {
        ["nothing"] = null!,
        ["block"] = new AddBlock(null!),
        ["id"] = new AddBlock(new Block { Id = null!, Kind = "ReLU" }),
        ["kind"] = new AddBlock(new Block { Id = "x", Kind = null! }),
        ["parameters"] = new AddBlock(new Block { Id = "x", Kind = "ReLU", Parameters = null! }),
        ["parameter"] = new AddBlock(new Block { Id = "x", Kind = "ReLU", Parameters = Block.NoParameters.Add("a", null!) }),
        ["list"] = new SetParameter("adam", "betas", new ParameterValue.List(default)),
        ["lists in lists"] = new SetParameter("adam", "betas", new ParameterValue.List([new ParameterValue.List([])])),
        ["text"] = new SetParameter("adam", "lr", new ParameterValue.Text(null!)),
        ["removed"] = new RemoveBlock(null!),
        ["link"] = new Connect(null!),
        ["ends"] = new Connect(new Link(default, default)),
        ["end"] = new Disconnect(default),
        ["positions"] = new MoveBlocks(null!),
        ["label"] = new SetLabel(null!, null),
        ["group"] = new AddGroup(null!),
        ["group name"] = new AddGroup(new("g", null!)),
        ["note"] = new SetNote(null!, null),
        ["name"] = new RenameProject(null!),
        ["data"] = new SetDataSet(null!, null),
        ["data set"] = new SetDataSet("a", new DataSet { Id = "a", Source = new TextSource { Path = "p" }, Columns = default }),
        ["rows"] = new ChangeRows("a", null, null!, RowNumbers.None, []),
        ["cells"] = new ChangeRows("a", null, RowNumbers.None, RowNumbers.None, default),
        ["cell"] = new ChangeRows("a", null, RowNumbers.None, RowNumbers.None, [new CellChange(1, null!, "x")]),
        ["edits"] = new Batch(default),
        ["inner"] = new Batch([null!]),
        ["insert"] = new InsertBefore(new("output", "input"), 0, null!, Block.NoParameters),
        ["inserted"] = new InsertBefore(new("output", "input"), 0, "ReLU", null!),
        ["unknown"] = new Unknown(),
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void An_edit_that_breaks_a_rule_is_refused_in_both_languages(string code, Edit edit)
    {
        var result = DocumentEditor.Apply(Document, edit);

        Assert.False(result.Succeeded);
        Assert.Equal(code, result.Problem.Code);
        Assert.NotEqual(result.Problem.Message.Words.En, result.Problem.Message.Words.Zh);
        Assert.Null(result.Document);
    }

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void An_edit_with_something_missing_is_refused_and_never_throws(string which) =>
        Assert.Equal("IncompleteEdit", DocumentEditor.Apply(Document, Broken[which]).Problem?.Code);

    [Fact]
    public void Batches_without_end_are_refused_before_the_stack_is_used_up()
    {
        Edit deep = new Batch([]);
        for (var i = 0; i < 100_000; i++)
        {
            deep = new Batch([deep]);
        }

        Assert.Equal("BatchTooLarge", DocumentEditor.Apply(Document, deep).Problem?.Code);
        Assert.Equal("BatchTooLarge", DocumentEditor.Apply(Document, new Batch([.. Enumerable.Repeat(new RenameProject("x"), 100_001)])).Problem?.Code);
    }

    [Fact]
    public void A_batch_is_carried_out_wholly_or_not_at_all()
    {
        var result = DocumentEditor.Apply(Document, new Batch([new RenameProject("new"), new SetMuted("adam", true)]));

        Assert.Equal(("new", true), (result.Document!.Name, result.Document.Blocks["adam"].Muted));
        Assert.Equal(new Edit[] { new SetMuted("adam", false), new RenameProject(Document.Name) }, Assert.IsType<Batch>(result.Inverse).Edits);
    }

    [Fact]
    public void A_removed_block_takes_its_links_with_it_and_brings_them_back()
    {
        var result = DocumentEditor.Apply(Document, new RemoveBlock("output"));

        Assert.Equal(Document.Links.Count - 2, result.Document!.Links.Count);
        Undone(result);
    }

    [Fact]
    public void A_removed_port_of_a_group_takes_the_links_of_all_uses_with_it()
    {
        var result = DocumentEditor.Apply(Document, new RemoveBlock("body_output"));

        Assert.DoesNotContain(result.Document!.Links.Values, l => l.From.Block == "body" || l.To.Block == "body_output");
        Undone(result);
    }

    [Fact]
    public void A_removed_owner_of_weights_leaves_the_others_with_their_own()
    {
        var result = DocumentEditor.Apply(Document, new RemoveBlock("body"));

        Assert.Null(result.Document!.Blocks["again"].WeightsFrom);
        Undone(result);
    }

    [Fact]
    public void A_changed_kind_keeps_the_parameters_and_links_that_it_knows()
    {
        var result = DocumentEditor.Apply(Document, new ChangeKind("output", "LSTM"));

        Assert.Empty(result.Document!.Blocks["output"].Parameters);
        Assert.Equal(Document.Links.Count, result.Document.Links.Count);
        Undone(result);

        var source = DocumentEditor.Apply(Document, new ChangeKind("output", "Trainer"));
        Assert.Equal(Document.Links.Count - 2, source.Document!.Links.Count);
        Undone(source);
    }

    [Fact]
    public void Another_group_for_a_use_drops_the_links_to_the_ports_it_no_longer_has()
    {
        var result = DocumentEditor.Apply(Document, new SetParameter("body", "group", "elsewhere"));

        Assert.Equal(Document.Links.Count - 2, result.Document!.Links.Count);
        Undone(result);
    }

    [Fact]
    public void A_block_is_inserted_between_the_two_that_a_wire_joins_and_what_comes_after_makes_room()
    {
        var result = DocumentEditor.Apply(Document, new InsertBefore(new("output", "input"), 0, "Dropout", Block.NoParameters.Add("p", 0.25)));
        var block = result.Document!.Blocks["dropout"];

        Assert.Equal(Document.Blocks["output"].Position, block.Position);
        Assert.True(result.Document.Blocks["output"].Position.X >= block.Position.X + Spacing.LeastAcross);
        Assert.Equal("body.body_output", result.Document.Links[new(new("dropout", "input"), 0)].From.ToString());
        Assert.Equal("dropout.output", result.Document.Links[new(new("output", "input"), 0)].From.ToString());
        Undone(result);
    }

    [Fact]
    public void A_taken_place_offers_to_replace_the_link()
    {
        var refused = DocumentEditor.Apply(Document, new Connect(new(new("input", "output"), new("output", "input"))));

        Assert.Equal("input", DocumentEditor.Apply(Document, refused.Problem!.Fix!.Edit).Document!.Links[new(new("output", "input"), 0)].From.Block);
    }

    [Fact]
    public void The_limit_on_blocks_holds_for_edits_too()
    {
        var full = Document with { Blocks = Document.Blocks.AddRange(Enumerable.Range(0, DocumentLimits.Blocks - Document.Blocks.Count)
            .Select(i => new Block { Id = $"b{i}", Kind = "ReLU" }).Select(b => KeyValuePair.Create(b.Id, b))) };

        Assert.Equal("TooMany", DocumentEditor.Apply(full, new AddBlock(new Block { Id = "more", Kind = "ReLU" })).Problem?.Code);
    }

    [Theory]
    [InlineData("notes")]
    [InlineData("lists")]
    [InlineData("data")]
    public void A_document_never_grows_beyond_what_can_be_read_again(string what)
    {
        var (document, edits) = (Document, Growing(what).GetEnumerator());
        Problem? refused = null;
        while (refused is null && edits.MoveNext())
        {
            var result = DocumentEditor.Apply(document, edits.Current);
            (document, refused) = (result.Document ?? document, result.Problem);
        }

        Assert.Equal("DocumentTooLarge", refused?.Code);
        Assert.Equal(document.Blocks.Count, ProjectJson.Read(ProjectJson.Write(document)).Blocks.Count);
    }

    private static IEnumerable<Edit> Growing(string what)
    {
        var (note, list, word) = (new string('\u0001', DocumentLimits.TextLength), ParameterValue.Of([.. Enumerable.Range(0, DocumentLimits.ListLength).Select(i => i / 7.0)]), new string('x', 10_000));
        return Enumerable.Range(0, DocumentLimits.Blocks).Select(i => (Edit)(what switch
        {
            "notes" => new AddBlock(new Block { Id = $"b{i}", Kind = "ReLU", Note = note }),
            "lists" => new AddBlock(new Block { Id = $"b{i}", Kind = "CrossEntropyLoss", Parameters = Block.NoParameters.Add("weight", list) }),
            _ => new SetDataSet("d", new DataSet { Id = "d", Source = new IdxSource { Images = "i", ClassNames = [.. Enumerable.Repeat(word, i)] } }),
        }));
    }

    private static void Undone(EditResult result) =>
        Assert.Equal(ProjectJson.Write(Document), ProjectJson.Write(DocumentEditor.Apply(result.Document!, result.Inverse!).Document!));

    private sealed record Unknown : Edit;
}
