using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate.Finished;

/// <summary>Chooses which finished run a page shows.</summary>
public sealed partial class RunChoice
{
    /// <summary>All that can be shown.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<FinishedRun> Runs { get; set; }

    /// <summary>The one that is shown.</summary>
    [Parameter, EditorRequired]
    public required string ChosenId { get; set; }

    /// <summary>The address of the page for a run.</summary>
    [Parameter, EditorRequired]
    public required Func<string, string> AddressOf { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;
}
