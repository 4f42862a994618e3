using System.Text;
using System.Text.RegularExpressions;

namespace Builder.Tests.Damaged;

/// <summary>One value of JSON, of XML or HTML, or of rows of separated values is another, or stands there twice, or not at all.</summary>
internal static partial class TextFields
{
    private static readonly string[] s_json =
    [
        "null", "true", "-1", "0", "1e308", "1e999", "-0", "9223372036854775808", "18446744073709551615", "0.00000000000000000000001", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "{}", "[[]]", "{\"a\":{}}", "[null]", "NaN", "\"../../x\"",
    ];

    private static readonly string[] s_attributes =
    [
        "", "0", "-1", "2147483647", "2147483648", "99999999999999999999", "XFD1048576", "A0", "A1:XFD1048576", "1e999", "NaN", "true", "&lt;", "../../x", "rId99", "s", "inlineStr", "d", "PT99999999999H", "9999-99-99", "\u00FF",
    ];

    private static readonly string[] s_cells =
    [
        "", " ", "\"", "\"\"", "\"a", "a\"", "1e999", "-1e-999", "99999999999999999999999999", "0x1F", "1.2.3.4", "9999-12-31", "0000-00-00", "31/02/2024", "25:61", "=1+1", "\u00A0", "\u00FF\u00FE", "NaN", "inf", "#REF!", "1,2;3|4\t5",
    ];

    /// <summary>JSON with one value changed, left out or doubled, or nested.</summary>
    public static string Json(string text, Random random)
    {
        var tokens = JsonTokens().Matches(text);
        if (tokens.Count == 0)
        {
            return text;
        }

        var token = tokens[random.Next(tokens.Count)];
        return random.Next(5) switch
        {
            0 => Replaced(text, token, ""),
            1 => Replaced(text, token, $"{token.Value},{token.Value}"),
            2 => Nested(text, token, "[", "]", random),
            3 => Nested(text, token, "{\"a\":", "}", random),
            _ => Replaced(text, token, s_json[random.Next(s_json.Length)]),
        };
    }

    /// <summary>XML or HTML with one attribute, text or element changed, left out, doubled or nested.</summary>
    public static string Markup(string text, Random random)
    {
        var attributes = Attributes().Matches(text);
        var elements = Elements().Matches(text);
        var kind = random.Next(6);
        if (kind < 3 && attributes.Count > 0)
        {
            var attribute = attributes[random.Next(attributes.Count)].Groups["value"];
            return Replaced(text, attribute, s_attributes[random.Next(s_attributes.Length)]);
        }

        if (elements.Count == 0)
        {
            return text;
        }

        var element = elements[random.Next(elements.Count)];
        return kind switch
        {
            3 => Replaced(text, element, ""),
            4 => Replaced(text, element, element.Value + element.Value),
            _ => Nested(text, element, "<a>", "</a>", random),
        };
    }

    /// <summary>Rows with one cell changed, or one row left out, doubled, or cut.</summary>
    public static string Rows(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        var place = random.Next(lines.Count);
        char[] separators = [',', ';', '\t', '|', ' '];
        switch (random.Next(6))
        {
            case 0:
                lines.RemoveAt(place);
                break;
            case 1:
                lines.InsertRange(place, Enumerable.Repeat(lines[place], random.Next(1, 300)));
                break;
            case 2:
                lines[place] = lines[place][..random.Next(lines[place].Length + 1)];
                break;
            case 3:
                lines[place] += new string(separators[random.Next(separators.Length)], random.Next(1, 3000));
                break;
            default:
                var separator = Array.Find(separators, s => lines[place].Contains(s, StringComparison.Ordinal));
                var cells = lines[place].Split(separator);
                cells[random.Next(cells.Length)] = random.Next(20) == 0 ? new string('x', 1_100_000) : s_cells[random.Next(s_cells.Length)];
                lines[place] = string.Join(separator, cells);
                break;
        }

        return string.Join('\n', lines);
    }

    private static string Nested(string text, Capture part, string open, string close, Random random)
    {
        var depth = random.Next(1, 4) == 1 ? random.Next(1000, 40_000) : random.Next(1, 100);
        return Replaced(text, part, new StringBuilder().Insert(0, open, depth).Append(part.Value).Insert(open.Length * depth + part.Value.Length, close, depth).ToString());
    }

    private static string Replaced(string text, Capture part, string by) => string.Concat(text.AsSpan(0, part.Index), by, text.AsSpan(part.Index + part.Length));

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"|-?\\d[\\d.eE+-]*|true|false|null", RegexOptions.CultureInvariant)]
    private static partial Regex JsonTokens();

    [GeneratedRegex("\\s[\\w:.-]+\\s*=\\s*(?<q>[\"'])(?<value>[^\"'<]*)\\k<q>", RegexOptions.CultureInvariant)]
    private static partial Regex Attributes();

    [GeneratedRegex("<[^<>]*>|[^<>]+", RegexOptions.CultureInvariant)]
    private static partial Regex Elements();
}
