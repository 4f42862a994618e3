using Builder.Graph;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Instruments.Grids;

/// <summary>The field over a column that says which of its values are shown.</summary>
public sealed partial class GridFilterField
{
    /// <summary>What the column is called.</summary>
    [Parameter, EditorRequired]
    public required Localized Title { get; set; }

    /// <summary>What its values are.</summary>
    [Parameter]
    public GridKind Kind { get; set; }

    /// <summary>What can be chosen, where there is little.</summary>
    [Parameter]
    public IReadOnlyList<GridChoice> Choices { get; set; } = [];

    /// <summary>What was typed or chosen.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>Called when the person has typed or chosen.</summary>
    [Parameter]
    public EventCallback<string?> ValueChanged { get; set; }

    private string Name => Ui.T(GridTexts.FilterOf(Ui.T(Title)));

    private Localized Hint => Kind switch
    {
        GridKind.Number => GridTexts.NumberHint,
        GridKind.Date => GridTexts.DateHint,
        _ => GridTexts.TextHint,
    };

    private string Example => Kind switch
    {
        GridKind.Number => "> 5, 1..9",
        GridKind.Date => "> 2024-05",
        _ => "…",
    };
}
