using System.Globalization;
using Builder.Datasets;
using Builder.Protocol;
using Builder.Web.Scores;
using Builder.Web.Use.Models;
using Builder.Web.Use.Tables;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Use.Forms;

/// <summary>The rows that a model of a series looks at, to move along the data and to change.</summary>
public sealed partial class SeriesForm : IDisposable
{
    private readonly List<Dictionary<string, string?>> _rows = [];
    private DebouncedPrediction? _asking;
    private TextTable? _table;
    private bool _reading = true;
    private int _end;

    /// <summary>The model.</summary>
    [Parameter, EditorRequired]
    public required UseModel Model { get; set; }

    [Inject]
    private ILogger<SeriesForm> Log { get; set; } = null!;

    [Inject]
    private ModelPool Models { get; set; } = null!;

    // What is read from the column of time stands at the head of each row already.
    private IReadOnlyList<InputDescription> Shown => field ??= Model.InOrder(Model.Description.Inputs.Where(i => OrderBy is null || Model.SourceOf(i.Name) != OrderBy));

    private int Length => Model.Description.WindowLength!.Value;

    private int Last => _table!.Count;

    private string? OrderBy => Model.Data?.Windows?.OrderBy is { } column && _table!.Has(column) ? column : null;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _asking = new DebouncedPrediction(Models, Model, Log, () => InvokeAsync(StateHasChanged));
        var table = await Task.Run(Read);
        _reading = false;
        if (table is not null && table.Count >= Length)
        {
            _table = table;
            Take(table.Count);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _asking?.Dispose();

    private TextTable? Read()
    {
        try
        {
            return RecentRows.Read(Model);
        }
        catch (DataException)
        {
            // The file has changed since the training; a file can still be predicted for.
            return null;
        }
    }

    private void Move(ChangeEventArgs change) => Take(int.Parse((string)change.Value!, CultureInfo.InvariantCulture));

    private void Take(int end)
    {
        _end = Math.Clamp(end, Length, Last);
        _rows.Clear();
        for (var row = _end - Length; row < _end; row++)
        {
            _rows.Add(Model.Description.Inputs.ToDictionary(i => i.Name, i => Value(i, row), StringComparer.Ordinal));
        }

        Ask();
    }

    private string? Value(InputDescription input, int row) =>
        _table!.CellOf(input, _table.Has(input.Name) ? _table.Value(input.Name, row) : _table.Value(Model.SourceOf(input.Name), row)).Text;

    private string Label(int row) => OrderBy is { } column
        ? _table!.Value(column, _end - Length + row) ?? "" : (row - Length + 1).ToString(CultureInfo.InvariantCulture);

    private void Change(int row, string name, string? value)
    {
        _rows[row][name] = string.IsNullOrWhiteSpace(value) ? null : value;
        Ask();
    }

    private void Ask()
    {
        if (_rows.Any(row => Model.Description.Inputs.Any(i => !FieldCheck.IsUsable(i, row[i.Name]))))
        {
            _asking!.Forget();
            return;
        }

        // Rows are given in their order; a column that orders or groups them is left out, so that the order is believed.
        var rows = _rows.Select(row => Model.Description.Inputs.ToDictionary(i => i.Name, i => FieldCheck.CellOf(i, row[i.Name]), StringComparer.Ordinal)).ToList();
        _asking!.Ask(id => new RunnerCommand.Predict(id, rows), DebouncedPrediction.Rest);
    }
}
