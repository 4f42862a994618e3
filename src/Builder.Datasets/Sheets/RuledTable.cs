using System.Text.RegularExpressions;

namespace Builder.Datasets.Sheets;

/// <summary>Tables that are drawn with lines of dashes: Markdown, and what databases show (MySQL, PostgreSQL).</summary>
internal static partial class RuledTable
{
    private const int LinesLookedAt = 50;

    /// <summary>A line of dashes stands below the names or above them.</summary>
    private const int LastOfFirstRule = 2;

    /// <summary>Lines of a report's head that may stand above the first line of dashes.</summary>
    private const int MostAbove = 10;

    /// <summary>Whether a text is drawn so: a line of dashes near its beginning, and bars in all other lines but a few below.</summary>
    public static bool Looks(string start)
    {
        var lines = LineSheets.WholeLines(start).Select(l => l.Trim()).Where(l => l.Length > 0).Take(LinesLookedAt).ToArray();
        var rule = Array.FindIndex(lines, IsRule);
        lines = rule >= LastOfFirstRule && rule <= MostAbove && !lines.Take(rule).Any(l => l.Contains('|', StringComparison.Ordinal)) ? lines[rule..] : lines;
        var rows = lines.Where(l => !IsRule(l)).ToArray();
        return rows.Length > 1 && lines.Take(LastOfFirstRule).Any(IsRule) && Cells(rows[0]).Length > 1 && rows.Count(r => Cells(r).Length == Cells(rows[0]).Length) >= 0.8 * rows.Length;
    }

    /// <summary>Where columns begin whose names are underlined one by one, in the second line; null where they are not.</summary>
    public static int[]? Underlined(string start) =>
        LineSheets.WholeLines(start).Where(l => l.Trim().Length > 0).ElementAtOrDefault(1) is { } line && Underlines().IsMatch(line) ? [.. Line().Matches(line).Select(m => m.Index)] : null;

    /// <summary>The rows.</summary>
    public static IEnumerable<IReadOnlyList<string?>> Rows(IEnumerable<string> lines) => lines.Select(l => l.Trim()).Where(l => !IsRule(l)).Select(l => (IReadOnlyList<string?>)Cells(l));

    /// <summary>Whether a line holds nothing but dashes and where they cross.</summary>
    public static bool IsRule(string line) => line.Contains("--", StringComparison.Ordinal) && Rule().IsMatch(line);

    // A bar in a cell of Markdown is written with a backslash in front.
    private static string[] Cells(string line)
    {
        var inner = line.StartsWith('|') ? line[1..] : line;
        inner = line.Length > 1 && line.EndsWith('|') && !line.EndsWith("\\|", StringComparison.Ordinal) ? inner[..^1] : inner;
        return [.. Bar().Split(inner).Select(c => c.Trim().Replace("\\|", "|", StringComparison.Ordinal))];
    }

    [GeneratedRegex(@"^[-|+: ]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^ *-{2,}(?: +-{2,})+ *$", RegexOptions.CultureInvariant)]
    private static partial Regex Underlines();

    [GeneratedRegex("-+", RegexOptions.CultureInvariant)]
    private static partial Regex Line();

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.CultureInvariant)]
    private static partial Regex Bar();
}
