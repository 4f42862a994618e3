using System.Collections.Immutable;
using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Graph.Edits.Gestures;
using Builder.Graph.Tests.Edits;

namespace Builder.Graph.Tests.Analysis;

/// <summary>What people do most with a drawing that is right, or nearly so: settings, places, names, links, layers that come and go.</summary>
internal sealed class LikelyEdits(Random random)
{
    private static readonly string[] Layers =
        ["Linear", "Linear", "ReLU", "Dropout", "Add", "Concatenate", "LayerNorm", "Flatten", "MSELoss", "Adam", "SGD", "StepLR", "Output", "Target", "NumberInput", "RegressionMetrics", "Trainer"];

    /// <summary>
    /// A group that is used twice with the same weights and, repeated, with others; a muted layer; two losses with an optimizer each, of which one
    /// trains the group only; two layers that share their weights.
    /// </summary>
    public static ProjectDocument Start { get; } = Drawing.Regression()
        .In("body").Block("in", "GroupInput").Block("inner", "Linear", ("out_features", 4L)).Block("act", "ReLU").Block("out", "GroupOutput")
        .Chain("in", "inner", "act", "out").In(null)
        .Block("first", "Linear", ("out_features", 4L)).Block("twin", "Linear", ("out_features", 4L)).With("twin", b => b with { WeightsFrom = "first" })
        .Block("use", "Group", ("group", "body")).Block("again", "Group", ("group", "body")).With("again", b => b with { WeightsFrom = "use" })
        .Block("more", "Group", ("group", "body"), ("repeat", 2L)).Block("silent", "Dropout").With("silent", b => b with { Muted = true })
        .Block("head", "Linear", ("out_features", 1L)).Block("answer", "Output")
        .Block("other", "L1Loss").Block("sgd", "SGD", ("trains", ParameterValue.Of("body"))).Block("plan", "Trainer")
        .Chain("input", "first", "twin", "use.in").Link("use.out", "again.in").Link("again.out", "more.in").Link("more.out", "silent")
        .Chain("silent", "head", "loss").Link("head", "answer").Link("head", "other").Link("target", "other.target").Link("other", "sgd.loss").Document;

    /// <summary>One edit.</summary>
    public Edit Next(ProjectDocument document) => random.Next(13) switch
    {
        12 => new Batch([.. Enumerable.Range(0, 3).Select(_ => Next(document))]),
        0 or 1 => Parameter(document),
        2 => new MoveBlocks(ImmutableSortedDictionary<string, Position>.Empty.Add(Block(document).Id, new(random.Next(900), random.Next(400)))),
        3 => new SetLabel(Block(document).Id, random.Next(3) == 0 ? null : $"L{random.Next(5)}"),
        4 => new AddBlock(NewBlock(document)),
        5 or 6 => Connect(document),
        7 => document.Links.IsEmpty ? new RenameProject("p") : Cut(document),
        8 => CanvasGestures.DeleteAndJoin(document, [Block(document).Id]),
        9 => new RemoveBlock(Block(document).Id),
        10 => document.Links.IsEmpty ? new RenameProject("q") : CanvasGestures.InsertOnWire(document, Any(document.Links.Keys), NewBlock(document)),
        _ => random.Next(4) == 0 ? new RandomEdits(random).Next(document) : new SetBlockNote(Block(document).Id, "note"),
    };

    private SetParameter Parameter(ProjectDocument document)
    {
        var block = Block(document);
        return block.Kind switch
        {
            "Linear" => new(block.Id, "out_features", (long)random.Next(1, 6)),
            "Dropout" => new(block.Id, "p", random.Next(0, 12) / 10.0),
            "Group" => new(block.Id, "repeat", (long)random.Next(1, 3)),
            "NumberInput" => new(block.Id, "columns", random.Next(4) == 0 ? ParameterValue.Of("no such") : ParameterValue.Of("length", "width")),
            "Target" => new(block.Id, "columns", ParameterValue.Of(random.Next(2) == 0 ? "price" : "species")),
            "Adam" or "SGD" => new(block.Id, "trains", random.Next(2) == 0 ? null : ParameterValue.Of(Block(document).Id)),
            "Trainer" => new(block.Id, "monitor", random.Next(2) == 0 ? "mae" : "loss"),
            _ => new(block.Id, "dim", (long)random.Next(-1, 2)),
        };
    }

    private Edit Connect(ProjectDocument document)
    {
        var ports = new PortLookup(document);
        var (from, to) = (Block(document), Block(document));
        var (outputs, inputs) = (ports.Outputs(from), ports.Inputs(to));
        if (outputs.IsEmpty || inputs.IsEmpty)
        {
            return new SetLabel(from.Id, "end");
        }

        var port = new PortRef(to.Id, Any(inputs).Name);
        var link = new Connect(new(new(from.Id, Any(outputs).Name), port));
        return document.Links.ContainsKey(new(port, 0)) ? new Batch([new Disconnect(port), link]) : link;
    }

    private Disconnect Cut(ProjectDocument document)
    {
        var link = Any(document.Links.Keys);
        return new(link.To, link.Slot);
    }

    private Block NewBlock(ProjectDocument document)
    {
        var kind = Any(Layers);
        return new Block
        {
            Id = Ids.Fresh(kind, document.Blocks.ContainsKey),
            Kind = kind,
            Group = random.Next(4) == 0 && document.Groups.ContainsKey("body") ? "body" : null,
            Position = new(random.Next(900), random.Next(400)),
            Parameters = kind == "Linear" ? Documents.Block.NoParameters.Add("out_features", (long)random.Next(1, 6)) : Documents.Block.NoParameters,
        };
    }

    private Block Block(ProjectDocument document) => document.Blocks.Count == 0 ? NewBlock(document) : Any(document.Blocks.Values);

    private T Any<T>(IEnumerable<T> of)
    {
        var all = of.ToList();
        return all[random.Next(all.Count)];
    }
}
