using System.Collections.Immutable;
using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Differences;
using Builder.Graph.Documents;
using Builder.Graph.Layout;
using Builder.Graph.Shapes;

namespace Builder.Web.Drawings.Sheets;

/// <summary>A canvas as it is drawn.</summary>
/// <param name="Group">Id of the group whose canvas it is; null for the main one.</param>
/// <param name="Name">Name of that group.</param>
/// <param name="Blocks">Its blocks in reading order, from left to right.</param>
/// <param name="Links">Its links.</param>
/// <param name="Notes">Its notes.</param>
/// <param name="Box">The part of the canvas that is drawn.</param>
public sealed record Sheet(
    string? Group, string? Name, ImmutableArray<SheetBlock> Blocks, ImmutableArray<SheetLink> Links, ImmutableArray<SheetNote> Notes, SheetBox Box)
{
    /// <summary>True where something on it is marked.</summary>
    public bool IsMarked => Blocks.Any(b => b.Mark != ChangeMark.Same) || Links.Any(l => l.Mark != ChangeMark.Same) || Notes.Any(n => n.Mark != ChangeMark.Same);

    /// <summary>True where nothing lies on it.</summary>
    public bool IsEmpty => Blocks.IsEmpty && Notes.IsEmpty;
}

/// <summary>A block as it is drawn.</summary>
/// <param name="Block">The block.</param>
/// <param name="Source">The version that it is taken from.</param>
/// <param name="At">Its top left corner.</param>
/// <param name="Mark">How it is marked.</param>
/// <param name="Ports">Its ports.</param>
public sealed record SheetBlock(Block Block, DrawnVersion Source, CanvasPoint At, ChangeMark Mark, GroupPorts Ports)
{
    /// <summary>Its size.</summary>
    public BlockGeometry Geometry { get; } = BlockGeometry.Of(Ports);

    /// <summary>What is known of it; null for a block that the analysis does not know.</summary>
    public BlockSummary? Summary => Source.Analysis.Blocks.GetValueOrDefault(Block.Id);

    /// <summary>The canvas that it covers.</summary>
    public SheetBox Box => new(At.X, At.Y, CanvasGeometry.BlockWidth, Geometry.Height);
}

/// <summary>A link as it is drawn.</summary>
/// <param name="Link">The link.</param>
/// <param name="Mark">How it is marked.</param>
/// <param name="Content">What it carries.</param>
/// <param name="Type">The type of what it carries, where it is known.</param>
public sealed record SheetLink(Link Link, ChangeMark Mark, PortContent Content, TensorType? Type);

/// <summary>A note as it is drawn.</summary>
/// <param name="Note">The note.</param>
/// <param name="Mark">How it is marked.</param>
public sealed record SheetNote(Note Note, ChangeMark Mark)
{
    /// <summary>Its height, the same in both languages: what lies around it does not move.</summary>
    public double Height { get; } = Math.Max(NoteGeometry.HeightOf(Note.Text), Note.Zh is { } zh ? NoteGeometry.HeightOf(zh) : 0);

    /// <summary>The canvas that it covers.</summary>
    public SheetBox Box => new(Note.Position.X, Note.Position.Y, CanvasGeometry.NoteWidth, Height);
}

/// <summary>A part of a canvas, in canvas units.</summary>
/// <param name="X">Its left side.</param>
/// <param name="Y">Its top.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
public readonly record struct SheetBox(double X, double Y, double Width, double Height)
{
    /// <summary>The smallest part that holds all of these; nothing where there are none.</summary>
    public static SheetBox Around(IReadOnlyCollection<SheetBox> boxes)
    {
        if (boxes.Count == 0)
        {
            return default;
        }

        var (left, top) = (boxes.Min(b => b.X), boxes.Min(b => b.Y));
        return new(left, top, boxes.Max(b => b.X + b.Width) - left, boxes.Max(b => b.Y + b.Height) - top);
    }

    /// <summary>This part with room around it.</summary>
    public SheetBox With(double margin) => new(X - margin, Y - margin, Width + (2 * margin), Height + (2 * margin));

    /// <summary>True where both have something in common.</summary>
    public bool Meets(SheetBox other) => X < other.X + other.Width && other.X < X + Width && Y < other.Y + other.Height && other.Y < Y + Height;
}
