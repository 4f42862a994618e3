using System.Collections.Immutable;
using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Catalog.Kinds;
using Builder.Graph.Documents;
using Builder.Graph.Shapes;
using Builder.Web.Canvas.Editing;

namespace Builder.Web.Canvas.Inspector;

/// <summary>What enters or leaves a block at one port.</summary>
/// <param name="Port">The port.</param>
/// <param name="Type">What it is; null where that is not known.</param>
/// <param name="Source">For an input: the block that it comes from; null where nothing is linked.</param>
public sealed record PortFlow(Port Port, TensorType? Type, Block? Source);

/// <summary>What enters and leaves a block, and the PyTorch line that it stands for.</summary>
public static class BlockFlow
{
    /// <summary>Its inputs, one for each link and one for each open port.</summary>
    public static IReadOnlyList<PortFlow> Inputs(ModelState state, Block block)
    {
        var ports = new PortLookup(state.Document);
        return [.. ports.Inputs(block).SelectMany(port => Into(state, ports, block, port))];
    }

    /// <summary>Its outputs.</summary>
    public static IReadOnlyList<PortFlow> Outputs(ModelState state, Block block)
    {
        var outputs = new PortLookup(state.Document).Outputs(block).Where(p => p.Content == PortContent.Tensor).ToList();
        return [.. outputs.Select((port, i) => new PortFlow(port, TypeAt(state, block.Id, i), null))];
    }

    /// <summary>Names of the classes or labels that a block of the data gives, in their order; none where it gives anything else, or several columns.</summary>
    public static ImmutableArray<string> Names(ModelState state, Block block) =>
        InstanceOf(state, block) is { } instance && instance.Kind.Parameters.FirstOrDefault(p => p.Type is ParameterType.Column or ParameterType.Columns) is { } parameter
        && DataBinding.Of(instance, parameter.Name).Columns is [{ ClassNames.IsDefaultOrEmpty: false } column] ? column.ClassNames : [];

    /// <summary>The line of PyTorch; empty where there is none or where it depends on what is not known yet.</summary>
    public static string PyTorch(ModelState state, Block block)
    {
        if (InstanceOf(state, block) is not { } instance)
        {
            return "";
        }

        try
        {
            return instance.Kind.PyTorch(instance);
        }
        catch (Exception) // A line is written for blocks without problems; one with problems may lack what its line needs.
        {
            return "";
        }
    }

    private static BlockInstance? InstanceOf(ModelState state, Block block) => state.Analysis.Graph.Nodes.FirstOrDefault(n => n.Block.Id == block.Id)?.Instance;

    private static IEnumerable<PortFlow> Into(ModelState state, PortLookup ports, Block block, Port port)
    {
        var links = state.Document.Links.Values.Where(l => l.To == new PortRef(block.Id, port.Name)).ToImmutableArray();
        return links.IsEmpty ? [new(port, null, null)] : links.Select(l => From(state, ports, port, l));
    }

    private static PortFlow From(ModelState state, PortLookup ports, Port port, Link link)
    {
        var source = state.Document.Blocks.GetValueOrDefault(link.From.Block);
        var tensors = source is null ? [] : ports.Outputs(source).Where(p => p.Content == PortContent.Tensor).Select(p => p.Name).ToList();
        return new(port, source is null ? null : TypeAt(state, source.Id, tensors.IndexOf(link.From.Port)), source);
    }

    private static TensorType? TypeAt(ModelState state, string block, int output) =>
        output >= 0 && state.Analysis.Blocks.TryGetValue(block, out var summary) && output < summary.Outputs.Length ? summary.Outputs[output] : null;
}
