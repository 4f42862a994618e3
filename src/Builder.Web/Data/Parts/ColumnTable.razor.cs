using System.Globalization;
using Builder.Datasets.Profiles;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Proposals;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data.Parts;

/// <summary>All columns of a table: what they hold and what they are used for.</summary>
public sealed partial class ColumnTable
{
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

    private List<Line> Lines { get; set; } = [];

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_of != Inspection)
        {
            _of = Inspection;
            _dates = [.. Inspection.Table.Columns.Select((c, i) => Inspection.Columns[i].Type == ColumnType.Date ? DateSpan.Of(c) : null)];
        }

        Lines = [.. Plan.Columns.Select(LineOf)];
    }

    private Line LineOf(ColumnChoice choice, int i) => new(
        choice, Inspection.Profiles[i], choice.Type == Inspection.Columns[i].Type ? Inspection.Types[i].Reason : Localized.Same(""), choice.Type == ColumnType.Date ? _dates[i] : null);

    private static IEnumerable<ColumnUse> Uses(ColumnChoice column) =>
        column.Type is ColumnType.Number or ColumnType.Category || column.Use == ColumnUse.Target ? [ColumnUse.Input, ColumnUse.Target, ColumnUse.Ignored] : [ColumnUse.Input, ColumnUse.Ignored];

    private static IEnumerable<ColumnType> Types(ColumnChoice column) =>
        column.Type == ColumnType.Picture ? [ColumnType.Picture] : [ColumnType.Number, ColumnType.Category, ColumnType.Date, ColumnType.Text, ColumnType.Id];

    private static string Share(Line line) => line.Share.ToString("0.###", CultureInfo.InvariantCulture);

    private Task SetUse(ColumnChoice column, ChangeEventArgs e) =>
        Enum.TryParse<ColumnUse>(e.Value as string, out var use) ? Change(column, c => c with { Use = use }) : Task.CompletedTask;

    private Task SetType(ColumnChoice column, ChangeEventArgs e) =>
        Enum.TryParse<ColumnType>(e.Value as string, out var type)
            ? Change(column, c => c with { Type = type, Use = type == ColumnType.Id ? ColumnUse.Ignored : c.Use })
            : Task.CompletedTask;

    private Task SetUnit(ColumnChoice column, ChangeEventArgs e) =>
        Change(column, c => c with { Unit = (e.Value as string)?.Trim() is { Length: > 0 } unit ? unit : null });

    private Task Change(ColumnChoice column, Func<ColumnChoice, ColumnChoice> change) => OnChange.InvokeAsync(new ColumnChange(column.Name, change));

    private sealed record Line(ColumnChoice Choice, ColumnProfile Profile, Localized Why, DateSpan? Dates)
    {
        public double Share => Profile.Missing / (double)Math.Max(1, Profile.Count);
    }
}
