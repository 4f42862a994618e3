using System.Collections.Immutable;
using Builder.Graph.Documents;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data.Rows;

/// <summary>One row: all values that are shown, to look at and to correct.</summary>
public sealed partial class RowDialog
{
    private int? _shown;
    private List<Field> _fields = [];

    /// <summary>The rows, corrected as they are now.</summary>
    [Parameter, EditorRequired]
    public required RowTable Table { get; set; }

    /// <summary>Number of the row; null while the dialog is closed.</summary>
    [Parameter]
    public int? Row { get; set; }

    /// <summary>The columns that are shown.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<RowColumn> Shown { get; set; }

    /// <summary>The row as the file has it.</summary>
    [Parameter, EditorRequired]
    public required Func<int, Task<TableRow>> InFile { get; set; }

    /// <summary>True where nothing can be changed at the moment.</summary>
    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>The person wants it closed.</summary>
    [Parameter]
    public EventCallback OnClose { get; set; }

    /// <summary>The person wants these cells changed.</summary>
    [Parameter]
    public EventCallback<ImmutableArray<CellChange>> OnSave { get; set; }

    private bool CanSave => _fields.TrueForAll(f => f.IsUsable) && _fields.Exists(f => f.IsChanged);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (Row == _shown)
        {
            return;
        }

        _shown = Row;
        _fields = [];
        if (Row is not { } number)
        {
            return;
        }

        var (now, file) = (Table.Row(number, Shown), await InFile(number));
        if (_shown == number)
        {
            _fields = [.. Shown.Select((column, i) => new Field(column, now.Cells[i].Text, file.Cells[i].Text))];
        }
    }

    private Task SaveAsync() => OnSave.InvokeAsync(
        [.. _fields.Where(f => f.IsChanged).Select(f => new CellChange(_shown!.Value, f.Column.Name, f.IsCorrected ? f.Value.Trim() : null))]);

    /// <summary>A value while it is typed.</summary>
    private sealed class Field(RowColumn column, string? now, string? inFile)
    {
        public RowColumn Column => column;

        public string? InFile => inFile;

        public string Value { get; set; } = now ?? "";

        public bool IsUsable => column.Takes(Value);

        public bool IsChanged => Value.Trim() != (now ?? "");

        public bool IsCorrected => Value.Trim() != (inFile ?? "");
    }
}
