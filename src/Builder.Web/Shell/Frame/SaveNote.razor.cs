using Builder.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Shell.Frame;

/// <summary>Says that every change is on the disk.</summary>
public sealed partial class SaveNote
{
    /// <summary>The open project.</summary>
    [Parameter, EditorRequired]
    public required ProjectSession? Session { get; set; }

    [CascadingParameter]
    private UiState Ui { get; set; } = null!;
}
