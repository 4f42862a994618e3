using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Edits.Gestures;
using Builder.Graph.Tests.Analysis;

namespace Builder.Graph.Tests.Edits;

/// <summary>Edits of every kind, most of them possible, some not, drawn for the document to which they will be applied.</summary>
internal sealed class RandomEdits(Random random)
{
    private static readonly string[] Texts = ["", "a", "隐藏层 😀", "line\nbreak \"quoted\" \\", "\u2028\t\u0001", new string('x', 150)];
    private static readonly string[] BadTexts = ["\ud800", new string('x', 200_000)];
    private static readonly string[] BadIds = ["", "no", "a.b", "ä", new string('a', 65), "missing"];

    /// <summary>A document that grew by random edits from one with a loss, an optimizer and a group that is used twice.</summary>
    public static ProjectDocument Document(IEnumerable<int> seeds)
    {
        var document = Start;
        foreach (var seed in seeds)
        {
            document = DocumentEditor.Apply(document, new RandomEdits(new Random(seed)).Next(document)).Document ?? document;
        }

        return document;
    }

    /// <summary>A classifier whose middle layers are a group, used a second time with the same weights.</summary>
    public static ProjectDocument Start { get; } = MakeStart();

    /// <summary>One edit.</summary>
    public Edit Next(ProjectDocument document) => random.Next(28) switch
    {
        0 or 1 => new AddBlock(NewBlock(document)),
        2 => new RemoveBlock(BlockId(document)),
        3 or 4 or 5 => new Connect(NewLink(document)),
        6 => new Disconnect(AnyLink(document).To, AnyLink(document).Slot),
        7 or 8 => Parameter(document),
        9 => new MoveBlocks(ImmutableSortedDictionary<string, Position>.Empty.Add(BlockId(document), Place())),
        10 => new SetLabel(BlockId(document), Text()),
        11 => new SetBlockNote(BlockId(document), Text()),
        12 => new SetMuted(BlockId(document), random.Next(2) == 0),
        13 => new ShareWeights(BlockId(document), random.Next(3) == 0 ? null : BlockId(document)),
        14 => new ChangeKind(BlockId(document), KindId()),
        15 => new SetBlockGroup(BlockId(document), random.Next(3) == 0 ? null : GroupId(document)),
        16 => new AddGroup(new Group(Ids.Fresh("g", document.Groups.ContainsKey), Text() ?? "g")),
        17 => new RemoveGroup(GroupId(document)),
        18 => new RenameGroup(GroupId(document), Text() ?? ""),
        19 => NoteEdit(document),
        20 => DataEdit(),
        21 => random.Next(2) == 0 ? new RenameProject(Text() ?? "p") : new DescribeProject(Text()),
        22 => new InsertBefore(AnyLink(document).To, AnyLink(document).Slot, KindId(), Block.NoParameters),
        23 => new Batch([.. Enumerable.Range(0, random.Next(4)).Select(_ => Next(document))]),
        24 or 25 => RowEdit(),
        _ => Gesture(document),
    };

    private Edit Gesture(ProjectDocument document)
    {
        string[] ids = [BlockId(document), BlockId(document), BlockId(document)];
        return random.Next(6) switch
        {
            0 => GroupGestures.GroupBlocks(document, ids, Text() ?? "group"),
            1 => GroupGestures.Ungroup(document, BlockId(document)),
            2 => CanvasGestures.DeleteAndJoin(document, ids),
            3 => CanvasGestures.InsertOnWire(document, AnyLink(document).Key, NewBlock(document)),
            4 => CopyGestures.Duplicate(document, ids, ["n1"]),
            _ => CopyGestures.PasteFrom(document, Start with { Notes = document.Notes }, ids, null, Place(), ["n1", "n2"]),
        };
    }

    private Block NewBlock(ProjectDocument document)
    {
        var kind = KindId();
        var block = new Block
        {
            Id = random.Next(10) == 0 ? BadIds[random.Next(BadIds.Length)] : Ids.Fresh(kind, document.Blocks.ContainsKey),
            Kind = kind,
            Label = Text(),
            Group = random.Next(3) == 0 ? GroupId(document) : null,
            Muted = random.Next(6) == 0,
            Position = Place(),
        };
        return random.Next(2) == 0 || BlockCatalog.Find(kind) is not { Parameters.Length: > 0 } known
            ? block
            : block with { Parameters = Block.NoParameters.Add(known.Parameters[0].Name, Value(document, known.Parameters[0])) };
    }

    private Link NewLink(ProjectDocument document)
    {
        var ports = new Builder.Graph.Analysis.PortLookup(document);
        var (from, to) = (BlockId(document), BlockId(document));
        var outputs = document.Blocks.TryGetValue(from, out var source) ? ports.Outputs(source) : [];
        var inputs = document.Blocks.TryGetValue(to, out var target) ? ports.Inputs(target) : [];
        return new Link(
            new(from, outputs.Length == 0 ? "output" : outputs[random.Next(outputs.Length)].Name),
            new(to, inputs.Length == 0 ? "input" : inputs[random.Next(inputs.Length)].Name),
            random.Next(8) == 0 ? random.Next(-1, 3) : 0);
    }

