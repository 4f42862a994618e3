using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Analysis;

/// <summary>
/// Proposes what to link to an open port: the one block on the same canvas whose result fits and is not used yet, or else the one block
/// whose result fits. Where several would do, nothing is proposed, because guessing would be worse than asking.
/// </summary>
internal sealed class ConnectFixes(DocumentIndex index, LinkCandidates candidates, DataSchema? data, ProblemList problems)
{
    private static readonly MessageTemplate LinkToIt = new("fix-link-to-it", "Link “{name}” to it", "把“{name}”连接到它");

    private static readonly MessageTemplate AddNamedTarget = new(
        "fix-add-named-target",
        "Add the target “{column}”",
        "添加目标“{column}”");

    private static readonly MessageTemplate AddAnyTarget = new("fix-add-target", "Add a target", "添加目标");

    private const int MostCandidates = 12;

    /// <summary>Gives every open port its fix.</summary>
    public void Run()
    {
        foreach (var open in problems.OpenPorts)
        {
            var key = (open.Scope, To(open));
            if (!candidates.Chosen.TryGetValue(key, out var chosen) || !IsStill(chosen, problems[open.Place]))
            {
                candidates.Chosen[key] = chosen = Choose(open);
            }

            var answer = chosen.Source is null && IsForTargets(open.Port) ? TargetFix(open) : null;
            problems[open.Place] = answer is null ? chosen.Answer : chosen.Open with { Fix = answer };
        }
    }

    private bool IsStill(ChosenLink chosen, Problem open) =>
        ReferenceEquals(chosen.Open, open) && (chosen.Source is null || ReferenceEquals(chosen.Source, index.Document.Blocks.GetValueOrDefault(chosen.Source.Id)));

    private ChosenLink Choose(OpenPort open)
    {
        var problem = problems[open.Place];
        if ((Only(open, onlyUnread: true) ?? Only(open, onlyUnread: false)) is not { } found)
        {
            return new(problem, null, problem);
        }

        var source = index.Document.Blocks[found.Port.Block];
        return new(problem, source, problem with { Fix = Link(open, source, found.Port) });
    }

    private Fix? TargetFix(OpenPort open) => IdleTarget(open) is { } target ? Link(open, target, new(target.Id, index.Ports.Outputs(target).First().Name)) : AddTarget(open);

    private static Fix Link(OpenPort open, Block source, PortRef port)
    {
        var name = BlockNames.Name(source);
        return new(LinkToIt.With(("name", name)), new Connect(new Link(port, To(open))));
    }

    private static PortRef To(OpenPort open) => new(open.Block.Id, open.Port.Name);

    private static bool IsForTargets(Port port) => port.Name is "target" or "label";

    /// <summary>
    /// The one target that nobody reads yet, also where it does not fit as it is or has no column: then the next problem tells what is
    /// wrong with it, which an open port hides.
    /// </summary>
    private Block? IdleTarget(OpenPort open) =>
        index.OfRole(Role.Target).Where(b => b.Group == open.Scope.Group && !b.Muted && index.Readers(b.Id).Count == 0).Take(2).ToList() is [var only] ? only : null;

    /// <summary>A new target; none where the prediction looks like one of the inputs, with which an autoencoder compares it.</summary>
    private Fix? AddTarget(OpenPort open)
    {
        var place = new Position(open.Block.Position.X - Spacing.Across, open.Block.Position.Y + Spacing.Down);
        if (open.Scope.Group is not null || LooksLikeInput(open) || NewTarget.For(index, data, place) is not { } target)
        {
            return null;
        }

        var title = target.Column is not null && BlockNames.Short(target.Column) is var column ? AddNamedTarget.With(("column", column)) : AddAnyTarget.With();
        return new(title, new Batch([new AddBlock(target.Block), new Connect(new Link(target.Port, To(open)))]));
    }

    private bool LooksLikeInput(OpenPort open)
    {
        // A block that is not whole computes nothing: nobody knows what arrives at it.
        if (!open.Scope.Nodes.TryGetValue(open.Block.Id, out var opened))
        {
            return false;
        }

        var arriving = opened.Sources.SelectMany(s => TypesOf(s)).ToHashSet();
        return candidates.In(open.Scope, LinkUse.Flow).Any(c => c.Role == Role.Input && candidates.TypeOf(open.Scope, c) is { } type && arriving.Contains(type));
    }

    private LinkCandidate? Only(OpenPort open, bool onlyUnread)
    {
        HashSet<string>? downstream = null;
        var all = candidates.In(open.Scope, UseOf(open), onlyUnread);
        var possible = all.Count == 0 ? [] : all
            .Where(c => !(downstream ??= Downstream(open.Block)).Contains(c.Port.Block))
            .Take(MostCandidates + 1).ToList();
        return possible.Count is > 0 and <= MostCandidates && possible.Where(c => Fits(open, c)).Take(2).ToList() is [var only] ? only : null;
    }

    /// <summary>Targets go to targets, losses to optimizers, and results of layers or data to everything else.</summary>
    private static LinkUse UseOf(OpenPort open) =>
        open.Port.Content == PortContent.Schedule ? LinkUse.Schedule
        : IsForTargets(open.Port) ? LinkUse.Target
        : BlockCatalog.Get(open.Block.Kind).Role == Role.Optimizer ? LinkUse.Loss
        : LinkUse.Flow;

    /// <summary>True where the block accepts the result; also where that cannot be said because another port is open too.</summary>
    private bool Fits(OpenPort open, LinkCandidate candidate)
    {
        if (candidates.TypeOf(open.Scope, candidate) is not { } type || !index.IsSound(open.Block) || !open.Scope.Nodes.TryGetValue(open.Block.Id, out var node))
        {
            return candidate.Role == Role.Schedule || !open.Scope.Nodes.ContainsKey(open.Block.Id);
        }

        var ports = node.InputPorts;
        var inputs = node.Sources.Select((sources, i) => ports[i].Name == open.Port.Name ? [type] : TypesOf(sources)).ToImmutableArray();
        var isComplete = ports.Index().All(p => p.Item.Optional || p.Item.Content != PortContent.Tensor || inputs[p.Index].Length > 0);
        return !isComplete || SafeInference.Infer(new BlockInstance(open.Block, node.Kind, inputs)).Problems.All(p => p.Severity != Severity.Error);
    }

    private static ImmutableArray<TensorType> TypesOf(List<OpenSource> sources) => [.. sources.Select(s => s.Node?.TypeOf(s.Output)).OfType<TensorType>()];

    /// <summary>The block and all that depends on it: linking one of these would make a circle.</summary>
    private HashSet<string> Downstream(Block block)
    {
        var (found, waiting) = (new HashSet<string>(StringComparer.Ordinal) { block.Id }, new Stack<string>([block.Id]));
        while (waiting.TryPop(out var next))
        {
            foreach (var reader in index.Readers(next).Where(found.Add))
            {
                waiting.Push(reader);
            }
        }

        return found;
    }
}
