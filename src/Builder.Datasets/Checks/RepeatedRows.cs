using System.Collections.Immutable;
using Builder.Datasets.Columns;
using Builder.Datasets.Preparation;
using Builder.Datasets.Splits;
using Builder.Graph.Data;

namespace Builder.Datasets.Checks;

/// <summary>Rows that are copies of others, equal or nearly so, and what they do to the final test.</summary>
/// <param name="Repeats">Rows of which an equal one came before.</param>
/// <param name="Test">Rows of the test part.</param>
/// <param name="Known">Rows of the test part of which a copy is learned from.</param>
/// <param name="AreExpected">True where the columns allow so few different rows, or have them so unevenly, that repeats are no wonder.</param>
public sealed record RepeatedRows(int Repeats, int Test, int Known, bool AreExpected)
{
    private const int ExamplesKept = 6;

    /// <summary>Rows of which one came before that is nearly the same and not equal.</summary>
    public int Alike { get; init; }

    /// <summary>How many rows were looked through for ones that are nearly the same, where they were not all; else null.</summary>
    public int? Compared { get; init; }

    /// <summary>The rows of each group of copies, by their numbers.</summary>
    public ImmutableArray<RowNumbers> Groups { get; init; } = [];

    /// <summary>Some copies, those that are nearly the same first: the number of a row and of the first of its group.</summary>
    public ImmutableArray<(int First, int Copy)> Examples { get; init; } = [];

    /// <summary>The text column by which rows are copies; null where all columns count.</summary>
    public string? Text { get; init; }

    /// <summary>All rows of which a copy came before.</summary>
    public int Copies => Repeats + Alike;

    /// <summary>Looks through the rows that a data set uses. Null where there is no answer: a series, pictures, a text, or too many rows.</summary>
    /// <param name="dataSet">The description; its rows are split as it says.</param>
    /// <param name="table">All rows of the source.</param>
    public static RepeatedRows? Find(DataSet dataSet, RawTable table) => CopiedRows.Find(dataSet, table) is { } copies ? Of(dataSet, copies) : null;

    /// <summary>What copies do to the final test. Null where a description in the making cannot be split yet: what is wrong with it is told elsewhere.</summary>
    /// <param name="dataSet">The description; its rows are split as it says.</param>
    /// <param name="copies">The copies among the rows that it uses.</param>
    public static RepeatedRows? Of(DataSet dataSet, CopiedRows copies)
    {
        ArgumentNullException.ThrowIfNull(dataSet);
        ArgumentNullException.ThrowIfNull(copies);
        var (used, first) = (copies.Used, copies.First);
        var rows = Enumerable.Range(0, first.Length).Where(row => first[row] != row).ToArray();
        var alike = rows.Where(row => copies.Equal[row] == row).ToArray();
        try
        {
            var (test, known) = rows.Length == 0 ? (0, 0) : Parts(RowParts.Assign(dataSet, used, [used.RowCount], 1), first);
            return new RepeatedRows(rows.Length - alike.Length, test, known, copies.AreExpected)
            {
                Alike = alike.Length, Compared = copies.Compared < used.RowCount ? copies.Compared : null, Text = copies.Text,
                Groups = [.. rows.GroupBy(row => first[row]).Select(group => RowNumbers.Of(group.Prepend(group.Key).Select(used.RowNumber)))],
                Examples = [.. alike.Concat(rows.Except(alike)).Take(ExamplesKept).Select(row => (used.RowNumber(first[row]), used.RowNumber(row)))],
            };
        }
        catch (DataException)
        {
            return null;
        }
    }

    private static (int Test, int Known) Parts(Part[] parts, int[] first)
    {
        var learned = new HashSet<int>(first.Where((_, row) => parts[row] == Part.Train));
        var test = parts.Count(part => part == Part.Test);
        return (test, first.Where((place, row) => parts[row] == Part.Test && learned.Contains(place)).Count());
    }
}
