using Builder.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Runs.Page;

/// <summary>The most wanted settings of the training plan, and the button that starts.</summary>
public sealed partial class QuickSettings
{
    /// <summary>The project.</summary>
    [Parameter, EditorRequired]
    public required ProjectSession Session { get; set; }

    /// <summary>Where to train.</summary>
    [Parameter]
    public required string Device { get; set; }

    /// <summary>Tells where to train.</summary>
    [Parameter]
    public EventCallback<string> DeviceChanged { get; set; }

    /// <summary>True while a training is being started.</summary>
    [Parameter]
    public bool IsBusy { get; set; }

    /// <summary>True where something trains already.</summary>
    [Parameter]
    public bool IsActive { get; set; }

    /// <summary>Starts.</summary>
    [Parameter]
    public EventCallback OnStart { get; set; }
}
