using System.Collections.Immutable;
using Builder.Graph;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Instruments.Grids;

/// <summary>The list in which a person ticks the columns to be shown.</summary>
public sealed partial class ColumnMenu
{
    /// <summary>All columns, in their order.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<(string Id, Localized Title)> All { get; set; }

    /// <summary>Those that are shown.</summary>
    [Parameter, EditorRequired]
    public required ImmutableArray<string> Shown { get; set; }

    /// <summary>How many can be shown at once.</summary>
    [Parameter]
    public int Most { get; set; } = int.MaxValue;

    /// <summary>Called with those to be shown, in the order of all.</summary>
    [Parameter]
    public EventCallback<ImmutableArray<string>> ShownChanged { get; set; }

    private bool IsLast(string id) => Shown is [var only] && only == id;

    private bool IsFull(string id) => Shown.Length >= Most && !Shown.Contains(id);

    private Task ToggleAsync(string id, bool wanted) =>
        ShownChanged.InvokeAsync([.. All.Select(c => c.Id).Where(c => c == id ? wanted : Shown.Contains(c))]);
}
