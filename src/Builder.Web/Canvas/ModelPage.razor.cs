using Builder.Web.Canvas.Editing;
using Builder.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Canvas;

/// <summary>The page on which a model is drawn.</summary>
public sealed partial class ModelPage : IDisposable
{
    /// <summary>The project.</summary>
    [Parameter]
    public required string ProjectId { get; set; }

    [Inject]
    private ProjectSessions Sessions { get; set; } = null!;

    [Inject]
    private ProjectPresence People { get; set; } = null!;

    private ModelEditor? Editor { get; set; }

    /// <inheritdoc/>
    public void Dispose() => Editor?.Dispose();

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() => Editor = new ModelEditor(await Sessions.OpenAsync(ProjectId), People);
}
