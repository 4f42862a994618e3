using Builder.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Layout;

/// <summary>The way to one step, and how that step stands.</summary>
public sealed partial class StepLink
{
    /// <summary>The project.</summary>
    [Parameter, EditorRequired]
    public required string ProjectId { get; set; }

    /// <summary>The step.</summary>
    [Parameter, EditorRequired]
    public required Step Step { get; set; }

    /// <summary>How it stands.</summary>
    [Parameter]
    public StepMark? Mark { get; set; }

    /// <summary>True where the person is there now.</summary>
    [Parameter]
    public bool Current { get; set; }
}
