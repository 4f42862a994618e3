using System.Text;
using System.Text.RegularExpressions;
using Builder.Datasets.Numbers;
using Builder.Datasets.Text;

namespace Builder.Datasets.Sheets;

/// <summary>Tables in plain text that no separator makes: columns aligned by blanks, one text a line, and "__label__x text".</summary>
internal static partial class LineSheets
{
    private const int LinesLookedAt = 200;
    private const int FewestLines = 4;
    private const string Label = "__label__";

    /// <summary>Whether lines begin with labels.</summary>
    public static bool AreLabelled(string start)
    {
        var lines = WholeLines(start).Where(l => l.Length > 0).ToArray();
        return lines.Length > 1 && Array.TrueForAll(lines, l => l.StartsWith(Label, StringComparison.Ordinal));
    }

    /// <summary>
    /// Where columns begin in lines whose values stand below each other; null where they do not. A column begins behind a place that is blank in every line; where that
    /// is one blank only, at least half of the columns are numbers.
    /// </summary>
    /// <param name="start">The text's beginning.</param>
    public static int[]? AlignedAt(string start)
    {
        var lines = WholeLines(start).Where(l => l.Trim().Length > 0).Take(LinesLookedAt).ToArray();
        if (lines.Length < FewestLines || Array.Exists(lines, l => l.Contains('\t', StringComparison.Ordinal)) || !Array.TrueForAll(lines, l => Gap().IsMatch(l.Trim())))
        {
            return null;
        }

        var width = lines.Max(l => l.Length);
        var starts = new List<int>();
        for (var i = 0; i < width; i++)
        {
            if (IsBlank(lines, i - 1) && !IsBlank(lines, i))
            {
                starts.Add(i);
            }
        }

        // In running text hardly a place is blank in all lines, unless its lines are alike; but it has one blank between words, and few numbers.
        var areApart = starts.Skip(1).All(s => IsBlank(lines, s - 2));
        var numbers = starts.Count(s => lines.Count(l => NumberText.TryParse(Cell(l, s, End(starts, starts.IndexOf(s))), '.', out _)) >= 0.8 * lines.Length);
        return starts.Count >= 2 && (areApart || numbers * 2 >= starts.Count) && lines.Count(l => starts.Count(s => s < l.Length && Cell(l, s, End(starts, starts.IndexOf(s))).Length > 0) >= Math.Max(2, starts.Count * 2 / 3)) >= 0.9 * lines.Length
            ? [.. starts] : null;
    }

    /// <summary>Whether a text holds columns that no separator sets apart: below lines of dashes, at the same places, or with blanks between them.</summary>
    public static bool AreColumns(string start) => RuledTable.Looks(start) || (!Csv.CsvFormatDetection.HasSeparator(start) && (StartsOf(start) is not null || SpacedTable.Looks(start)));

    /// <summary>The sheet of a text that <see cref="AreColumns"/>.</summary>
    public static Sheet Columns(SourceBytes file, Encoding encoding, string start) =>
        RuledTable.Looks(start) ? new(null, () => RuledTable.Rows(Lines(file, encoding)))
        : StartsOf(start) is { } starts ? new(null, () => Lines(file, encoding).Where(line => !RuledTable.IsRule(line)).Select(line => (IReadOnlyList<string?>)[.. starts.Select((s, i) => Cell(line, s, End(starts, i)))]))
        : new(null, () => SpacedTable.Rows(Lines(file, encoding)));

    /// <summary>One text a line; blank lines are none.</summary>
    public static Sheet Texts(SourceBytes file, Encoding encoding) => new(null, () => Lines(file, encoding)
        .Select(line => (IReadOnlyList<string?>)[line.Trim()]).Prepend(["text"])) { Header = true };

    /// <summary>Labels and a text a line, several labels with semicolons.</summary>
    public static Sheet Labelled(SourceBytes file, Encoding encoding) => new(null, () => Lines(file, encoding).Select(Labels).Prepend(["text", "label"])) { Header = true };

    private static int[]? StartsOf(string start) => RuledTable.Underlined(start) ?? AlignedAt(start);

    private static IReadOnlyList<string?> Labels(string line)
    {
        var labels = new List<string>();
        var rest = line.AsSpan().TrimStart();
        while (rest.StartsWith(Label))
        {
            var end = rest.IndexOfAny(' ', '\t');
            labels.Add((end < 0 ? rest : rest[..end])[Label.Length..].TrimEnd(',').ToString());
            rest = end < 0 ? [] : rest[end..].TrimStart(" \t,");
        }

        return [rest.Trim().ToString(), string.Join("; ", labels)];
    }

    private static IEnumerable<string> Lines(SourceBytes file, Encoding encoding)
    {
        using var reader = new StreamReader(Utf8Source.Open(file.Open, encoding), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    // The last line of a beginning may be cut.
    internal static IEnumerable<string> WholeLines(string start)
    {
        var lines = start.Split('\n');
        return lines.Take(Math.Max(1, lines.Length - 1)).Select(l => l.TrimEnd('\r'));
    }

    private static bool IsBlank(string[] lines, int place) => place < 0 || Array.TrueForAll(lines, l => place >= l.Length || l[place] == ' ');

    private static int End(IReadOnlyList<int> starts, int column) => column + 1 < starts.Count ? starts[column + 1] : int.MaxValue;

    private static string Cell(string line, int start, int end) => start >= line.Length ? "" : line[start..Math.Min(end, line.Length)].Trim();

    [GeneratedRegex(@"\S {2,}\S|^\S+( \S+)+$")]
    private static partial Regex Gap();
}
