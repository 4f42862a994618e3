using Builder.Datasets.Columns;
using Builder.Graph.Data;
using Builder.Web.Instruments.Grids;

namespace Builder.Web.Data.Rows;

/// <summary>
/// The rows of a table to look through: sorted, filtered and searched on the server, so that a window holds only those in view.
/// </summary>
public sealed class RowTable
{
    /// <summary>A part of the rows: those with a gap in any column.</summary>
    public const string Gaps = "gaps";

    /// <summary>A part of the rows: those that are left out.</summary>
    public const string LeftOut = "out";

    /// <summary>A part of the rows: those with a corrected cell.</summary>
    public const string Corrected = "corrected";

    private readonly RowChanges? _changes;
    private readonly HashSet<(int Row, string Column)> _corrected;

    /// <summary>Prepares a table.</summary>
    /// <param name="all">All its rows, corrected, with none left out.</param>
    /// <param name="types">What its columns are used as, one for each.</param>
    /// <param name="changes">What a person has changed.</param>
    public RowTable(RawTable all, IReadOnlyList<ColumnType> types, RowChanges? changes)
    {
        ArgumentNullException.ThrowIfNull(all);
        _changes = changes;
        _corrected = [.. (changes?.Corrections ?? []).Select(c => (c.Row, c.Column))];
        Count = all.RowCount;
        Fingerprint = all.Fingerprint;
        Columns = [.. all.Columns.Select((column, i) => RowColumn.Of(column, types[i])).OfType<RowColumn>()];
    }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>Names the file's content.</summary>
    public string Fingerprint { get; }

    /// <summary>The columns that can be shown.</summary>
    public IReadOnlyList<RowColumn> Columns { get; }

    /// <summary>How many rows are left out.</summary>
    public long LeftOutCount => _changes?.LeftOut.Count ?? 0;

    /// <summary>How many cells are corrected.</summary>
    public int CorrectedCount => _corrected.Count;

    /// <summary>Numbers of the rows that a person wants to see, in their order; null for all in that of the file. Takes a moment for many rows.</summary>
    public int[]? Find(GridView view, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (!view.IsFiltered && view.Sort is null)
        {
            return null;
        }

        var conditions = Conditions(view).ToArray();
        var rows = new List<int>();
        for (var row = 0; row < Count; row++)
        {
            if (row % 4096 == 0)
            {
                ct.ThrowIfCancellationRequested();
            }

            if (Array.TrueForAll(conditions, meets => meets(row)))
            {
                rows.Add(row + 1);
            }
        }

        int[] found = [.. rows];
        if (view.Sort is { } sort && Columns.FirstOrDefault(c => c.Name == sort.Column) is { } column)
        {
            column.Sort(found, sort.Descending);
        }

        return found;
    }

    /// <summary>Rows to show.</summary>
    /// <param name="found">What <see cref="Find"/> gave.</param>
    /// <param name="start">The first one's place.</param>
    /// <param name="count">How many.</param>
    /// <param name="columns">The columns that are shown.</param>
    public IReadOnlyList<TableRow> Take(int[]? found, int start, int count, IReadOnlyList<RowColumn> columns)
    {
        var end = Math.Min(start + count, found?.Length ?? Count);
        return [.. Enumerable.Range(start, Math.Max(0, end - start)).Select(place => Row(found?[place] ?? place + 1, columns))];
    }

    /// <summary>One row.</summary>
    public TableRow Row(int number, IReadOnlyList<RowColumn> columns) => new(
        number, _changes?.LeftOut.Contains(number) == true, [.. columns.Select(c => new TableCell(c.Text(number - 1), _corrected.Contains((number, c.Name))))]);

    private IEnumerable<Predicate<int>> Conditions(GridView view)
    {
        foreach (var (name, typed) in view.Filters)
        {
            if (Columns.FirstOrDefault(c => c.Name == name)?.Condition(typed) is { } condition)
            {
                yield return condition;
            }
        }

        if (view.Search.Trim() is { Length: > 0 } wanted)
        {
            Predicate<int>[] anywhere = [.. Columns.Select(c => c.Holding(wanted)).OfType<Predicate<int>>()];
            yield return row => Array.Exists(anywhere, holds => holds(row));
        }

        switch (view.Only)
        {
            case Gaps:
                yield return row => Columns.Any(c => c.IsMissing(row));
                break;
            case LeftOut:
                yield return row => _changes?.LeftOut.Contains(row + 1) == true;
                break;
            case Corrected:
                var rows = _corrected.Select(c => c.Row).ToHashSet();
                yield return row => rows.Contains(row + 1);
                break;
        }
    }
}

/// <summary>A row as it is shown.</summary>
/// <param name="Number">Its number in the file; the first row of data is 1.</param>
/// <param name="IsLeftOut">Whether it is not used.</param>
/// <param name="Cells">One for each column that is shown.</param>
public sealed record TableRow(int Number, bool IsLeftOut, IReadOnlyList<TableCell> Cells);

/// <summary>A cell as it is shown.</summary>
/// <param name="Text">Its value; null where it is missing.</param>
/// <param name="IsCorrected">Whether the file says something else.</param>
public sealed record TableCell(string? Text, bool IsCorrected);
