using Microsoft.AspNetCore.Components;

namespace Builder.Web.Shell;

/// <summary>A part of a page that speaks the language of its window.</summary>
public abstract class LocalizedComponent : ComponentBase
{
    /// <summary>Language and theme of the window; cascaded to every component.</summary>
    [CascadingParameter]
    protected UiState Ui { get; set; } = null!;
}
