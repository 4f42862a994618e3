using Builder.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Canvas;

/// <summary>The page on which a model is drawn.</summary>
public sealed partial class ModelPage
{
    /// <summary>The project.</summary>
    [Parameter]
    public required string ProjectId { get; set; }

    [Inject]
    private ProjectSessions Sessions { get; set; } = null!;

    private ProjectSession? Session { get; set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() => Session = await Sessions.OpenAsync(ProjectId);
}
