using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Builder.Web.Instruments.Grids;

/// <summary>
/// A table of many rows, of which only those in view are drawn, with heads that sort, a line of filters and groups. Which rows there are, and in
/// what order, the owner says; the grid draws them and tells what the person asks for.
/// </summary>
/// <typeparam name="TRow">What a row is made of.</typeparam>
public sealed partial class DataGrid<TRow>
{
    /// <summary>Height of a row in pixels: the same for all, or a scroll bar would lie.</summary>
    public const float RowHeight = 36;

    private readonly string _id = $"grid-{Guid.NewGuid():N}";
    private MudDataGrid<TRow>? _grid;
    private object? _version;
    private GridView? _view;

    [Inject]
    private IScrollManager Scroll { get; set; } = null!;

    /// <summary>What the table is, for a screen reader.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The columns that are shown.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<GridColumn<TRow>> Columns { get; set; }

    /// <summary>The person's order and filters.</summary>
    [Parameter, EditorRequired]
    public required GridView View { get; set; }

    /// <summary>The person asks for another order or filter.</summary>
    [Parameter]
    public EventCallback<GridView> ViewChanged { get; set; }

    /// <summary>All rows, where they are few; they can be grouped.</summary>
    [Parameter]
    public IReadOnlyList<TRow> Rows { get; set; } = [];

    /// <summary>Fetches rows as they come into view: the first one's place, how many; null where <see cref="Rows"/> are all.</summary>
    [Parameter]
    public Func<int, int, CancellationToken, Task<GridPage<TRow>>>? Provide { get; set; }

    /// <summary>Another value makes the grid fetch its rows again.</summary>
    [Parameter]
    public object? Version { get; set; }

    /// <summary>What stands before the columns of a row: a box to tick, a number.</summary>
    [Parameter]
    public RenderFragment<TRow>? Lead { get; set; }

    /// <summary>What stands over that.</summary>
    [Parameter]
    public RenderFragment? LeadHead { get; set; }

    /// <summary>Whether there is a line of filters.</summary>
    [Parameter]
    public bool ShowsFilters { get; set; } = true;

    /// <summary>Names the group of a row; null where rows are not grouped.</summary>
    [Parameter]
    public Func<TRow, string>? GroupOf { get; set; }

    /// <summary>Class names of a row.</summary>
    [Parameter]
    public Func<TRow, string>? RowClass { get; set; }

    /// <summary>What is said where there are no rows.</summary>
    [Parameter]
    public string Empty { get; set; } = "";

    /// <summary>Height of the part that scrolls; null where the grid is as high as its rows.</summary>
    [Parameter]
    public string? Height { get; set; }

    /// <summary>Names the grid for tests.</summary>
    [Parameter]
    public string? TestId { get; set; }

    private bool IsGrouped => GroupOf is not null && Provide is null;

    // Columns take their places as they first appear: others make another grid.
    private string Layout => string.Join('\n', Columns.Select(c => c.Id).Prepend(IsGrouped ? View.Group : null));

    private Dictionary<string, object?> TableAttributes => new() { ["aria-label"] = Label };

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        // Another order or filter begins at its first row: the old place is somewhere else in it, or behind its end.
        if (_view is { } before && before != View && _grid is not null && Provide is not null)
        {
            await Scroll.ScrollToTopAsync($"#{_id} .mud-table-container");
        }

        _view = View;
        if (!Equals(_version, Version))
        {
            _version = Version;
            if (_grid is { } grid && Provide is not null)
            {
                await grid.ReloadServerData();
            }
        }
    }

    private static string ClassOf(GridColumn<TRow> column) => column.Kind == GridKind.Number ? "number" : "";

    private string? SortOf(GridColumn<TRow> column) => !column.CanSort ? null
        : View.Sort?.Column != column.Id ? "none" : View.Sort.Descending ? "descending" : "ascending";

    private Task ChangeAsync(GridView view) => ViewChanged.InvokeAsync(view);

    private async Task<GridData<TRow>> LoadAsync(GridStateVirtualize<TRow> wanted, CancellationToken ct)
    {
        var page = await Provide!(wanted.StartIndex, wanted.Count, ct);
        return new GridData<TRow> { Items = page.Rows, TotalItems = page.Total };
    }
}
