using Builder.Protocol;
using Builder.Storage.Runs;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Runs.Page;

/// <summary>The run that is looked at: where it stands, what can be done with it, its live curves.</summary>
public sealed partial class RunPanel
{
    /// <summary>The run.</summary>
    [Parameter, EditorRequired]
    public required RunSummary Run { get; set; }

    /// <summary>Runs whose curves lie under its own.</summary>
    [Parameter]
    public IReadOnlyList<RunSummary> Others { get; set; } = [];

    /// <summary>True where it can go on from a checkpoint.</summary>
    [Parameter]
    public bool CanResume { get; set; }

    /// <summary>True where its loss ran away: going on would not help, a smaller learning rate does.</summary>
    [Parameter]
    public bool HasDiverged { get; set; }

    /// <summary>What stands above the curves.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Asks for something to be done with a run.</summary>
    [Parameter]
    public EventCallback<(RunSummary Run, RunCommand Command)> OnCommand { get; set; }

    private string ReasonTone => Run.State switch
    {
        RunState.Failed => "danger",
        RunState.Finished => "success",
        RunState.Stopped when Run.Scores is not null => "success",
        _ => "",
    };

    private Task Ask(RunCommand command) => OnCommand.InvokeAsync((Run, command));
}
