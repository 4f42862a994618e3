using Microsoft.AspNetCore.Components;

namespace Builder.Web.Shell.Parts;

/// <summary>Names the page in the browser's tab.</summary>
public sealed partial class UiPage
{
    /// <summary>The page's name in the window's language.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }
}
