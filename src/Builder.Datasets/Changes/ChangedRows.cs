using System.Globalization;
using Builder.Datasets.Columns;
using Builder.Graph.Data;

namespace Builder.Datasets.Changes;

/// <summary>Applies to a table what a person has changed about single rows: corrects cells, puts values in place of those that stand for them, then leaves rows out.</summary>
public static class ChangedRows
{
    /// <summary>The table with the changes; row numbers stay those of the source.</summary>
    /// <param name="table">All rows of the source, in its order.</param>
    /// <param name="changes">The changes; null for none.</param>
    /// <exception cref="DataException">The source is another than the one that was changed, or a correction is no number where one is needed.</exception>
    public static RawTable Apply(RawTable table, RowChanges? changes)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (changes is null || changes.IsEmpty)
        {
            return table;
        }

        if (changes.Of is { } of && of != table.Fingerprint)
        {
            throw DataProblems.ExchangedFile(table.Name);
        }

        var cells = changes.Corrections.Where(c => c.Row >= 1 && c.Row <= table.RowCount).ToLookup(c => c.Column, StringComparer.Ordinal);
        var corrected = new RawTable(table.Name, [.. table.Columns.Select(c => Correct(table.Name, c, [.. cells[c.Name]]))], table.Fingerprint, table.SourceRows);
        var meant = MeantValues.Apply(corrected, changes);
        return changes.LeftOut.IsEmpty
            ? meant
            : meant.Select([.. Enumerable.Range(0, meant.RowCount).Where(row => !changes.LeftOut.Contains(meant.RowNumber(row)))]);
    }

    /// <summary>The rows, from 0, whose field of a column does not count because the row is left out or the cell has another value; null where all count.</summary>
    internal static Func<int, bool>? Replaced(RowChanges? changes, string column)
    {
        if (changes is null || changes.IsEmpty)
        {
            return null;
        }

        var corrected = changes.Corrections.Where(c => c.Column == column).Select(c => c.Row).ToHashSet();
        return row => corrected.Contains(row + 1) || changes.LeftOut.Contains(row + 1);
    }

    /// <summary>Whether all corrections of a column are numbers or gaps.</summary>
    internal static bool AreNumbers(RowChanges? changes, string column) =>
        changes is null || changes.Corrections.Where(c => c.Column == column && !changes.LeftOut.Contains(c.Row)).All(c => TryNumber(c.Value, out _));

    private static RawColumn Correct(string file, RawColumn column, CellCorrection[] cells) => (cells, column) switch
    {
        ([], _) => column,
        (_, NumberColumn numbers) => Correct(file, numbers, cells),
        (_, TextColumn texts) => Correct(texts, cells),
        _ => column,
    };

    private static NumberColumn Correct(string file, NumberColumn column, CellCorrection[] cells)
    {
        var values = (double[])column.Values.Clone();
        foreach (var cell in cells)
        {
            values[cell.Row - 1] = TryNumber(cell.Value, out var value) ? value : throw DataProblems.CorrectionNoNumber(file, cell);
        }

        return new NumberColumn(column.Name, values) { Findings = column.Findings };
    }

    private static TextColumn Correct(TextColumn column, CellCorrection[] cells)
    {
        var codes = (int[])column.Codes.Clone();
        var places = Places(column.Entries, cells);
        var added = new List<string>();
        foreach (var cell in cells)
        {
            if (cell.Value.Length == 0)
            {
                codes[cell.Row - 1] = TextColumn.Missing;
                continue;
            }

            if (!places.TryGetValue(cell.Value, out var code))
            {
                (code, places[cell.Value]) = (column.Entries.Length + added.Count, column.Entries.Length + added.Count);
                added.Add(cell.Value);
            }

            codes[cell.Row - 1] = code;
        }

        return new TextColumn(column.Name, codes, column.Entries.With(added)) { Dates = column.Dates };
    }

    /// <summary>Where the corrections stand among the texts of a column already.</summary>
    private static Dictionary<string, int> Places(TextEntries entries, CellCorrection[] cells)
    {
        var wanted = cells.Select(c => c.Value).ToHashSet(StringComparer.Ordinal);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (place, text) in entries.Index())
        {
            if (wanted.Contains(text))
            {
                places.TryAdd(text, place);
            }
        }

        return places;
    }

    private static bool TryNumber(string text, out double value)
    {
        value = double.NaN;
        return text.Length == 0
            || (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value));
    }
}
