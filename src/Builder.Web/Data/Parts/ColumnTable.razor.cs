using System.Globalization;
using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Proposals;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data.Parts;

/// <summary>
/// All columns of a table: what they hold and what they are used for. A wide table can be searched, ordered and filtered, shows a page of
/// columns at a time, and lets many columns be chosen and left out together, as one step.
/// </summary>
public sealed partial class ColumnTable
{
    // With so many rows the page still answers at once.
    private const int PageSize = 60;

    // Fewer columns are seen at one glance.
    private const int FewColumns = 8;

    private readonly HashSet<string> _chosen = new(StringComparer.Ordinal);
    private ColumnLook _look = ColumnLook.Whole;
    private int _page;
    private SourceInspection? _of;
    private DateSpan?[] _dates = [];

    /// <summary>What the source holds.</summary>
    [Parameter]
    [EditorRequired]
    public required SourceInspection Inspection { get; set; }

    /// <summary>What the columns are used for.</summary>
    [Parameter]
    [EditorRequired]
    public required DataPlan Plan { get; set; }

    /// <summary>True where nothing can be changed at the moment.</summary>
    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>The person wants a column used differently.</summary>
    [Parameter]
    public EventCallback<ColumnChange> OnChange { get; set; }

    private List<ColumnLine> Lines { get; set; } = [];

    private List<ColumnLine> Shown { get; set; } = [];

    private bool IsWide => Lines.Count > FewColumns;

    private int First => Shown.Count == 0 ? 0 : (_page * PageSize) + 1;

    private int Last => Math.Min(Shown.Count, (_page + 1) * PageSize);

    private bool AreAllChosen => Shown.TrueForAll(line => _chosen.Contains(line.Choice.Name));

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_of != Inspection)
        {
            _of = Inspection;
            _dates = [.. Inspection.Table.Columns.Select((c, i) => Inspection.Columns[i].Type == ColumnType.Date ? DateSpan.Of(c) : null)];
        }

        Lines = [.. Plan.Columns.Select(LineOf)];
        _chosen.IntersectWith(Lines.Select(line => line.Choice.Name));
        Shown = _look.Of(Lines);
        _page = Math.Min(_page, Math.Max(0, (Shown.Count - 1) / PageSize));
    }

    private void See(ColumnLook look) => (_look, Shown, _page) = (look, look.Of(Lines), 0);

    private void Choose(string column, ChangeEventArgs e) => _ = e.Value is true ? _chosen.Add(column) : _chosen.Remove(column);

    private void ChooseShown(ChangeEventArgs e)
    {
        foreach (var line in Shown)
        {
            Choose(line.Choice.Name, e);
        }
    }

    // The target stays what it is: what is predicted is changed by itself, never among others.
    private async Task SetChosen(ColumnUse use)
    {
        string[] columns = [.. Lines.Where(l => _chosen.Contains(l.Choice.Name) && l.Choice.Use != ColumnUse.Target && l.Choice.Use != use).Select(l => l.Choice.Name)];
        _chosen.Clear();
        if (columns.Length > 0)
        {
            await OnChange.InvokeAsync(new ColumnChange(columns, c => c.Use == ColumnUse.Target ? c : c with { Use = use }));
        }
    }

    private ColumnLine LineOf(ColumnChoice choice, int i) => new(
        choice, choice.Type == ColumnType.Labels ? ColumnProfiles.Of(Inspection, choice) : Inspection.Profiles[i], choice.Type == Inspection.Columns[i].Type ? Inspection.Types[i].Reason : Localized.Same(""), choice.Type == ColumnType.Date ? _dates[i] : null);

    private static IEnumerable<ColumnUse> Uses(ColumnChoice column) =>
        column.CanBeTarget || column.Use == ColumnUse.Target ? [ColumnUse.Input, ColumnUse.Target, ColumnUse.Ignored] : [ColumnUse.Input, ColumnUse.Ignored];

    // Labels are cut from texts: numbers have none.
    private IEnumerable<ColumnType> Types(ColumnChoice column) => column.Type == ColumnType.Picture ? [ColumnType.Picture] :
    [
        ColumnType.Number, ColumnType.Category, .. column.Type == ColumnType.Labels || Inspection.Table.Find<TextColumn>(column.Name) is not null ? [ColumnType.Labels] : Array.Empty<ColumnType>(),
        ColumnType.Date, ColumnType.Text, ColumnType.Id,
    ];

    private static string Share(ColumnLine line) => line.Share.ToString("0.###", CultureInfo.InvariantCulture);

    private Task SetUse(ColumnChoice column, ChangeEventArgs e) =>
        Enum.TryParse<ColumnUse>(e.Value as string, out var use) ? Change(column, c => c with { Use = use }) : Task.CompletedTask;

    private Task SetType(ColumnChoice column, ChangeEventArgs e) =>
        Enum.TryParse<ColumnType>(e.Value as string, out var type)
            ? Change(column, c => c with { Type = type, Use = type == ColumnType.Id ? ColumnUse.Ignored : c.Use })
            : Task.CompletedTask;

    private Task SetUnit(ColumnChoice column, ChangeEventArgs e) =>
        Change(column, c => c with { Unit = (e.Value as string)?.Trim() is { Length: > 0 } unit ? unit : null });

    private Task Change(ColumnChoice column, Func<ColumnChoice, ColumnChoice> change) => OnChange.InvokeAsync(new ColumnChange(column.Name, change));
}
