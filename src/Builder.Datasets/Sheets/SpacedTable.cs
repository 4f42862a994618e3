using System.Text;
using Builder.Datasets.Numbers;

namespace Builder.Datasets.Sheets;

/// <summary>Tables whose values have blanks between them, as many as it takes: what R writes by itself, and measurements of many instruments.</summary>
internal static class SpacedTable
{
    private const int LinesLookedAt = 200;
    private const char Quote = '"';

    /// <summary>Share of a column's cells that make it one of numbers.</summary>
    private const double NearlyAll = 0.8;

    /// <summary>Whether all lines have as many values, of which at least half are numbers, and none is a single number such as "1 234" or "12 kg".</summary>
    public static bool Looks(string start)
    {
        var lines = LineSheets.WholeLines(start).Where(l => l.AsSpan().Trim().Length > 0).Take(LinesLookedAt).ToArray();
        if (lines.Length < 2 || Array.Exists(lines, l => l.Contains('\t', StringComparison.Ordinal)) || lines.Skip(1).Count(l => NumberText.TryParse(l, '.', out _)) * 2 >= lines.Length)
        {
            return false;
        }

        var rows = lines.Skip(1).Select(Values).ToArray();
        var (width, names) = (rows[0].Count, Values(lines[0]).Count);

        // R leaves the name of the first column out, and writes all names in quotes.
        return width > 1 && (names == width || (names == width - 1 && lines[0].TrimStart().StartsWith(Quote))) && Array.TrueForAll(rows, r => r.Count == width)
            && Enumerable.Range(0, width).Count(c => rows.Count(r => NumberText.TryParse(r[c], '.', out _)) >= NearlyAll * rows.Length) * 2 >= width;
    }

    /// <summary>The rows; names that lack one for the first column get an empty one.</summary>
    public static IEnumerable<IReadOnlyList<string?>> Rows(IEnumerable<string> lines)
    {
        List<string>? names = null;
        foreach (var row in lines.Select(Values).Where(r => r.Count > 0))
        {
            if (names is null)
            {
                // Whether one lacks the next row tells.
                names = row;
                continue;
            }

            if (names.Count > 0)
            {
                yield return names.Count == row.Count - 1 ? ["", .. names] : names;
                names = [];
            }

            yield return row;
        }

        if (names is { Count: > 0 })
        {
            yield return names;
        }
    }

    // "# time value": a remark that is the line of names.
    private static List<string> Values(string line)
    {
        var (values, value, isQuoted, isAny) = (new List<string>(), new StringBuilder(), false, false);
        foreach (var symbol in line.AsSpan().TrimStart("# "))
        {
            if (symbol == Quote)
            {
                (isQuoted, isAny) = (!isQuoted, true);
            }
            else if (symbol == ' ' && !isQuoted)
            {
                Take();
            }
            else
            {
                value.Append(symbol);
                isAny = true;
            }
        }

        Take();
        return values;

        void Take()
        {
            if (isAny)
            {
                values.Add(value.ToString());
            }

            value.Clear();
            isAny = false;
        }
    }
}
