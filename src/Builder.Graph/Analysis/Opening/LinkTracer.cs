using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>
/// Finds the node that really gives what a link carries: through group borders, from one repetition to the one before, and through
/// muted blocks. Every answer is remembered; a circle of borders and muted blocks is a problem, not an endless search.
/// </summary>
internal sealed class LinkTracer(DocumentIndex index, ProblemList problems)
{
    private static readonly MessageTemplate MutedSource = new(
        "MutedSource",
        "“{block}” is muted and has nothing to let through, but other blocks read it. Switch it on, or remove it.",
        "“{block}”已停用，没有可以传递的内容，但其他模块要读取它。请启用它，或将其删除。");

    private static readonly MessageTemplate SwitchItOn = new("fix-switch-it-on", "Switch it on", "启用它");

    private static readonly OpenSource Blocked = new(null, 0, default);
    private readonly Dictionary<(OpenScope Scope, PortRef Port), OpenSource?> _known = [];

    /// <summary>True where the ways that are still asked for are those of no link: what is wrong with them is nobody's problem.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Forgets the outputs of a block that is no longer there, or was not there before.</summary>
    public void Forget(OpenScope scope, string block, ImmutableArray<Port> outputs)
    {
        foreach (var port in outputs)
        {
            _known.Remove((scope, new(block, port.Name)));
        }
    }

    /// <summary>The source behind an output port as seen in a scope; an unknown one where the way ends at a problem, which is reported.</summary>
    public OpenSource Trace(OpenScope scope, PortRef from)
    {
        var way = new List<Step>();
        var seen = new HashSet<(OpenScope, PortRef)>();
        OpenSource? found = null;
        for (Step? step = new(scope, from, default); step is { } here;)
        {
            if (_known.TryGetValue((here.Scope, here.Port), out found))
            {
                break;
            }

            if (!seen.Add((here.Scope, here.Port)))
            {
                found = Blocked;
                Report(Circle(way.SkipWhile(s => s.Scope != here.Scope || s.Port != here.Port), here.Link));
                break;
            }

            way.Add(here);
            (found, step) = Follow(here.Scope, here.Port);
        }

        foreach (var passed in way)
        {
            _known[(passed.Scope, passed.Port)] = found;
        }

        return found ?? Blocked;
    }

    private (OpenSource? Found, Step? Next) Follow(OpenScope scope, PortRef from)
    {
        var block = index.Document.Blocks[from.Block];
        if (block.Kind == GroupPorts.InputKind)
        {
            return scope.Parent is null ? (Blocked, null) : Enter(scope, block);
        }

        if (block.Muted)
        {
            return PassMuted(scope, block);
        }

        if (scope.Uses.TryGetValue(block.Id, out var repetitions))
        {
            return Behind(repetitions[^1], new(from.Port, Port.Input.Name));
        }

        return scope.Nodes.TryGetValue(block.Id, out var node)
            ? (new(node, PortLookup.IndexOf(index.Ports.Outputs(block), from.Port), default), null)
            : (Blocked, null);
    }

    private (OpenSource?, Step?) PassMuted(OpenScope scope, Block block)
    {
        var inputs = index.Ports.Inputs(block);
        var passes = BlockCatalog.Find(block.Kind)?.Role is Role.Layer or Role.Group;
        var (found, next) = passes && inputs.Length > 0 ? Behind(scope, new(block.Id, inputs[0].Name)) : (Blocked, null);
        if (next is null)
        {
            Report(NothingToPass(block));
        }

        return (found, next);
    }

    private (OpenSource?, Step?) Enter(OpenScope scope, Block input)
    {
        var ports = index.Ports.Of(scope.Use!);
        var place = PortLookup.IndexOf(ports.Inputs, input.Id);
        return scope.Repetition > 0 && place < ports.Outputs.Length
            ? Behind(scope.Parent!.Uses[scope.Use!.Id][scope.Repetition - 1], new(ports.Outputs[place].Name, Port.Input.Name))
            : Behind(scope.Parent!, new(scope.Use!.Id, input.Id));
    }

    /// <summary>What arrives at a port; open ports of groups and their uses are reported where these are checked.</summary>
    private (OpenSource? Found, Step? Next) Behind(OpenScope scope, PortRef input) =>
        index.Into(input) is [var link, ..] ? (null, new(scope, link.From, link.Key)) : (Blocked, null);

    private void Report(Problem problem)
    {
        if (!IsSilent)
        {
            problems.Add(problem);
        }
    }

    private static Problem NothingToPass(Block block) => new(block.Id, MutedSource.With(("block", BlockNames.Name(block))),
        new Fix(SwitchItOn.With(), new SetMuted(block.Id, false)));

    private Problem Circle(IEnumerable<Step> circle, LinkKey last)
    {
        var blocks = circle.Select(w => index.Document.Blocks[w.Port.Block]).Distinct().ToList();
        return CycleProblem.Of(blocks, [last]);
    }

    /// <summary>One stop on the way back, and the link that led to it.</summary>
    private readonly record struct Step(OpenScope Scope, PortRef Port, LinkKey Link);
}
