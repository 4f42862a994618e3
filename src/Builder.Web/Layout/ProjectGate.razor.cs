using Builder.Storage.Projects;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Layout;

/// <summary>
/// Shows what belongs to a project only while the project is there. When it is deleted, here or in another window, what is shown gives way
/// at once to the way back: whatever would be done to it would be done in vain.
/// </summary>
public sealed partial class ProjectGate : IDisposable
{
    private ProjectSummary? _deleted;
    private bool _isGone;

    /// <summary>The project; another one is another component.</summary>
    [Parameter, EditorRequired]
    public required string ProjectId { get; set; }

    /// <summary>What is shown while it is there.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    /// <summary>True where nothing is shown in its place, because another part says already what has become of the project.</summary>
    [Parameter]
    public bool IsQuiet { get; set; }

    [Inject]
    private ILogger<ProjectGate> Log { get; set; } = null!;

    [Inject]
    private ProjectStore Projects { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose() => Projects.Marked -= Marked;

    /// <inheritdoc/>
    protected override Task OnInitializedAsync()
    {
        Projects.Marked += Marked;
        return LookAsync();
    }

    private void Marked(string projectId)
    {
        if (projectId == ProjectId)
        {
            Background.Run(
                InvokeAsync(async () =>
                {
                    await LookAsync();
                    StateHasChanged();
                }),
                Log, "show what has become of a project");
        }
    }

    private async Task LookAsync()
    {
        try
        {
            var project = await Projects.FindEvenDeletedAsync(ProjectId);
            (_deleted, _isGone) = (project?.DeletedAt is null ? null : project, project is null);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // What cannot be read now says so itself when it is opened; the frame stays whole.
            Background.NotDone(Log, "look what has become of a project", error);
        }
    }

    // Everybody is told of it, this window too.
    private async Task RestoreAsync()
    {
        if (!await Projects.RestoreAsync(ProjectId))
        {
            await LookAsync();
        }
    }
}
