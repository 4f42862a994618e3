using Builder.Storage.Runs;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Runs.Page;

/// <summary>All runs of a project, the newest first: to look at, to compare, to name, to repeat, to delete.</summary>
public sealed partial class RunList
{
    /// <summary>The runs.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<RunSummary> Runs { get; set; }

    /// <summary>The one that is looked at.</summary>
    [Parameter]
    public string? SelectedId { get; set; }

    /// <summary>Those whose curves lie under it.</summary>
    [Parameter]
    public IReadOnlyList<string> ComparedIds { get; set; } = [];

    /// <summary>Looks at another one.</summary>
    [Parameter]
    public EventCallback<string> OnSelect { get; set; }

    /// <summary>Draws another one's curves, or no longer.</summary>
    [Parameter]
    public EventCallback<(string RunId, bool IsWanted)> OnCompare { get; set; }

    /// <summary>Asks for something to be done with a run.</summary>
    [Parameter]
    public EventCallback<(RunSummary Run, RunCommand Command)> OnCommand { get; set; }

    /// <summary>Whether the table of all runs is on the page, too.</summary>
    [Parameter]
    public bool IsTableOpen { get; set; }

    /// <summary>Brings that table, or takes it away.</summary>
    [Parameter]
    public EventCallback OnTable { get; set; }
}
