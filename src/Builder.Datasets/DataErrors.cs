using Builder.Graph.Messages;

namespace Builder.Datasets;

/// <summary>Puts the place in front of what is wrong.</summary>
internal static class DataErrors
{
    private static readonly MessageTemplate AtWords = new("data-at", "{place}: {what}", "{place}：{what}");

    private static readonly MessageTemplate RowWords = new("data-at-row", "row {row}", "第 {row} 行");

    private static readonly MessageTemplate ColumnWords = new("data-at-column", "column \"{column}\"", "“{column}”列");

    /// <summary>An error at a place; what is not known of the place is left out.</summary>
    /// <param name="what">What is wrong and what can be done.</param>
    /// <param name="file">File or folder.</param>
    /// <param name="row">Row of data, the first being 1.</param>
    /// <param name="column">Column.</param>
    /// <param name="inner">The technical cause, for the log.</param>
    public static DataException At(Message what, string? file, int? row, string? column, Exception? inner = null)
    {
        List<MessageArgument> place = [];
        if (file is not null)
        {
            place.Add(file);
        }
        if (row is { } number)
        {
            place.Add(RowWords.With(("row", number)));
        }
        if (column is not null)
        {
            place.Add(ColumnWords.With(("column", column)));
        }

        var said = place.Count == 0 ? what : AtWords.With(("place", place.ToArray()), ("what", what));
        return new DataException(said, new DataPlace(file, row, column), inner, what.Kind);
    }
}
