using Blazor.Diagrams.Core.Models;
using Builder.Graph.Layout;
using Builder.Web.Drawings.Sheets;

namespace Builder.Web.Drawings.Diagram;

/// <summary>A block as the library knows it. Its size is given, so that nothing asks a browser for it.</summary>
public sealed class BlockNode : NodeModel
{
    /// <summary>Makes it of a drawn block.</summary>
    public BlockNode(SheetBlock drawn)
        : base(drawn.Block.Id, new(drawn.At.X, drawn.At.Y))
    {
        (Drawn, ControlledSize) = (drawn, true);
        Size = new(drawn.Box.Width, drawn.Box.Height);
    }

    /// <summary>What is drawn.</summary>
    public SheetBlock Drawn { get; }
}

/// <summary>A note as the library knows it.</summary>
public sealed class NoteNode : NodeModel
{
    /// <summary>Makes it of a drawn note. The sign in its id keeps notes and blocks of the same id apart.</summary>
    public NoteNode(SheetNote drawn)
        : base("note:" + drawn.Note.Id, new(drawn.Note.Position.X, drawn.Note.Position.Y))
    {
        (Drawn, ControlledSize) = (drawn, true);
        Size = new(drawn.Box.Width, drawn.Height);
    }

    /// <summary>What is drawn.</summary>
    public SheetNote Drawn { get; }
}

/// <summary>A link as the library knows it.</summary>
/// <param name="id">Its id.</param>
/// <param name="drawn">What is drawn.</param>
/// <param name="from">The port where it starts.</param>
/// <param name="to">The port where it ends.</param>
public sealed class WireLink(string id, SheetLink drawn, PortModel from, PortModel to) : LinkModel(id, Anchor(from), Anchor(to))
{
    /// <summary>What is drawn.</summary>
    public SheetLink Drawn => drawn;

    /// <summary>The corners of its way around blocks; null where its plain line is free.</summary>
    public IReadOnlyList<CanvasPoint>? Way { get; init; }

    // At the middle of the port's outer side, as on the canvas.
    private static Blazor.Diagrams.Core.Anchors.SinglePortAnchor Anchor(PortModel port) => new(port) { UseShapeAndAlignment = false };
}
