using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Builder.Datasets.Numbers;

namespace Builder.Datasets.Csv;

/// <summary>
/// Finds lines below the names that are no rows: units (kg, °C), types (float, text), the questions of a survey in full, what a program says to itself about its
/// columns, and lines of dashes.
/// </summary>
public static partial class LinesBelowNames
{
    private const int MostLines = 3;
    private const int FewestCounted = 3;

    // Qualtrics writes what it needs to take its own file back.
    private const string ImportMark = "{\"ImportId\"";

    private static readonly FrozenSet<string> s_types = new[]
    {
        "int", "int8", "int16", "int32", "int64", "integer", "bigint", "smallint", "tinyint", "float", "float32", "float64", "double", "real", "decimal", "numeric", "number", "money", "bool", "boolean", "bit",
        "string", "str", "text", "char", "varchar", "nvarchar", "object", "category", "categorical", "nominal", "ordinal", "scale", "continuous", "discrete", "c", "d", "date", "datetime", "timestamp", "time", "class", "meta", "ignore",
        "整数", "小数", "数字", "数值", "文本", "字符串", "日期", "布尔",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many lines below the names are no rows.</summary>
    /// <param name="lines">The table's first lines.</param>
    /// <param name="names">Lines of names.</param>
    internal static int Of(IReadOnlyList<string[]> lines, int names)
    {
        for (var count = Math.Min(MostLines, lines.Count - names - 1); count > 0; count--)
        {
            var kinds = Enumerable.Range(names, count).Select(i => KindOf(lines, i, names + count)).ToArray();
            if (!kinds.Contains(Kind.Row) && kinds.Contains(Kind.Note))
            {
                return count;
            }
        }

        return 0;
    }

    /// <summary>Whether a text is a unit, alone or made of several, in brackets or not: "kg", "(USD)", "m³/h".</summary>
    public static bool IsUnit(string text)
    {
        var plain = text.Trim().Trim('(', ')', '[', ']', '{', '}').Trim();
        return plain.Length > 0 && Units.AfterNumber(plain) is not null
            || (plain.AsSpan().IndexOfAny('/', '·', '*') > 0 && plain.Split('/', '·', '*').All(p => p.Trim() is "1" || Units.AfterNumber(Power().Replace(p.Trim(), "")) is not null));
    }

    /// <summary>
    /// Whether a line below names holds nothing but units, types, dashes or what a program writes for itself, and marks for "none" beside them. A line of other texts may be such a
    /// line as well, but also a row with wrong cells.
    /// </summary>
    public static bool IsClear(IReadOnlyCollection<string> line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var filled = line.Where(c => c.Trim().Length > 0).ToArray();
        return Array.Exists(filled, Says) && Array.TrueForAll(filled, c => Says(c) || GapMarks.Contains(c));

        static bool Says(string cell) => IsUnit(cell) || IsType(cell) || IsDashes(cell) || cell.StartsWith(ImportMark, StringComparison.Ordinal);
    }

    private static bool IsDashes(string text) => text.Trim() is { Length: > 1 } dashes && dashes.All(d => d is '-' or '=' or '_');

    private static bool IsType(string text) => s_types.Contains(InBrackets().Replace(text.Trim(), ""));

    private static Kind KindOf(IReadOnlyList<string[]> lines, int place, int from)
    {
        var line = lines[place];
        var filled = line.Where(c => c.Trim().Length > 0).ToArray();
        if (filled.Length == 0)
        {
            return Kind.Row;
        }

        if (Array.TrueForAll(filled, c => c.StartsWith(ImportMark, StringComparison.Ordinal)) || (filled.Length > 1 && Array.TrueForAll(filled, IsDashes)))
        {
            return Kind.Note;
        }

        if (CountsColumns(line) && Enumerable.Range(0, line.Length).Any(c => !RowSample.AreValues(lines, from, c) && lines.Skip(from).Any(l => RowSample.At(l, c).Length > 0)))
        {
            return Kind.Note;
        }

        // A text above numbers or dates that does not occur among them again.
        var (texts, units) = (new List<string>(), 0);
        for (var column = 0; column < line.Length; column++)
        {
            var cell = line[column].Trim();
            if (RowSample.IsValue(cell))
            {
                return Kind.Row;
            }

            if (cell.Length == 0 || !RowSample.AreValues(lines, from, column))
            {
                continue;
            }

            var isUnit = IsUnit(cell) || IsType(cell);
            if (!isUnit && (GapMarks.Contains(cell) || NumberText.IsInfinite(cell) || lines.Skip(from).Any(l => RowSample.At(l, column) == cell)))
            {
                // A dash beside units says that there is none; else it is a gap of a row.
                texts.Add("");
                continue;
            }

            units += isUnit ? 1 : 0;
            texts.Add(cell);
        }

        if (units > 0 && units >= texts.Count(t => t.Length > 0))
        {
            return Kind.Note;
        }

        return texts.Count > 1 && !texts.Contains("") && texts.Distinct(StringComparer.Ordinal).Count() > 1 ? Kind.Note
            : Array.TrueForAll(filled, IsType) ? Kind.Weak : Kind.Row;
    }

    // The numbers of the columns, as forms of authorities have them: 1, 2, 3, also above texts.
    private static bool CountsColumns(string[] line) =>
        line.Length >= FewestCounted && line.Index().All(c => c.Item.Trim().Trim('(', ')', '[', ']') == (c.Index + 1).ToString(CultureInfo.InvariantCulture));

    /// <summary>What a line below the names may be.</summary>
    private enum Kind
    {
        /// <summary>A row.</summary>
        Row,

        /// <summary>No row, if another line beside it is none.</summary>
        Weak,

        /// <summary>No row.</summary>
        Note,
    }

    [GeneratedRegex(@"\(.*\)$")]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"(\^?-?\d|[²³])$")]
    private static partial Regex Power();
}
