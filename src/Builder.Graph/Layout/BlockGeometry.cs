using System.Collections.Immutable;
using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using static Builder.Graph.Documents.CanvasGeometry;

namespace Builder.Graph.Layout;

/// <summary>The size of a block and where its ports are. They follow from its ports alone, so that nothing has to be measured.</summary>
/// <param name="Height">Height in canvas units; the width is <see cref="BlockWidth"/>.</param>
/// <param name="IsNamed">Ports have rows with their names; with a single port on each side its name would say nothing.</param>
/// <param name="HasFooter">A line tells what comes out.</param>
public sealed record BlockGeometry(double Height, bool IsNamed, bool HasFooter)
{
    /// <summary>The size of a block with these ports.</summary>
    public static BlockGeometry Of(ImmutableArray<Port> inputs, ImmutableArray<Port> outputs)
    {
        var isNamed = inputs.Length > 1 || outputs.Length > 1;
        var hasFooter = outputs.Any(p => p.Content == PortContent.Tensor);
        var rows = isNamed ? Math.Max(inputs.Length, outputs.Length) : 0;
        var body = BlockPadding + (rows * PortRowHeight) + ParametersHeight;
        return new(HeaderHeight + body + (hasFooter ? FooterHeight : BlockPadding), isNamed, hasFooter);
    }

    /// <summary>The size of a block with these ports.</summary>
    public static BlockGeometry Of(GroupPorts ports) => Of(ports.Inputs, ports.Outputs);

    /// <summary>How far below the top of its block the middle of a port is.</summary>
    /// <param name="index">Place of the port among those of its side.</param>
    public static double PortY(int index) => FirstPortY + (index * PortRowHeight);
}
