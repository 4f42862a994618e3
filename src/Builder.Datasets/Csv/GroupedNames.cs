using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Builder.Datasets.Numbers;

namespace Builder.Datasets.Csv;

/// <summary>
/// Names of columns that stand in several lines, as sheets, pivot tables and surveys have them: the upper lines name groups of columns ("2023, , 2024, "), each over the first of
/// its columns or over all of them, the lowest the columns themselves ("Q1, Q2, Q1, Q2").
/// </summary>
internal static partial class GroupedNames
{
    /// <summary>Lines of names that are found; a person may name more.</summary>
    public const int MostLines = 3;

    /// <summary>How many of the first lines hold names together; 1 where no line names groups.</summary>
    /// <param name="lines">The table's first lines.</param>
    public static int Lines(IReadOnlyList<string[]> lines)
    {
        for (var count = 2; count <= MostLines && count < lines.Count; count++)
        {
            if (Are(lines, count))
            {
                return count < MostLines && NamesTheRest(lines, count) ? count + 1 : count;
            }
        }

        return 1;
    }

    /// <summary>The names that several lines make together, empty where none of them names a column.</summary>
    /// <param name="lines">The lines from the upper to the lowest.</param>
    public static ImmutableArray<string> Join(IReadOnlyList<IReadOnlyList<string>> lines)
    {
        var width = lines.Max(l => l.Count);
        var filled = lines.Select((line, i) => Filled(line, lines.Skip(i + 1).ToArray(), width)).ToArray();
        return [.. Enumerable.Range(0, width).Select(c => string.Join(' ', Parts(filled.Select(l => l[c]))))];
    }

    // What is merged over several lines and filled stands in each of them.
    private static IEnumerable<string> Parts(IEnumerable<string> cells)
    {
        var before = "";
        foreach (var cell in cells)
        {
            if (cell.Length > 0 && cell != before)
            {
                yield return cell;
                before = cell;
            }
        }
    }

    // A group's name belongs to the columns on its right that have a name of their own and none of a group.
    private static string[] Filled(IReadOnlyList<string> line, IReadOnlyList<string>[] below, int width)
    {
        string Cell(IReadOnlyList<string> cells, int column) => column < cells.Count && !Unnamed().IsMatch(cells[column]) ? cells[column].Trim() : "";
        var filled = Enumerable.Range(0, width).Select(c => Cell(line, c)).ToArray();
        if (!RepeatsBeside(filled))
        {
            for (var c = 1; c < width; c++)
            {
                filled[c] = filled[c].Length == 0 && below.Any(l => Cell(l, c).Length > 0) ? filled[c - 1] : filled[c];
            }
        }

        return filled;
    }

    private static bool RepeatsBeside(string[] cells) => cells.Zip(cells.Skip(1)).Any(c => c.First.Length > 0 && c.First == c.Second);

    private static bool Are(IReadOnlyList<string[]> lines, int count)
    {
        var width = lines.Take(count).Max(l => l.Length);
        if (width < 2 || !lines.Take(count - 1).Any(l => NamesGroups(l, lines[count - 1])))
        {
            return false;
        }

        var head = lines.Take(count).Select(l => Enumerable.Range(0, width).Select(c => RowSample.At(l, c)).ToArray()).ToArray();
        var (isOverValues, isAbsentBelow) = (false, false);
        for (var column = 0; column < width; column++)
        {
            var areValues = RowSample.AreValues(lines, count, column);
            foreach (var cell in head.Select(l => l[column]).Where(c => c.Length > 0))
            {
                if (GapMarks.Contains(cell) || (RowSample.IsValue(cell) && !(RowSample.IsYear(cell) && !RowSample.AreYears(lines, count, column)) && !Counts(head[^1], head[0], cell)))
                {
                    return false;
                }
            }

            // Only above the names of rows, or in columns that hold nothing, may there be no name.
            if (column > 0 && head.All(l => l[column].Length == 0) && lines.Skip(count).Any(l => RowSample.At(l, column).Length > 0))
            {
                return false;
            }

            isOverValues |= areValues && head[^1][column].Length > 0;
            isAbsentBelow |= head[^1][column].Length == 0 && head[..^1].Any(l => l[column].Length > 0) && lines.Skip(count).All(l => RowSample.At(l, column).Length > 0);
        }

        var names = Join(head).Where(n => n.Length > 0).ToArray();
        return (isOverValues || (isAbsentBelow && lines.Count > count + 1)) && names.Distinct(StringComparer.Ordinal).Count() == names.Length;
    }

