using Microsoft.AspNetCore.Components;

namespace Builder.Web.Use.Answers;

/// <summary>A bar below a line of a list, as long as its share.</summary>
public sealed partial class Bar
{
    /// <summary>From 0, nothing, to 1, the whole width.</summary>
    [Parameter, EditorRequired]
    public double Share { get; set; }

    /// <summary>What it means, where the line beside it does not say it; null where it does.</summary>
    [Parameter]
    public string? Label { get; set; }

    /// <summary>True for what goes down: it grows from the other side, in another colour.</summary>
    [Parameter]
    public bool IsDown { get; set; }
}
