using Builder.Graph.Differences;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Drawings.Diagram;

/// <summary>A note: plain text.</summary>
public sealed partial class NoteView
{
    /// <summary>The note as the library knows it.</summary>
    [Parameter, EditorRequired]
    public required NoteNode Node { get; set; }

    [CascadingParameter]
    private SheetLanguage Language { get; set; } = null!;

    private string? Change => Node.Drawn.Mark == ChangeMark.Same ? null : Node.Drawn.Mark.ToString().ToLowerInvariant();
}
