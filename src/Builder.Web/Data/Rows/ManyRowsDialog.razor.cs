using System.Collections.Immutable;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data.Rows;

/// <summary>Gives all chosen rows the same value in one column.</summary>
public sealed partial class ManyRowsDialog
{
    private string? _column;
    private string _value = "";
    private bool _wasOpen;

    /// <summary>True while it is open.</summary>
    [Parameter]
    public bool Open { get; set; }

    /// <summary>The rows.</summary>
    [Parameter, EditorRequired]
    public required RowNumbers Rows { get; set; }

    /// <summary>The columns that can be corrected.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<RowColumn> Columns { get; set; }

    /// <summary>Name of the column that is offered first.</summary>
    [Parameter]
    public string? First { get; set; }

    /// <summary>The person wants it closed.</summary>
    [Parameter]
    public EventCallback OnClose { get; set; }

    /// <summary>The person wants these cells changed.</summary>
    [Parameter]
    public EventCallback<ImmutableArray<CellChange>> OnSave { get; set; }

    private RowColumn? Column => Columns.FirstOrDefault(c => c.Name == (_column ?? First));

    private Localized? Fault => Rows.Count > DocumentLimits.CorrectedCells ? RowTexts.TooMany(DocumentLimits.CorrectedCells)
        : Column?.Takes(_value) == false ? RowTexts.NeedsNumber : null;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (Open && !_wasOpen)
        {
            (_column, _value) = (null, "");
        }

        _wasOpen = Open;
    }

    private Task SaveAsync() => OnSave.InvokeAsync([.. Rows.Each().Select(row => new CellChange(row, Column!.Name, _value.Trim()))]);
}
