using Builder.Protocol.Evaluations;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate.Rivals;

/// <summary>A model and the simple methods beside it, with intervals, and how they were compared.</summary>
public sealed partial class RivalTable
{
    /// <summary>The comparison.</summary>
    [Parameter, EditorRequired]
    public required RivalComparison Rivals { get; set; }

    /// <summary>Unit of the score; null where it has none.</summary>
    [Parameter]
    public string? Unit { get; set; }
}
