using Microsoft.AspNetCore.Components;

namespace Builder.Web.Serving.Page;

/// <summary>The page around what visitors see: without the frame of the other pages, without a circuit, and readable without its script.</summary>
public sealed partial class VisitorFrame
{
    /// <summary>Its title.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What it shows.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }
}
