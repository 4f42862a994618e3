using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Analysis;

/// <summary>
/// Proposes what to link to an open port: the one block on the same canvas whose result fits and is not used yet, or else the one block
/// whose result fits. Where several would do, nothing is proposed, because guessing would be worse than asking.
/// </summary>
internal sealed class ConnectFixes(DocumentIndex index, GraphOpening opening, ShapeInference inference, FlatGraph graph, DataSchema? data, ProblemList problems)
{
    private const int MostCandidates = 12;
    private readonly HashSet<PortRef> _read = [.. index.Document.Links.Values.Select(l => l.From)];
    private readonly Dictionary<OpenScope, List<Candidate>> _candidates = [];

    /// <summary>Gives every open port its fix.</summary>
    public void Run()
    {
        foreach (var open in problems.OpenPorts)
        {
            var fix = Choose(open) is { } source ? Link(open, source.Block, source.Port)
                : !IsForTargets(open.Port) ? null
                : IdleTarget(open) is { } target ? Link(open, target, new(target.Id, index.Ports.Outputs(target).First().Name))
                : AddTarget(open);
            if (fix is not null)
            {
                problems.SetFix(open.Place, fix);
            }
        }
    }

    private static Fix Link(OpenPort open, Block source, PortRef port)
    {
        var name = BlockNames.Name(source);
        return new(new($"Link “{name.En}” to it", $"把“{name.Zh}”连接到它"), new Connect(new Link(port, To(open))));
    }

    private static PortRef To(OpenPort open) => new(open.Block.Id, open.Port.Name);

    private static bool IsForTargets(Port port) => port.Name is "target" or "label";

    /// <summary>
    /// The one target that nobody reads yet, also where it does not fit as it is or has no column: then the next problem tells what is
    /// wrong with it, which an open port hides.
    /// </summary>
    private Block? IdleTarget(OpenPort open) =>
        index.BlocksOf(open.Scope.Group).Where(b => !b.Muted && BlockCatalog.Get(b.Kind).Role == Role.Target && index.Readers(b.Id).Count == 0).Take(2).ToList() is [var only] ? only : null;

    /// <summary>A new target; none where the prediction looks like one of the inputs, with which an autoencoder compares it.</summary>
    private Fix? AddTarget(OpenPort open)
    {
        var place = new Position(open.Block.Position.X - Spacing.Across, open.Block.Position.Y + Spacing.Down);
        if (open.Scope.Group is not null || LooksLikeInput(open) || NewTarget.For(index, data, place) is not { } target)
        {
            return null;
        }

        var title = target.Column is not null && BlockNames.Short(target.Column) is var column ? new($"Add the target “{column}”", $"添加目标“{column}”") : new Localized("Add a target", "添加目标");
        return new(title, new Batch([new AddBlock(target.Block), new Connect(new Link(target.Port, To(open)))]));
    }

    private bool LooksLikeInput(OpenPort open)
    {
        // A block that is not whole computes nothing: nobody knows what arrives at it.
        if (!open.Scope.Nodes.TryGetValue(open.Block.Id, out var opened))
        {
            return false;
        }

        var node = graph.Nodes[inference.PlaceOf(opened)];
        var arriving = node.Inputs.SelectMany(sources => TypesOf(sources)).ToHashSet();
        return CandidatesOf(open.Scope).Any(c => c.Type is { } type && BlockCatalog.Get(c.Block.Kind).Role == Role.Input && arriving.Contains(type));
    }

    private Candidate? Choose(OpenPort open)
    {
        var downstream = Downstream(open.Block);
        var possible = CandidatesOf(open.Scope).Where(c => c.Content == open.Port.Content && SuitsByRole(open, c) && !downstream.Contains(c.Block.Id)).ToList();
        return Only(open, [.. possible.Where(c => !_read.Contains(c.Port))]) ?? Only(open, possible);
    }

    private Candidate? Only(OpenPort open, List<Candidate> possible)
    {
        if (possible.Count is 0 or > MostCandidates)
        {
            return null;
        }

        return possible.Where(c => Fits(open, c)).Take(2).ToList() is [var only] ? only : null;
    }

    /// <summary>Targets go to targets, losses to optimizers, and results of layers or data to everything else.</summary>
    private static bool SuitsByRole(OpenPort open, Candidate candidate)
    {
        var role = BlockCatalog.Get(candidate.Block.Kind).Role;
        var reader = BlockCatalog.Get(open.Block.Kind).Role;
        return open.Port switch
        {
            { Content: PortContent.Schedule } => role == Role.Schedule,
            var port when IsForTargets(port) => role == Role.Target,
            _ when reader == Role.Optimizer => role == Role.Loss || candidate.Type is { Shape.Rank: 0 },
            _ => role is Role.Layer or Role.Input or Role.Group,
        };
    }

    /// <summary>True where the block accepts the result; also where that cannot be said because another port is open too.</summary>
    private bool Fits(OpenPort open, Candidate candidate)
    {
        if (candidate.Type is null || !index.IsSound(open.Block) || !open.Scope.Nodes.TryGetValue(open.Block.Id, out var opened))
        {
            return candidate.Content == PortContent.Schedule || !open.Scope.Nodes.ContainsKey(open.Block.Id);
        }

        var (node, ports) = (graph.Nodes[inference.PlaceOf(opened)], index.Ports.Inputs(open.Block));
        var inputs = node.Inputs.Select((sources, i) => ports[i].Name == open.Port.Name ? [candidate.Type] : TypesOf(sources)).ToImmutableArray();
        var isComplete = ports.Index().All(p => p.Item.Optional || p.Item.Content != PortContent.Tensor || inputs[p.Index].Length > 0);
        return !isComplete || SafeInference.Infer(new BlockInstance(open.Block, node.Kind, inputs)).Problems.All(p => p.Severity != Severity.Error);
    }

    private ImmutableArray<TensorType> TypesOf(ImmutableArray<FlatSource> sources) =>
        [.. sources.Where(s => s.Output < graph.Nodes[s.Node].Outputs.Length).Select(s => graph.Nodes[s.Node].Outputs[s.Output])];

    private List<Candidate> CandidatesOf(OpenScope scope)
    {
        if (!_candidates.TryGetValue(scope, out var known))
        {
            known = [.. from block in index.BlocksOf(scope.Group)
                        where !block.Muted
                        from port in index.Ports.Outputs(block)
                        let place = new PortRef(block.Id, port.Name)
                        let type = port.Content == PortContent.Tensor ? inference.TypeOf(opening.Tracer.Trace(scope, place), graph) : null
                        where port.Content == PortContent.Schedule || type is not null
                        select new Candidate(block, place, port.Content, type)];
            _candidates.Add(scope, known);
        }

        return known;
    }

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

    private sealed record Candidate(Block Block, PortRef Port, PortContent Content, TensorType? Type);
}
