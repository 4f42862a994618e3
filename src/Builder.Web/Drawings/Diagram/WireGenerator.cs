using Blazor.Diagrams.Core;
using Blazor.Diagrams.Core.Geometry;
using Blazor.Diagrams.Core.Models.Base;
using Blazor.Diagrams.Core.PathGenerators;
using Builder.Graph.Layout;
using SvgPathProperties;

namespace Builder.Web.Drawings.Diagram;

/// <summary>Leads the library's links along the ways that wires have on the canvas.</summary>
internal sealed class WireGenerator : PathGenerator
{
    /// <inheritdoc/>
    public override PathGeneratorResult GetResult(Blazor.Diagrams.Core.Diagram diagram, BaseLinkModel link, Point[] route, Point source, Point target)
    {
        var path = new SvgPath(WireOf(link, source, target).ToSvg());
        return new(path, [path]);
    }

    /// <summary>The way of a link; null where one of its ends is nowhere.</summary>
    public static WirePath? Of(BaseLinkModel link) =>
        link.Source.GetPosition(link, []) is { } source && link.Target.GetPosition(link, []) is { } target ? WireOf(link, source, target) : null;

    private static WirePath WireOf(BaseLinkModel link, Point source, Point target) =>
        link is WireLink { Way: { } way } ? WirePath.Around(way) : WirePath.Between(new(source.X, source.Y), new(target.X, target.Y));
}
