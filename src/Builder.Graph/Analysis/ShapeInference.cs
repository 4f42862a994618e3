using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Data;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Analysis;

/// <summary>
/// Asks every node's kind in order for its shapes. A kind is only asked when all its required inputs have types and its parameters are
/// right; what hangs below a problem stays without types and is not blamed for it.
/// </summary>
internal sealed class ShapeInference(DocumentIndex index, DataSchema? data, List<OpenNode> nodes, ProblemList problems)
{
    private readonly List<FlatNode> _done = new(nodes.Count);
    private readonly int[] _places = new int[nodes.Count];

    /// <summary>The nodes with what is known of them.</summary>
    public ImmutableArray<FlatNode> Run(int[] order)
    {
        foreach (var (place, index) in order.Index())
        {
            _places[index] = place;
        }

        foreach (var next in order)
        {
            _done.Add(Infer(nodes[next]));
        }

        return [.. _done];
    }

    private FlatNode Infer(OpenNode node)
    {
        var flat = new FlatNode
        {
            Index = _done.Count,
            Path = node.Path,
            WeightsPath = node.WeightsPath,
            Block = node.Block,
            Kind = node.Kind,
            Inputs = [.. node.Sources.Select(s => s.Where(x => x.IsKnown).Select(x => new FlatSource(_places[x.Node], x.Output)).ToImmutableArray())],
        };
        var ready = PortRules.Check(index, node, problems) && index.IsSound(node.Block) && HasTypes(node, flat);
        return ready ? Ask(flat) : flat;
    }

    private bool HasTypes(OpenNode node, FlatNode flat)
    {
        for (var port = 0; port < node.InputPorts.Length; port++)
        {
            if (node.InputPorts[port].Content == PortContent.Tensor && flat.Inputs[port].Any(s => s.Output >= _done[s.Node].Outputs.Length))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Where each of the nodes, as they were opened, stands in the order.</summary>
    public int PlaceOf(int opened) => _places[opened];

    /// <summary>The type that a source gives; null where that is not known.</summary>
    public TensorType? TypeOf(OpenSource source, FlatGraph graph) =>
        source.IsKnown && graph.Nodes[_places[source.Node]].Outputs is var outputs && source.Output < outputs.Length ? outputs[source.Output] : null;

    private FlatNode Ask(FlatNode node)
    {
        var ports = index.Ports.Inputs(node.Block);
        var inputs = node.Inputs.Select((sources, port) => ports[port].Content == PortContent.Tensor
            ? sources.Select(s => _done[s.Node].Outputs[s.Output]).ToImmutableArray() : []).ToImmutableArray();
        var sources = node.Inputs.Select(s => s.Select(x => _done[x.Node].Block).ToImmutableArray()).ToImmutableArray();
        var instance = new BlockInstance(node.Block, node.Kind, inputs, data, sources);
        var result = SafeInference.Infer(instance);
        problems.AddRange(result.Problems);
        return result.Problems.Any(p => p.Severity == Severity.Error)
            ? node with { Instance = instance }
            : node with { Instance = instance, Outputs = result.Outputs, Weights = result.Weights };
    }
}
