using Blazor.Diagrams;
using Builder.Web.Drawings.Sheets;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Drawings.Diagram;

/// <summary>A sheet as the library draws it.</summary>
public sealed partial class SheetCanvas
{
    private BlazorDiagram _diagram = null!;

    /// <summary>The sheet.</summary>
    [Parameter, EditorRequired]
    public required Sheet Sheet { get; set; }

    /// <summary>The reader's language.</summary>
    [Parameter, EditorRequired]
    public required string Language { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized() => _diagram = SheetDiagram.Of(Sheet);
}

/// <summary>The reader's language, for the library's renderers know nothing of it.</summary>
/// <param name="Code">"en" or "zh".</param>
internal sealed record SheetLanguage(string Code)
{
    /// <summary>A text in this language.</summary>
    public string T(Builder.Graph.Localized text) => text.In(Code);
}
