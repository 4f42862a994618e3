using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Analysis;

/// <summary>Proposes the loss that fits a prediction, and an optimizer for a loss.</summary>
internal static class TrainingFixes
{
    private static readonly MessageTemplate LossWithoutOptimizer = new(
        "LossWithoutOptimizer",
        "No optimizer makes “{block}” small, so nothing would be learned from it.",
        "没有优化器来最小化“{block}”，因此不会从中学到任何东西。");

    private static readonly MessageTemplate AddOptimizer = new("fix-add-optimizer", "Add an optimizer", "添加优化器");

    private static readonly MessageTemplate NoLossWords = new(
        "NoLoss",
        "There is no loss: nothing says how good a prediction is, so nothing can be learned. Add one and link the prediction and the target to it.",
        "没有损失：无法衡量预测的好坏，也就学不到任何东西。请添加一个损失，并把预测和目标连接到它。");

    private static readonly MessageTemplate AddLossThatFits = new(
        "fix-add-loss-that-fits",
        "Add the loss that fits",
        "添加合适的损失");

    private static readonly MessageTemplate AddTargetAndLossThatFits = new(
        "fix-add-target-and-loss-that-fits",
        "Add the target “{column}” and the loss that fits",
        "添加目标“{column}”和合适的损失");

    private const string UsualOptimizer = "Adam";

    /// <summary>A loss that nobody makes small.</summary>
    public static Problem WithoutOptimizer(DocumentIndex index, FlatNode loss, bool isError)
    {
        var from = new PortRef(loss.Block.Id, loss.Kind.Outputs[0].Name);
        var edits = loss.Block.Group is null ? Minimize(index, from, loss.Block.Position) : [];
        return new(loss.Block.Id, LossWithoutOptimizer.With(("block", BlockNames.Name(loss.Block))),
            edits.IsEmpty ? null : new Fix(AddOptimizer.With(), new Batch(edits)),
            isError ? Severity.Error : Severity.Warning);
    }

    /// <summary>A document without any loss.</summary>
    public static Problem NoLoss(DocumentIndex index, FlatGraph graph, DataSchema? data)
    {
        var (edits, column) = Compare(index, graph, data);
        return new(null, NoLossWords.With(),
            edits.IsEmpty ? null : new Fix(column is null ? AddLossThatFits.With()
                : AddTargetAndLossThatFits.With(("column", column)), new Batch(edits)));
    }

    /// <summary>Edits that link a loss to the only optimizer that waits for one, or to a new optimizer.</summary>
    private static ImmutableArray<Edit> Minimize(DocumentIndex index, PortRef loss, Position place)
    {
        var document = index.Document;
        var waiting = index.OfRole(Role.Optimizer).Where(b => b.Group is null && !b.Muted && OpenLossPort(document, b) is not null).ToList();
        if (waiting is [var only])
        {
            return [new Connect(new(loss, OpenLossPort(document, only)!.Value))];
        }

        if (waiting.Count > 1 || BlockCatalog.Find(UsualOptimizer) is not { } kind)
        {
            return [];
        }

        var optimizer = new Block
        {
            Id = Ids.Fresh(UsualOptimizer, document.Blocks.ContainsKey),
            Kind = UsualOptimizer,
            Position = new(place.X + Spacing.Across, place.Y),
        };
        return [new AddBlock(optimizer), new Connect(new(loss, new(optimizer.Id, LossPort(kind))))];
    }

    private static PortRef? OpenLossPort(ProjectDocument document, Block block) =>
        BlockCatalog.Find(block.Kind) is { Role: Role.Optimizer } kind && new PortRef(block.Id, LossPort(kind)) is var port && !document.Links.ContainsKey(new(port, 0))
            ? port : null;

    private static string LossPort(BlockKind optimizer) => optimizer.Inputs.First(p => p.Content == PortContent.Tensor).Name;

