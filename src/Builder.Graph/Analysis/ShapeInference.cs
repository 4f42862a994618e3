using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Data;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>
/// Asks a node's kind for its shapes. A kind is only asked when all its required inputs have types and its parameters are right; what hangs
/// below a problem stays without types and is not blamed for it.
/// </summary>
internal sealed class ShapeInference(DocumentIndex index, DataSchema? data)
{
    private ProblemList _found = new();

    /// <summary>How often a node was asked.</summary>
    public int Visits { get; private set; }

    /// <summary>Finds out about a node, whose sources are known by now.</summary>
    /// <returns>True where its outputs are others than before.</returns>
    public bool Infer(OpenNode node)
    {
        Visits++;
        var before = node.Outputs;
        (node.Instance, node.Outputs, node.Weights) = (null, [], []);
        if (PortRules.Check(index, node, _found) && index.IsSound(node.Block) && HasTypes(node))
        {
            Ask(node);
        }

        node.Problems = Found();
        return !before.SequenceEqual(node.Outputs);
    }

    private static bool HasTypes(OpenNode node)
    {
        for (var port = 0; port < node.InputPorts.Length; port++)
        {
            if (node.InputPorts[port].Content == PortContent.Tensor && node.Sources[port].Any(s => s.Node?.TypeOf(s.Output) is null))
            {
                return false;
            }
        }

        return true;
    }

    private void Ask(OpenNode node)
    {
        var inputs = node.Sources.Select((sources, port) => node.InputPorts[port].Content == PortContent.Tensor
            ? sources.Select(s => s.Node!.Outputs[s.Output]).ToImmutableArray() : []).ToImmutableArray();
        var sources = node.Sources.Select(s => s.Select(x => x.Node!.Block).ToImmutableArray()).ToImmutableArray();
        node.Instance = new BlockInstance(node.Block, node.Kind, inputs, data, sources, port => SizeGiver.Of(node, port));
        var result = SafeInference.Infer(node.Instance);
        _found.AddRange(result.Problems);
        if (result.Problems.All(p => p.Severity != Severity.Error))
        {
            (node.Outputs, node.Weights) = (result.Outputs, result.Weights);
        }
    }

    private ProblemList? Found()
    {
        if (_found.Count == 0)
        {
            return null;
        }

        var found = _found;
        _found = new();
        return found;
    }
}
