using System.Collections.Immutable;
using System.Globalization;
using Builder.Graph.Catalog;
using Builder.Graph.Differences;
using Builder.Graph.Documents;
using Builder.Graph.Layout;
using Builder.Web.Drawings.Blocks;
using Builder.Web.Drawings.Sheets;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Drawings.Diagram;

/// <summary>A block, with the same elements and classes as on the browser's canvas, so that it has the same look. What is wrong is not
/// shown: that is for who can mend it.</summary>
public sealed partial class BlockView
{
    /// <summary>The block as the library knows it.</summary>
    [Parameter, EditorRequired]
    public required BlockNode Node { get; set; }

    [CascadingParameter]
    private SheetLanguage Language { get; set; } = null!;

    private SheetBlock Drawn => Node.Drawn;

    private Block Block => Drawn.Block;

    private BlockGeometry Look => Drawn.Geometry;

    private int Rows => Math.Max(Drawn.Ports.Inputs.Length, Drawn.Ports.Outputs.Length);

    private string Title => Language.T(BlockFace.Title(Block, Drawn.Source.Document));

    private string? Tooltip => Language.T(BlockCatalog.Find(Block.Kind)?.Title ?? Builder.Graph.Localized.Same(Block.Kind)) is var kind && kind != Title ? $"{Title} ({kind})" : null;

    private string? Change => Drawn.Mark == ChangeMark.Same ? null : Drawn.Mark.ToString().ToLowerInvariant();

    private string Shape => Drawn.Summary is { Outputs: [var first, ..] } ? first.ToString() : "–";

    private string Shares => Block.WeightsFrom is { } from && Drawn.Source.Document.Blocks.TryGetValue(from, out var owner)
        ? Language.T(DrawingTexts.Shares(BlockFace.Title(owner, Drawn.Source.Document))) : "";

    private static string? Flag(bool isSet) => isSet ? "true" : null;

    private string? PortName(ImmutableArray<Port> ports, int index) => index < ports.Length ? Language.T(ports[index].Title) : null;

    private static RenderFragment Handles(ImmutableArray<Port> ports, string side) => builder =>
    {
        for (var i = 0; i < ports.Length; i++)
        {
            builder.OpenElement(0, "i");
            builder.AddAttribute(1, "class", $"cv-handle dw-port {side}");
            builder.AddAttribute(2, "style", string.Create(CultureInfo.InvariantCulture, $"top:{BlockGeometry.PortY(i)}px"));
            builder.AddAttribute(3, "data-content", ports[i].Content == PortContent.Tensor ? null : ports[i].Content.ToString());
            builder.AddAttribute(4, "data-optional", Flag(ports[i].Optional));
            builder.AddAttribute(5, "data-variadic", Flag(ports[i].Variadic));
            builder.CloseElement();
        }
    };
}
