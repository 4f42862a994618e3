using Builder.Storage.Runs;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate;

/// <summary>What pages on finished models show where there is none.</summary>
public sealed partial class EmptyEvaluate
{
    /// <summary>The project.</summary>
    [Parameter, EditorRequired]
    public required string ProjectId { get; set; }

    /// <summary>True where there are other runs, but not the one that was asked for.</summary>
    [Parameter]
    public bool Gone { get; set; }

    /// <summary>The run that is still being trained, or has failed, where it is what the page waits for.</summary>
    [Parameter]
    public RunSummary? Awaited { get; set; }
}
