using System.Globalization;
using System.Text;
using Builder.Datasets.Dates;
using Builder.Datasets.Numbers;
using Builder.Graph.Data;

namespace Builder.Datasets.Csv;

/// <summary>Tells which of the first lines of a table hold names, which say more about the columns, and which are rows.</summary>
internal static class HeaderDetection
{
    // By chance a line of data counts on as well, but not one in so many.
    private const int CountingLinesIn = 20;

    /// <summary>The lines at the beginning of a table that are no rows.</summary>
    /// <param name="lines">The table's first lines.</param>
    /// <param name="decimalMark">'.' or ','.</param>
    /// <param name="missing">The fields that mean "no value".</param>
    public static TableHeader Detect(IReadOnlyList<string[]> lines, byte decimalMark, IReadOnlyCollection<string> missing)
    {
        if (GroupedNames.Lines(lines) is > 1 and var names)
        {
            return new(names, LinesBelowNames.Of(lines, names));
        }

        var notes = LinesBelowNames.Of(lines, 1);
        return HasHeader([.. lines.Take(1), .. lines.Skip(1 + notes)], decimalMark, missing) ? new TableHeader(1, notes) : false;
    }

    /// <summary>
    /// Names, unless one of them is a number or a date, or they are not all different, or one occurs again below in its own column
    /// of texts. Numbers are names where they count on (2019, 2020, 2021) and hardly any other line does.
    /// </summary>
    private static bool HasHeader(List<string[]> lines, byte decimalMark, IReadOnlyCollection<string> missing)
    {
        if (lines.Count == 0)
        {
            return true;
        }

        var first = lines[0];
        var named = first.Where(f => f.Length > 0).ToArray();
        if (CountsOn(first) && lines.Skip(1).Count(CountsOn) * CountingLinesIn < lines.Count)
        {
            return true;
        }

        if (named.Length == 0 || named.Any(f => IsNumber(f, decimalMark) || DateText.IsFullDate(f)))
        {
            return false;
        }

        var columns = Enumerable.Range(0, first.Length).Select(c => lines.Skip(1).Where(l => c < l.Length).Select(l => l[c]).ToArray()).ToArray();
        if (columns.Any(c => c.Any(f => IsWritten(f, decimalMark)) && c.All(f => missing.Contains(f) || IsWritten(f, decimalMark))))
        {
            return true;
        }

        return named.Distinct(StringComparer.Ordinal).Count() == named.Length
            && !columns.Where((column, index) => column.Contains(first[index], StringComparer.Ordinal)).Any();
    }

    /// <summary>At least three whole numbers, or two years, of which each is one more than the one before; and else only texts.</summary>
    private static bool CountsOn(string[] line)
    {
        var numbers = line.Where(f => f.Length > 0 && f.All(char.IsAsciiDigit) && f.Length < 10).Select(f => int.Parse(f, CultureInfo.InvariantCulture)).ToArray();
        return (numbers.Length >= 3 || (numbers.Length == 2 && numbers.All(n => n is > 1900 and < 2100)))
            && numbers.Zip(numbers.Skip(1)).All(n => n.Second == n.First + 1)
            && line.All(f => f.All(char.IsAsciiDigit) || !IsWritten(f, (byte)'.'));
    }

    private static bool IsWritten(string field, byte decimalMark) => NumberText.TryParse(field, (char)decimalMark, out _);

    private static bool IsNumber(string field, byte decimalMark) =>
        NumberParser.TryParse(Encoding.UTF8.GetBytes(field), decimalMark, out _);
}

/// <summary>What the first rows of a column hold, to be compared with what stands above them.</summary>
internal static class RowSample
{
    private const int OthersIn = 10;
    private const int MostTrustedOf = 4;

    /// <summary>Whether nearly all cells of a column are numbers or dates, gaps aside.</summary>
    /// <param name="lines">The table's first lines.</param>
    /// <param name="from">The first of them that is a row.</param>
    /// <param name="column">The column's place, from 0.</param>
    public static bool AreValues(IReadOnlyList<string[]> lines, int from, int column)
    {
        var (values, others) = (0, 0);
        for (var i = from; i < lines.Count; i++)
        {
            if (column < lines[i].Length && lines[i][column] is { Length: > 0 } cell && !GapMarks.Contains(cell))
            {
                _ = IsValue(cell) ? values++ : others++;
            }
        }

        return values > 0 && (others * OthersIn <= values || (others == 1 && values >= MostTrustedOf));
    }

    /// <summary>Whether most filled cells of a column are years, so that a year above them is no name.</summary>
    public static bool AreYears(IReadOnlyList<string[]> lines, int from, int column) =>
        lines.Skip(from).Where(l => column < l.Length && l[column].Length > 0).Select(l => l[column]).ToArray() is { Length: > 0 } cells && cells.Count(IsYear) * 2 >= cells.Length;

    /// <summary>Whether a cell is a number or a date.</summary>
    public static bool IsValue(string cell) => NumberText.TryParse(cell, '.', out _) || DateText.IsFullDate(cell);

    /// <summary>Whether a cell is a year in digits, as the name of a column may be.</summary>
    public static bool IsYear(string cell) => cell.Trim() is ['1', '9', _, _] or ['2', '0', _, _] && cell.Trim().All(char.IsAsciiDigit);

    /// <summary>What a line holds at a place; empty where it ends before.</summary>
    public static string At(string[] line, int column) => column < line.Length ? line[column].Trim() : "";
}
