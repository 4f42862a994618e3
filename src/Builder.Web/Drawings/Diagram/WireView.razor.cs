using System.Globalization;
using Builder.Graph.Differences;
using Builder.Graph.Layout;
using Builder.Web.Drawings.Blocks;
using Builder.Web.Drawings.Sheets;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Drawings.Diagram;

/// <summary>A wire with the shape of what flows along it.</summary>
public sealed partial class WireView
{
    // A letter of the label, and the room around it.
    private const double Letter = 6;
    private const double Around = 10;

    /// <summary>The link as the library knows it.</summary>
    [Parameter, EditorRequired]
    public required WireLink Link { get; set; }

    [CascadingParameter]
    private SheetLanguage Language { get; set; } = null!;

    private SheetLink Drawn => Link.Drawn;

    private string? Change => Drawn.Mark == ChangeMark.Same ? null : Drawn.Mark.ToString().ToLowerInvariant();

    private string? Words => Drawn.Type is { } type ? BlockFace.Flow(type, Language.Code) : null;

    private double Width => Words is { } words ? (NoteGeometry.Columns(words) * Letter) + Around : 0;

    private static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string At(CanvasPoint point, double aside) => $"translate({N(point.X + aside)} {N(point.Y)})";
}
