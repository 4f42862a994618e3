using System.Collections.Immutable;
using Builder.Graph.Problems;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Canvas.Problems;

/// <summary>Everything that is wrong, in words, with a button for each way out; errors first.</summary>
public sealed partial class ProblemsPanel
{
    private const int MostListed = 100;

    /// <summary>Whether the list is shown.</summary>
    [Parameter]
    public bool IsOpen { get; set; }

    /// <summary>Raised when the person opens or closes the list.</summary>
    [Parameter]
    public EventCallback<bool> IsOpenChanged { get; set; }

    private ImmutableArray<Problem> All => [.. State.Analysis.Problems.OrderByDescending(p => p.Severity)];

    private int Errors => State.Analysis.Problems.Count(p => p.Severity == Severity.Error);

    private Task Toggle() => IsOpenChanged.InvokeAsync(!IsOpen);
}