    /// <summary>Edits that compare the prediction with the truth, and the column that a Target added for this is to predict.</summary>
    private static (ImmutableArray<Edit> Edits, string? Column) Compare(DocumentIndex index, FlatGraph graph, DataSchema? data)
    {
        if (Prediction(index, graph) is not { } prediction)
        {
            return ([], null);
        }

        var (found, added) = (Truth(index, graph, prediction), (NewTarget?)null);
        if (found is null && NewTarget.For(index, data, new(prediction.Block.Position.X, prediction.Block.Position.Y + Spacing.Down)) is { Column: not null, Type: not null } target)
        {
            (found, added) = (new(target.Block, target.Port, target.Type), target);
        }

        if (found is not { } truth || KindFor(prediction, truth) is not { } chosen)
        {
            return ([], null);
        }

        var place = new Position(prediction.Block.Position.X + Spacing.Across, prediction.Block.Position.Y);
        var loss = new Block
        {
            Id = Ids.Fresh(chosen.Kind.Id, index.Document.Blocks.ContainsKey),
            Kind = chosen.Kind.Id,
            Position = place,
            Parameters = chosen.Parameters,
        };
        ImmutableArray<Edit> edits =
        [
            .. added is null ? ImmutableArray<Edit>.Empty : [new AddBlock(added.Block)],
            .. chosen.Before,
            new AddBlock(loss),
            new Connect(new(prediction.Port, new(loss.Id, chosen.Kind.Inputs[0].Name))),
            new Connect(new(truth.Port, new(loss.Id, chosen.Kind.Inputs[1].Name))),
            .. Minimize(index, new(loss.Id, chosen.Kind.Outputs[0].Name), place),
        ];
        return (edits, added is null ? null : BlockNames.Short(added.Column));
    }

    /// <summary>The only result of a layer on the main canvas that nothing reads.</summary>
    private static Candidate? Prediction(DocumentIndex index, FlatGraph graph)
    {
        var ends = Candidates(graph, Role.Layer)
            .Where(c => c.Type.Element == ElementType.Float32 && c.Type.Shape.Rank >= 1 && !index.IsRead(c.Port)).Take(2).ToList();
        return ends is [var only] ? only : null;
    }

    /// <summary>The only target, or without targets the only input that looks like the prediction, as in an autoencoder.</summary>
    private static Candidate? Truth(DocumentIndex index, FlatGraph graph, Candidate prediction)
    {
        var hasTargets = index.OfRole(Role.Target).Any();
        var found = hasTargets
            ? Candidates(graph, Role.Target).ToList()
            : [.. Candidates(graph, Role.Input).Where(c => c.Type == prediction.Type)];
        return found is [var only] ? only : null;
    }

    private static IEnumerable<Candidate> Candidates(FlatGraph graph, Role role) =>
        from place in graph.Structure.OfRole(role)
        let node = graph.Nodes[place]
        where node.Block.Group is null
        from output in node.Outputs.Index()
        select new Candidate(node.Block, new(node.Block.Id, node.Kind.Outputs[output.Index].Name), output.Item);

    private static Choice? KindFor(Candidate prediction, Candidate truth)
    {
        if (truth.Type.Element != ElementType.Int64)
        {
            return Choice.Of(truth.Type.IsMultiLabel ? "BCEWithLogitsLoss" : "MSELoss", Block.NoParameters);
        }

        if (truth.Type.Classes == 2 && prediction.Type.Shape is { Rank: 2 } shape && shape[1] == 1)
        {
            return Choice.Of("BCEWithLogitsLoss", Block.NoParameters, new SetParameter(truth.Block.Id, "as", "number"));
        }

        var isSequence = prediction.Type.Shape.Rank == 3 && truth.Type.Shape.Rank == 2;
        return Choice.Of("CrossEntropyLoss", isSequence ? Block.NoParameters.Add("dim", -1L) : Block.NoParameters);
    }

    private sealed record Candidate(Block Block, PortRef Port, TensorType Type);

    private sealed record Choice(BlockKind Kind, ImmutableSortedDictionary<string, ParameterValue> Parameters, ImmutableArray<Edit> Before)
    {
        public static Choice? Of(string kind, ImmutableSortedDictionary<string, ParameterValue> parameters, params ReadOnlySpan<Edit> before) =>
            BlockCatalog.Find(kind) is { } found ? new(found, parameters, [.. before]) : null;
    }
}
