using Builder.Datasets.Columns;
using Builder.Datasets.Import;
using Builder.Datasets.Preparation;
using Builder.Datasets.Splits;
using Builder.Graph.Data;

namespace Builder.Datasets.Checks;

/// <summary>Rows that occur more than once, and what they do to the final test.</summary>
/// <param name="Repeats">Rows of which an equal one came before.</param>
/// <param name="Test">Rows of the test part.</param>
/// <param name="Known">Rows of the test part of which an equal one is learned from.</param>
/// <param name="AreExpected">True where the columns allow so few different rows that repeats are no wonder.</param>
public sealed record RepeatedRows(int Repeats, int Test, int Known, bool AreExpected)
{
    /// <summary>Larger tables are not looked through: this is done while a person looks at the page.</summary>
    public const int MostRows = 500_000;

    private const double PossibleRowsForEachRow = 20;

    /// <summary>Looks through the rows that a data set uses. Null where there is no answer: a series, pictures, a text, or too many rows.</summary>
    /// <param name="dataSet">The description; its rows are split as it says.</param>
    /// <param name="table">All rows of the source.</param>
    public static RepeatedRows? Find(DataSet dataSet, RawTable table)
    {
        ArgumentNullException.ThrowIfNull(dataSet);
        ArgumentNullException.ThrowIfNull(table);
        var columns = RowTwins.Columns(dataSet);
        if (dataSet is not { Source: TableSource, Windows: null } || columns.Count < 2 || table.RowCount > MostRows)
        {
            return null;
        }

        try
        {
            var used = RowSelector.Select(table, dataSet);
            var first = RowTwins.FirstOf(used, columns);
            var repeats = first.Where((place, row) => place != row).Count();
            var (test, known) = repeats == 0 ? (0, 0) : Parts(RowParts.Assign(dataSet, used, [used.RowCount], 1), first);
            return new RepeatedRows(repeats, test, known, PossibleRows(used, columns) < PossibleRowsForEachRow * used.RowCount);
        }
        catch (DataException)
        {
            // A description in the making cannot be split yet; what is wrong with it is told elsewhere.
            return null;
        }
    }

    private static (int Test, int Known) Parts(Part[] parts, int[] first)
    {
        var learned = new HashSet<int>(first.Where((_, row) => parts[row] == Part.Train));
        var test = parts.Count(part => part == Part.Test);
        return (test, first.Where((place, row) => parts[row] == Part.Test && learned.Contains(place)).Count());
    }

    /// <summary>How many different rows the values of the columns could make.</summary>
    private static double PossibleRows(RawTable table, IReadOnlyList<string> columns) =>
        columns.Aggregate(1.0, (product, name) => product * Math.Max(1, Different(table, name)));

    private static int Different(RawTable table, string name) =>
        table.Find<NumberColumn>(name) is { } numbers ? numbers.Values.Distinct().Count()
        : table.Find<TextColumn>(name) is { } texts ? texts.Codes.Distinct().Count()
        : 1;
}
