using Builder.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Layout;

/// <summary>Chooses the page of an address, and gives every page the language and the theme.</summary>
public sealed partial class Routes
{
    /// <summary>Language that the browser came with.</summary>
    [Parameter]
    public string Language { get; set; } = UiState.English;

    /// <summary>Theme that the browser came with.</summary>
    [Parameter]
    public string Theme { get; set; } = UiState.SystemTheme;

    [Inject]
    private UiState Ui { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnInitialized() => Ui.Begin(Language, Theme);
}
