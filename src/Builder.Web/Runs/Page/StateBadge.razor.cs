using Builder.Protocol;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Runs.Page;

/// <summary>Where a run stands, in one word.</summary>
public sealed partial class StateBadge
{
    /// <summary>Where it stands.</summary>
    [Parameter, EditorRequired]
    public RunState State { get; set; }

    private string Tone => State switch
    {
        RunState.Running or RunState.Preparing or RunState.Stopping => "live",
        RunState.Finished => "success",
        RunState.Failed => "danger",
        RunState.Paused => "warning",
        _ => "",
    };
}
