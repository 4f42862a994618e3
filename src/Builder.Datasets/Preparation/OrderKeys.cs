using System.Globalization;
using Builder.Datasets.Columns;
using Builder.Datasets.Transforms;
using Builder.Graph.Data;

namespace Builder.Datasets.Preparation;

/// <summary>The values by which rows are ordered in time: numbers, or dates as days since 1970-01-01.</summary>
internal sealed class OrderKeys
{
    private readonly DateOrder? _order;
    private readonly string _column;

    private OrderKeys(string column, double[] values, DateOrder? order)
    {
        _column = column;
        Values = values;
        _order = order;
    }

    /// <summary>One key a row.</summary>
    public double[] Values { get; }

    /// <summary>Reads the keys of a column.</summary>
    /// <exception cref="DataException">A value is missing, or is neither number nor date.</exception>
    public static OrderKeys Of(RawTable table, string column)
    {
        if (table.Find<NumberColumn>(column) is { } numbers)
        {
            var missing = Array.FindIndex(numbers.Values, double.IsNaN);
            return missing < 0
                ? new OrderKeys(column, numbers.Values, null)
                : throw PreparationErrors.OrderMissing(table.Name, column, table.RowNumber(missing));
        }
        var texts = RawValues.Texts(table, column);
        var dates = table.Find<TextColumn>(column)?.Dates;
        DateOrder? order = dates is not null ? dates.Order : texts.Entries.All(text => Number(text) is not null) ? null : DateReading.OrderOf(texts.Entries);
        var keys = new double[texts.Rows];
        for (var row = 0; row < keys.Length; row++)
        {
            var code = texts.Codes[row];
            if (code == TextValues.Missing)
            {
                throw PreparationErrors.OrderMissing(table.Name, column, table.RowNumber(row));
            }
            var text = texts.Entries[code];
            keys[row] = Read(text, order) ?? throw PreparationErrors.NoOrder(table.Name, column, table.RowNumber(row), text);
        }
        return new OrderKeys(column, keys, order);
    }

    /// <summary>The key of a border that the document gives, written as the column's values are, or as a date like 2015-01-01.</summary>
    /// <exception cref="DataException">It is neither.</exception>
    public double Border(string text) =>
        Read(text, _order) ?? (_order is null ? null : DateReading.Days(text, DateOrder.YearFirst)) ?? throw PreparationErrors.BadBorder(_column, text);

    private static double? Read(string text, DateOrder? order) => order is { } known ? DateReading.Days(text, known) : Number(text);

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
