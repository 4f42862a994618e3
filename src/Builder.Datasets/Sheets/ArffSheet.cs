using System.Globalization;
using System.Text;
using Builder.Datasets.Text;

namespace Builder.Datasets.Sheets;

/// <summary>The table of a file of Weka: attributes are named above, a question mark is an empty cell, a row may name only its cells that are not 0.</summary>
internal static class ArffSheet
{
    /// <summary>Whether a text begins as such a file.</summary>
    public static bool Looks(string start) => start.Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Length > 0 && l[0] != '%') is { } first
        && (first.StartsWith("@relation", StringComparison.OrdinalIgnoreCase) || first.StartsWith("@attribute", StringComparison.OrdinalIgnoreCase));

    /// <summary>The sheet.</summary>
    public static Sheet Of(SourceBytes file, Encoding encoding) => new(null, () => Rows(file, encoding)) { Header = true, KeepsEmptyRows = true };

    private static IEnumerable<IReadOnlyList<string?>> Rows(SourceBytes file, Encoding encoding)
    {
        using var reader = new StreamReader(Utf8Source.Open(file.Open, encoding), Encoding.UTF8);
        var names = new List<string>();
        var first = new List<string?>();
        for (var inData = false; reader.ReadLine() is { } raw;)
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '%')
            {
                continue;
            }

            if (inData)
            {
                yield return line[0] == '{' ? Sparse(line, names.Count, first) : Cells(line);
            }
            else if (line.StartsWith("@attribute", StringComparison.OrdinalIgnoreCase))
            {
                var rest = line["@attribute".Length..].TrimStart();
                var (name, end) = Token(rest, 0, isName: true);
                names.Add(name ?? "");

                // What a sparse row leaves out is 0, or the first of the classes.
                var kind = rest[end..].Trim();
                first.Add(kind.StartsWith('{') ? Cells(kind.Trim('{', '}')) is [var one, ..] ? one : null : "0");
            }
            else if (line.StartsWith("@data", StringComparison.OrdinalIgnoreCase))
            {
                inData = true;
                yield return names;
            }
        }
    }

    private static string?[] Sparse(string line, int width, List<string?> first)
    {
        string?[] cells = [.. first];
        foreach (var cell in Split(line.Trim('{', '}'), ','))
        {
            var pair = cell.Trim();
            var blank = pair.AsSpan().IndexOfAny(' ', '\t');
            if (blank > 0 && int.TryParse(pair.AsSpan(0, blank), NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < width)
            {
                cells[place] = Token(pair[blank..].TrimStart(), 0, isName: false).Text;
            }
        }

        return cells;
    }

    private static string?[] Cells(string line) => [.. Split(line, SeparatorOf(line)).Select(c => Token(c.Trim(), 0, isName: false).Text)];

    private static char SeparatorOf(string line) => line.Contains(',', StringComparison.Ordinal) || !line.Contains('\t', StringComparison.Ordinal) ? ',' : '\t';

    private static List<string> Split(string line, char separator)
    {
        var cells = new List<string>();
        var (start, quote) = (0, '\0');
        for (var i = 0; i < line.Length; i++)
        {
            if (quote != '\0')
            {
                (i, quote) = line[i] == '\\' ? (i + 1, quote) : (i, line[i] == quote ? '\0' : quote);
            }
            else if (line[i] is '\'' or '"' && line.AsSpan(start, i - start).IsWhiteSpace())
            {
                quote = line[i];
            }
            else if (line[i] == separator)
            {
                cells.Add(line[start..i]);
                start = i + 1;
            }
        }

        cells.Add(line[start..]);
        return cells;
    }

    /// <summary>A word or what stands in quotes, and where it ends; null for a question mark.</summary>
    private static (string? Text, int End) Token(string text, int start, bool isName)
    {
        if (start < text.Length && text[start] is '\'' or '"')
        {
            var built = new StringBuilder();
            var i = start + 1;
            for (; i < text.Length && text[i] != text[start]; i++)
            {
                i += text[i] == '\\' && i + 1 < text.Length ? 1 : 0;
                built.Append(text[i]);
            }

            return (built.ToString(), Math.Min(i + 1, text.Length));
        }

        var end = isName && text.AsSpan(start).IndexOfAny(' ', '\t') is var blank and >= 0 ? start + blank : text.Length;
        var word = text[start..end];
        return (word is "?" ? null : word, end);
    }
}