    private SetParameter Parameter(ProjectDocument document)
    {
        var id = BlockId(document);
        var known = document.Blocks.TryGetValue(id, out var block) ? BlockCatalog.Find(block.Kind)?.Parameters ?? [] : [];
        if (known.Length == 0 || random.Next(8) == 0)
        {
            return new(id, "unknown", random.Next(2) == 0 ? null : 1L);
        }

        var parameter = known[random.Next(known.Length)];
        return new(id, parameter.Name, random.Next(6) == 0 ? null : Value(document, parameter));
    }

    private ParameterValue Value(ProjectDocument document, Parameter parameter) => (random.Next(12) == 0 ? ParameterType.Text : parameter.Type) switch
    {
        ParameterType.Integer => (long)random.Next(-2, 100),
        ParameterType.Number => random.Next(5) == 0 ? double.NaN : random.Next(-10, 100) / 8.0,
        ParameterType.Flag => random.Next(2) == 0,
        ParameterType.Choice => parameter.Choices[random.Next(parameter.Choices.Length)].Value,
        ParameterType.IntegerOrList or ParameterType.IntegerList => ParameterValue.Of([.. Enumerable.Range(0, random.Next(4)).Select(_ => (long)random.Next(-1, 9))]),
        ParameterType.NumberList => ParameterValue.Of([.. Enumerable.Range(0, random.Next(4)).Select(_ => random.NextDouble())]),
        ParameterType.Columns => ParameterValue.Of("length", "width"),
        ParameterType.Blocks => ParameterValue.Of(BlockId(document), GroupId(document)),
        ParameterType.Group => GroupId(document),
        _ => Text() ?? "table",
    };

    private SetNote NoteEdit(ProjectDocument document)
    {
        var id = random.Next(2) == 0 ? "n1" : "n2";
        return new(id, random.Next(3) == 0 ? null : new Note(id, Text() ?? "", Place(), random.Next(3) == 0 ? GroupId(document) : null, random.Next(3) == 0 ? Text() : null));
    }

    private SetDataSet DataEdit() => new("table", random.Next(3) == 0 ? null : new DataSet
    {
        Id = random.Next(6) == 0 ? "other" : "table",
        Source = new TableSource { Path = Text() ?? "x.csv" },
        Columns = [new DataColumn { Name = "length", Type = ColumnType.Number }],
        Split = new RandomSplit { Seed = random.Next(5) == 0 ? -1 : 3, Test = random.Next(8) == 0 ? double.NaN : 0.25 },
    });

    private ChangeRows RowEdit() => new("table", random.Next(8) == 0 ? "other" : "file", Rows(), Rows(),
    [
        .. Enumerable.Range(0, random.Next(3)).Select(_ => new CellChange(
            random.Next(10) == 0 ? 0 : random.Next(1, 9), random.Next(2) == 0 ? "length" : "b", random.Next(3) == 0 ? null : Text() ?? "")),
    ]);

    private RowNumbers Rows() => RowNumbers.Of(Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(1, 9)));

    private Link AnyLink(ProjectDocument document) => document.Links.Count == 0 || random.Next(10) == 0
        ? new Link(new("a", "output"), new("b", "input"))
        : document.Links.Values.ElementAt(random.Next(document.Links.Count));

    private string BlockId(ProjectDocument document) => document.Blocks.Count == 0 || random.Next(20) == 0
        ? BadIds[random.Next(BadIds.Length)]
        : document.Blocks.Keys.ElementAt(random.Next(document.Blocks.Count));

    private string GroupId(ProjectDocument document) => document.Groups.Count == 0 || random.Next(20) == 0
        ? BadIds[random.Next(BadIds.Length)]
        : document.Groups.Keys.ElementAt(random.Next(document.Groups.Count));

    private string KindId() => random.Next(20) == 0 ? "NoSuchKind"
        : random.Next(4) == 0 ? Frequent[random.Next(Frequent.Length)]
        : BlockCatalog.Kinds[random.Next(BlockCatalog.Kinds.Length)].Id;

    private static readonly string[] Frequent = ["Linear", "ReLU", "Group", "GroupInput", "GroupOutput", "Add", "Concatenate"];

    private string? Text() => random.Next(30) == 0 ? BadTexts[random.Next(BadTexts.Length)]
        : random.Next(3) == 0 ? null
        : Texts[random.Next(Texts.Length)];

    private Position Place() => random.Next(30) == 0 ? new(double.NaN, 1e300) : new(random.Next(-1000, 1000), random.Next(-1000, 1000) / 4.0);

    private static ProjectDocument MakeStart()
    {
        var document = Examples.Read(Examples.Classifier);
        var grouped = DocumentEditor.Apply(document, GroupGestures.GroupBlocks(document, ["hidden", "relu"], "body"));
        var use = grouped.Document!.Blocks.Values.Single(b => b.Kind == "Group");
        return DocumentEditor.Apply(grouped.Document, new AddBlock(use with { Id = "again", WeightsFrom = use.Id })).Document!;
    }
}
