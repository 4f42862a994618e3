using System.Collections.Immutable;
using Blazor.Diagrams;
using Blazor.Diagrams.Core.Models;
using Blazor.Diagrams.Options;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Layout;
using Builder.Web.Canvas.Bridge;
using Builder.Web.Drawings.Sheets;

namespace Builder.Web.Drawings.Diagram;

/// <summary>Makes the library's model of a sheet: sizes, ports and ways are all given, so that it can be rendered without a browser.</summary>
internal static class SheetDiagram
{
    /// <summary>The diagram of a sheet.</summary>
    public static BlazorDiagram Of(Sheet sheet)
    {
        var options = new BlazorDiagramOptions { AllowPanning = false, AllowMultiSelection = false, LinksLayerOrder = 0, NodesLayerOrder = 1 };
        options.Links.DefaultPathGenerator = new WireGenerator();
        options.Virtualization.Enabled = false;
        options.Zoom.Enabled = false;
        var diagram = new BlazorDiagram(options, registerDefaultBehaviors: false);
        diagram.RegisterComponent<BlockNode, BlockView>();
        diagram.RegisterComponent<NoteNode, NoteView>();
        diagram.RegisterComponent<WireLink, WireView>();
        diagram.Batch(() => Fill(diagram, sheet));
        return diagram;
    }

    private static void Fill(BlazorDiagram diagram, Sheet sheet)
    {
        diagram.SuspendSorting = true;
        diagram.SetPan(-sheet.Box.X, -sheet.Box.Y);
        foreach (var note in sheet.Notes)
        {
            diagram.Nodes.Add(new NoteNode(note));
        }

        var nodes = new Dictionary<string, BlockNode>(StringComparer.Ordinal);
        foreach (var block in sheet.Blocks)
        {
            var node = new BlockNode(block);
            nodes.Add(block.Block.Id, node);
            diagram.Nodes.Add(node);
        }

        CanvasBox[] boxes = [.. sheet.Blocks.Select(b => new CanvasBox(b.Box.X, b.Box.Y, b.Box.Width, b.Box.Height))];
        var lanes = new Dictionary<PortRef, int>();
        foreach (var link in sheet.Links)
        {
            var (from, to) = (nodes[link.Link.From.Block], nodes[link.Link.To.Block]);
            var (start, end) = (
                Port(from, PortAlignment.Right, from.Drawn.Ports.Outputs, link.Link.From.Port), Port(to, PortAlignment.Left, to.Drawn.Ports.Inputs, link.Link.To.Port));
            diagram.Links.Add(new WireLink(CanvasViews.Key(link.Link.Key), link, start, end) { Way = WayOf(link.Link.From, start, end, boxes, lanes) });
        }
    }

    /// <summary>The way around blocks, as on the canvas: wires of one output share a lane, for they belong together.</summary>
    private static IReadOnlyList<CanvasPoint>? WayOf(PortRef output, PortModel start, PortModel end, CanvasBox[] boxes, Dictionary<PortRef, int> lanes)
    {
        const double half = CanvasGeometry.PortSize / 2;
        var way = WireRoute.Around(
            new(start.Position.X + CanvasGeometry.PortSize, start.Position.Y + half), new(end.Position.X, end.Position.Y + half), boxes, lanes.GetValueOrDefault(output, lanes.Count));
        if (way is not null)
        {
            lanes.TryAdd(output, lanes.Count);
        }

        return way;
    }

    /// <summary>A port of a node; one that the block does not have any more is where the first one is.</summary>
    private static PortModel Port(BlockNode node, PortAlignment side, ImmutableArray<Port> ports, string name)
    {
        var id = $"{side}.{name}";
        if (node.Ports.FirstOrDefault(p => p.Id == id) is { } known)
        {
            return known;
        }

        var index = Math.Max(0, ports.IndexOf(ports.FirstOrDefault(p => p.Name == name)!));
        var (x, y) = (side == PortAlignment.Left ? 0 : CanvasGeometry.BlockWidth, BlockGeometry.PortY(index));
        const double half = CanvasGeometry.PortSize / 2;
        return node.AddPort(new PortModel(
            id, node, side, new(node.Position.X + x - half, node.Position.Y + y - half), new(CanvasGeometry.PortSize, CanvasGeometry.PortSize)) { Initialized = true });
    }
}