    // 1, 2, 3 for the months of each year: whole numbers that begin anew in every group are names.
    private static bool Counts(string[] line, string[] groups, string cell)
    {
        var runs = new List<List<string>>();
        for (var column = 0; column < line.Length; column++)
        {
            if (groups[column].Length > 0 || runs.Count == 0)
            {
                runs.Add([]);
            }

            runs[^1].Add(line[column]);
        }

        var counted = runs.Where(r => r.Contains(cell)).ToArray();
        return counted.Length >= 2 && counted.All(r => r.Count >= 2 && r.SequenceEqual(counted[0]) && r.All(c => c.Length is > 0 and < 4 && c.All(char.IsAsciiDigit))
            && r.Zip(r.Skip(1)).All(n => int.Parse(n.Second, CultureInfo.InvariantCulture) == int.Parse(n.First, CultureInfo.InvariantCulture) + 1));
    }

    /// <summary>Whether a line names groups of the columns that a lower line names: over the first column of each group, or over all.</summary>
    private static bool NamesGroups(string[] line, string[] below)
    {
        var width = Math.Max(line.Length, below.Length);
        var cells = Enumerable.Range(0, width).Select(c => RowSample.At(line, c)).ToArray();
        var filled = cells.Count(c => c.Length > 0);
        if (filled == 0 || cells.Any(c => c.Length > 0 && !RowSample.IsYear(c) && RowSample.IsValue(c)))
        {
            return false;
        }

        if (RepeatsBeside(cells))
        {
            return cells.Zip(cells.Skip(1)).Index().Any(p => p.Item.First.Length > 0 && p.Item.First == p.Item.Second && RowSample.At(below, p.Index) != RowSample.At(below, p.Index + 1));
        }

        // A title stands alone in front.
        if (filled == 1 && cells[0].Length > 0)
        {
            return false;
        }

        var (groups, alone) = (0, 0);
        for (var column = 0; column < width; column++)
        {
            if (cells[column].Length > 0)
            {
                var isWide = column + 1 < width && cells[column + 1].Length == 0 && RowSample.At(below, column + 1).Length > 0;
                groups += isWide ? 1 : 0;
                alone += !isWide && RowSample.At(below, column).Length > 0 ? 1 : 0;
            }
        }

        // "Report, Sales, , " above complete names is a title in two cells.
        var isComplete = below.All(c => c.Length > 0) && below.Distinct(StringComparer.Ordinal).Count() == below.Length;
        return groups > 1 || (groups == 1 && (alone == 0 || !isComplete));
    }

    // Below groups pandas writes the names of the rows' columns in a line of their own, which holds nothing else.
    private static bool NamesTheRest(IReadOnlyList<string[]> lines, int count)
    {
        if (count + 1 >= lines.Count)
        {
            return false;
        }

        var (hasName, isOverValues) = (false, false);
        for (var column = 0; column < lines[count].Length; column++)
        {
            var cell = RowSample.At(lines[count], column);
            var areValues = RowSample.AreValues(lines, count + 1, column);
            if (cell.Length > 0 && (areValues || RowSample.IsValue(cell) || (column > 0 && lines.Take(count).Any(l => RowSample.At(l, column).Length > 0))))
            {
                return false;
            }

            hasName |= cell.Length > 0;
            isOverValues |= areValues;
        }

        return hasName && isOverValues;
    }

    [GeneratedRegex(@"^Unnamed: \d+(_level_\d+)?$")]
    private static partial Regex Unnamed();
}
