using Builder.Datasets.Columns;
using Builder.Datasets.Numbers;
using Builder.Graph.Data;

namespace Builder.Datasets.Transforms;

/// <summary>Takes a column out of the imported table in the form that its type asks for.</summary>
internal static class RawValues
{
    /// <summary>Whether the table has the column at all.</summary>
    public static bool Has(RawTable table, string column) => table.Columns.Any(c => c.Name == column);

    /// <summary>The raw values of all rows.</summary>
    /// <exception cref="DataException">There is no such column, or it holds something else.</exception>
    public static ColumnValues Of(RawTable table, string column, ColumnType type, ColumnContext site, CancellationToken ct) => type switch
    {
        ColumnType.Number => Numbers(table, column, site),
        ColumnType.Picture => new UndecodedPictures(table.Find<PictureColumn>(column) ?? throw TransformErrors.NeedsPictures(site), ct),
        _ => Texts(table, column),
    };

    /// <summary>The column's texts, also where it was read as numbers.</summary>
    public static TextValues Texts(RawTable table, string column) => table.Find<TextColumn>(column) is { } texts
        ? new TextValues(texts.Codes, texts.Entries)
        : TextValues.From(new NumberValues(table.Get<NumberColumn>(column).Values));

    private static NumberValues Numbers(RawTable table, string column, ColumnContext site)
    {
        if (table.Find<NumberColumn>(column) is { } numbers)
        {
            return new NumberValues(numbers.Values);
        }
        var texts = table.Get<TextColumn>(column);
        var values = new double[texts.Count];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = texts[row] is not { } text || GapMarks.Contains(text) ? double.NaN
                : NumberText.TryParse(text, '.', out var number) ? number.Value
                : DurationText.TryParse(text, out var seconds) ? seconds
                : MarkedNumber.TryParse(text, '.', out number) ? number.Value
                : throw TransformErrors.NotANumber(site, row, text);
        }
        return new NumberValues(values);
    }
}
