using System.Globalization;
using Builder.Datasets.Columns;
using Builder.Datasets.Csv;
using Builder.Datasets.Numbers;
using Builder.Datasets.Readings;
using Builder.Graph.Data;
using Builder.Protocol;
using Builder.Web.Scores;

namespace Builder.Web.Use.Tables;

/// <summary>A table as it is written: every field as text.</summary>
/// <param name="Names">The columns.</param>
/// <param name="Columns">Their texts; null where one is missing.</param>
public sealed record TextTable(IReadOnlyList<string> Names, IReadOnlyList<TextColumn> Columns)
{
    /// <summary>The decimal mark of its numbers.</summary>
    public char DecimalMark { get; init; } = '.';

    /// <summary>Number of rows.</summary>
    public int Count => Columns.Count == 0 ? 0 : Columns[0].Count;

    /// <summary>The text of a field; null where it or the whole column is missing.</summary>
    public string? Value(string column, int row)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (Names[i] == column)
            {
                return Columns[i][row];
            }
        }

        return null;
    }

    /// <summary>What is sent to a model for a text of this table.</summary>
    public Cell CellOf(InputDescription input, string? text) =>
        input.Kind == "number" && MarkedNumber.TryParseAny(text, DecimalMark, out var number, input.HasMagnitudes) ? number
        : input.Kind == "number" && DurationText.TryParse(text, out var seconds, FieldCheck.AreHours(input)) ? seconds : text;

    /// <summary>Whether there is a column of that name.</summary>
    public bool Has(string column) => Names.Contains(column);

    /// <summary>A table that was read already; its numbers have decimal points.</summary>
    public static TextTable Of(RawTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        TextColumn[] columns = [.. table.Columns.GroupBy(c => c.Name).Select(c => c.FirstOrDefault(n => n is NumberColumn) ?? c.First()).Select(Texts).OfType<TextColumn>()];
        return new([.. columns.Select(c => c.Name)], columns);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="alike">A source that is written alike, where one is known: whether it has a header, and what means "missing".</param>
    /// <param name="expected">Columns that must be there; where the first line names one, it is a header.</param>
    /// <param name="ct">Stops reading.</param>
    /// <exception cref="Builder.Datasets.DataException">It cannot be read.</exception>
    public static TextTable Read(string path, TableSource? alike, IReadOnlyCollection<string> expected, CancellationToken ct = default)
    {
        var own = new TableSource
        {
            Path = path, Missing = alike?.Missing ?? TableSource.UsualMissing, Decimal = alike?.Decimal, Decimals = alike?.Decimals, Sheet = alike?.Sheet, FillMerged = alike?.FillMerged, SplitsKeys = alike?.SplitsKeys, Quotes = alike?.Quotes,
        };
        using var reading = TableReading.OpenNew(own, path, ct);
        if (!NewNames.Take(reading, expected, alike?.Header) && alike?.Header is { Names: 0 })
        {
            // A file like the training data's, which has no header, has none either, whatever its first line looks like.
            reading.SetHeader(false);
        }

        var columns = reading.Read([.. reading.Names.Select((name, i) => new ColumnRequest(name, i, IsNumber: false))], ct: ct);
        return new(reading.Names, [.. columns.Cast<TextColumn>()]) { DecimalMark = (char)reading.Format.DecimalMark };
    }

    private static TextColumn? Texts(RawColumn column) => column is NumberColumn numbers
        ? new TextColumn(numbers.Name, [.. numbers.Values.Select(v => double.IsNaN(v) ? null : v.ToString("R", CultureInfo.InvariantCulture))])
        : column as TextColumn;
}
