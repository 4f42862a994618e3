using Microsoft.AspNetCore.Components;

namespace Builder.Web.Shell.Parts;

/// <summary>A small drawing beside a word. It says nothing to a screen reader: the word does.</summary>
public sealed partial class Icon
{
    /// <summary>Which one; see <see cref="IconShapes"/>.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>More class names, such as "large".</summary>
    [Parameter]
    public string? Class { get; set; }
}
