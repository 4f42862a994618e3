using System.Collections.Immutable;
using Builder.Datasets;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Web.Instruments.Grids;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data.Rows;

/// <summary>All rows of a table: to look through, to leave out and to correct. The file stays as it is; every change can be undone.</summary>
public sealed partial class RowGrid : IDisposable
{
    private const int MostColumns = 40;
    private const int FirstColumns = 24;

    private readonly CancellationTokenSource _leaving = new();
    private RowTable? _table;
    private DataSet? _of;
    private GridView? _found;
    private int[]? _rows;
    private int _version;
    private List<RowColumn> _shownColumns = [];
    private List<GridColumn<TableRow>> _columns = [];
    private RowNumbers _chosen = RowNumbers.None;
    private Localized? _refusal;
    private int? _opened;
    private bool _correcting;

    /// <summary>The data set.</summary>
    [Parameter, EditorRequired]
    public required DataView View { get; set; }

    /// <summary>The project's folder.</summary>
    [Parameter, EditorRequired]
    public required string Folder { get; set; }

    /// <summary>How the person looks at the rows.</summary>
    [Parameter, EditorRequired]
    public required GridView Look { get; set; }

    /// <summary>The person wants to look otherwise.</summary>
    [Parameter]
    public EventCallback<GridView> LookChanged { get; set; }

    /// <summary>Carries an edit out; gives what stands against it.</summary>
    [Parameter, EditorRequired]
    public required Func<Edit, Task<Localized?>> Apply { get; set; }

    /// <summary>True where nothing can be changed at the moment.</summary>
    [Parameter]
    public bool ReadOnly { get; set; }

    [Inject]
    private DataInspections Inspections { get; set; } = null!;

    private int Shown => _rows?.Length ?? _table!.Count;

    private (string Id, Localized Title)[] AllColumns => [.. _table!.Columns.Select(c => (c.Name, Localized.Same(c.Name)))];

    private ImmutableArray<string> ShownNames => [.. _shownColumns.Select(c => c.Name)];

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_of == View.DataSet && _found == Look)
        {
            return;
        }

        var (set, look) = (View.DataSet, Look);
        var known = _of == set ? _table : null;
        try
        {
            var table = known ?? await ReadAsync(set);
            var rows = await Task.Run(() => table.Find(look, _leaving.Token), _leaving.Token);
            if (set == View.DataSet && look == Look)
            {
                // Numbers of another file mean other rows.
                _chosen = _table is { } before && before.Fingerprint != table.Fingerprint ? RowNumbers.None : _chosen;
                (_of, _found, _table, _rows, _version) = (set, look, table, rows, _version + 1);
                MakeColumns(table);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException)
        {
            // The page is gone.
        }
        catch (DataException broken)
        {
            _refusal = broken.Words;
        }
    }

    /// <summary>Every row is shown, also those that are left out.</summary>
    private async Task<RowTable> ReadAsync(DataSet set)
    {
        var all = await Inspections.OfAsync(Folder, set.Source, set.Changes is { } changes ? changes with { LeftOut = RowNumbers.None } : null, _leaving.Token);
        var types = View.Plan.Columns.ToDictionary(c => c.Name, c => c.Type, StringComparer.Ordinal);
        return await Task.Run(() => new RowTable(all.Table, [.. all.Columns.Select(c => types.GetValueOrDefault(c.Name, c.Type))], set.Changes), _leaving.Token);
    }

    private void MakeColumns(RowTable table)
    {
        _shownColumns = Look.Shown.IsEmpty ? [.. table.Columns.Take(FirstColumns)] : [.. table.Columns.Where(c => Look.Shown.Contains(c.Name)).Take(MostColumns)];
        _columns = [.. _shownColumns.Select((column, i) => new GridColumn<TableRow>(column.Name, Localized.Same(column.Name), column.Kind, row => CellOf(row, i))
        {
            Choices = [.. column.Choices.Select(c => new GridChoice(c, Localized.Same(c)))],
        })];
    }

    // A row that came before the columns changed is drawn once more before it goes.
    private RenderFragment CellOf(TableRow row, int place) => RowCell.Of(place < row.Cells.Count ? row.Cells[place] : new TableCell(null, false), Ui);

    private Task<GridPage<TableRow>> ProvideAsync(int start, int count, CancellationToken ct) =>
        Task.FromResult(new GridPage<TableRow>(_table!.Take(_rows, start, count, _shownColumns), Shown));

    private string ClassOf(TableRow row) => (row.IsLeftOut ? "left-out" : "") + (_chosen.Contains(row.Number) ? " chosen" : "");

    private Task LookAsync(GridView look) => LookChanged.InvokeAsync(look);

    private void Choose(int row, bool wanted) =>
        (_chosen, _refusal) = (wanted ? _chosen.Union(RowNumbers.Of(row)) : _chosen.Except(RowNumbers.Of(row)), null);

    private void ChooseAll(bool wanted)
    {
        _chosen = wanted ? RowNumbers.Of(_rows ?? Enumerable.Range(1, _table!.Count)) : RowNumbers.None;
        _refusal = null;
    }

    private async Task LeaveOutAsync(RowNumbers leaveOut, RowNumbers takeBack)
    {
        var leftOut = (View.DataSet.Changes?.LeftOut ?? RowNumbers.None).Union(leaveOut);
        if (!leaveOut.IsEmpty && leftOut.Count >= _table!.Count)
        {
            _refusal = RowTexts.OneMustStay;
            return;
        }

        if (await ApplyAsync(leaveOut, takeBack, []))
        {
            _chosen = RowNumbers.None;
        }
    }

    private Task TakeAllBackAsync() => View.DataSet.Changes is { } changes
        ? ApplyAsync(RowNumbers.None, changes.LeftOut, [.. changes.Corrections.Select(c => new CellChange(c.Row, c.Column, null))])
        : Task.CompletedTask;

    private async Task<bool> ApplyAsync(RowNumbers leaveOut, RowNumbers takeBack, ImmutableArray<CellChange> cells)
    {
        (_opened, _correcting) = (null, false);
        var file = View.DataSet.Changes is { } changes ? changes.Of : _table!.Fingerprint;
        _refusal = await Apply(new ChangeRows(View.DataSet.Id, file, leaveOut, takeBack, cells));
        return _refusal is null;
    }

    /// <summary>The row as the file has it.</summary>
    private async Task<TableRow> InFileAsync(int row)
    {
        var raw = await Inspections.OfAsync(Folder, View.DataSet.Source, changes: null, _leaving.Token);
        var table = new RowTable(raw.Table, [.. raw.Columns.Select(c => c.Type)], null);
        return table.Row(row, [.. _shownColumns.Select(shown => table.Columns.First(c => c.Name == shown.Name))]);
    }
}
