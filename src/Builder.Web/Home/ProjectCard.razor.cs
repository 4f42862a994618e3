using Builder.Graph;
using Builder.Storage.Projects;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Home;

/// <summary>One of the person's own projects.</summary>
public sealed partial class ProjectCard
{
    /// <summary>The project.</summary>
    [Parameter, EditorRequired]
    public required ProjectSummary Project { get; set; }

    /// <summary>Its best score in words; null where nothing was trained.</summary>
    [Parameter]
    public Localized? Score { get; set; }

    /// <summary>Asks how it shall be exported.</summary>
    [Parameter]
    public EventCallback<ProjectSummary> OnExport { get; set; }

    /// <summary>Renames it.</summary>
    [Parameter]
    public EventCallback<ProjectSummary> OnRename { get; set; }

    /// <summary>Copies it.</summary>
    [Parameter]
    public EventCallback<ProjectSummary> OnDuplicate { get; set; }

    /// <summary>Deletes it.</summary>
    [Parameter]
    public EventCallback<ProjectSummary> OnDelete { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = null!;
}
