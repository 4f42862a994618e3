using Builder.Datasets.Columns;
using Builder.Datasets.Import;
using Builder.Graph.Data;

namespace Builder.Datasets.Checks;

/// <summary>Which of the rows that a data set uses are copies of others, equal or nearly so, whichever part they are in.</summary>
public sealed class CopiedRows
{
    /// <summary>Larger tables are not looked through: this is done while a person looks at the page.</summary>
    public const int MostRows = 500_000;

    private const double PossibleRowsForEachRow = 20;

    /// <summary>A text of which fewer rows than this share are different belongs to what a row is about, and does not name the row.</summary>
    private const double OwnTexts = 0.5;

    private const int TextsLookedAt = 1_000;

    private CopiedRows(RawTable used, int[] first, int[] equal) => (Used, First, Equal, Compared) = (used, first, equal, used.RowCount);

    /// <summary>How many rows were looked through for ones that are nearly the same; equal ones are found among all.</summary>
    public int Compared { get; private init; }

    /// <summary>The text column by which rows are copies; null where all columns count.</summary>
    public string? Text { get; private init; }

    /// <summary>True where the columns allow so few different rows, or have them so unevenly, that repeats are no wonder.</summary>
    public bool AreExpected { get; private init; }

    /// <summary>The rows that are used.</summary>
    internal RawTable Used { get; }

    /// <summary>For each of them the first that it is a copy of, or itself.</summary>
    internal int[] First { get; }

    /// <summary>For each of them the first that is equal in all columns, or itself.</summary>
    internal int[] Equal { get; }

    /// <summary>Looks through the rows that a data set uses. Null where there is no answer: a series, pictures, a text, or too many rows.</summary>
    /// <param name="dataSet">The description.</param>
    /// <param name="table">All rows of the source.</param>
    public static CopiedRows? Find(DataSet dataSet, RawTable table)
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
            var equal = RowTwins.FirstOf(used, columns);
            return OwnText(dataSet, used) is { } text ? ByText(used, text, equal) : ByColumns(used, columns, equal);
        }
        catch (DataException)
        {
            // A description in the making may name what is not there; what is wrong with it is told elsewhere.
            return null;
        }
    }

    /// <summary>Copies that were found in another way.</summary>
    /// <param name="dataSet">The description.</param>
    /// <param name="table">All rows of the source.</param>
    /// <param name="groups">The numbers of the rows of each group.</param>
    /// <param name="compared">How many rows were looked at.</param>
    /// <exception cref="DataException">The description names what is not there.</exception>
    public static CopiedRows Of(DataSet dataSet, RawTable table, IReadOnlyList<RowNumbers> groups, int compared)
    {
        ArgumentNullException.ThrowIfNull(dataSet);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(groups);
        var used = RowSelector.Select(table, dataSet);
        var places = Enumerable.Range(0, used.RowCount).ToDictionary(used.RowNumber);
        int[] each = [.. Enumerable.Range(0, used.RowCount)];
        var first = (int[])each.Clone();
        foreach (var group in groups)
        {
            var rows = group.Each().Where(places.ContainsKey).Select(number => places[number]).ToArray();
            foreach (var row in rows)
            {
                first[row] = rows[0];
            }
        }

        return new CopiedRows(used, first, each) { Compared = compared };
    }

    /// <summary>The text that stands for its row: long, and seldom the same in two rows.</summary>
    private static TextColumn? OwnText(DataSet dataSet, RawTable used)
    {
        var text = dataSet.Columns.Where(c => c.Type == ColumnType.Text).Select(c => used.Find<TextColumn>(c.SourceName)).OfType<TextColumn>().FirstOrDefault();
        var looked = text?.Entries.Take(TextsLookedAt).ToArray() ?? [];
        return text is not null && text.Codes.Distinct().Count() >= used.RowCount * OwnTexts && looked.Count(NearTexts.IsLong) * 2 >= looked.Length ? text : null;
    }

    private static CopiedRows ByText(RawTable used, TextColumn text, int[] equal)
    {
        var texts = NearTexts.FirstOf(text, out var compared);
        var isLong = text.Entries.ConvertAll(NearTexts.IsLong);
        var (rowOf, first) = (new Dictionary<int, int>(), (int[])equal.Clone());
        for (var row = 0; row < first.Length; row++)
        {
            if (text.Codes[row] is var code && code >= 0 && isLong[code] && !rowOf.TryAdd(texts[code], row))
            {
                first[row] = rowOf[texts[code]];
            }

            first[row] = first[first[row]];
        }

        return new CopiedRows(used, first, equal) { Text = text.Name, Compared = compared < text.Entries.Length ? compared : used.RowCount };
    }

    private static CopiedRows ByColumns(RawTable used, IReadOnlyList<string> columns, int[] equal)
    {
        var first = NearRows.FirstOf(used, columns, equal);
        var hasRepeats = equal.Where((place, row) => place != row).Any();
        return new CopiedRows(used, first, equal)
        {
            Compared = Math.Min(used.RowCount, NearRows.MostRows),
            AreExpected = ArePossibleRowsFewer(used, columns, PossibleRowsForEachRow * used.RowCount) || (ReferenceEquals(first, equal) && hasRepeats && Coincidence.Explains(used, columns)),
        };
    }

    /// <summary>Whether the values of the columns could make fewer different rows than a number. Mostly two or three columns tell.</summary>
    private static bool ArePossibleRowsFewer(RawTable table, IReadOnlyList<string> columns, double than)
    {
        var possible = 1.0;
        foreach (var name in columns)
        {
            possible *= Math.Max(1, Different(table, name));
            if (possible >= than)
            {
                return false;
            }
        }

        return possible < than;
    }

    private static int Different(RawTable table, string name) =>
        table.Find<NumberColumn>(name) is { } numbers ? numbers.Values.Distinct().Count()
        : table.Find<TextColumn>(name) is { } texts ? texts.Codes.Distinct().Count()
        : 1;
}
