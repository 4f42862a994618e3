using System.Collections.Frozen;

namespace Builder.Datasets.Sheets;

/// <summary>
/// How deep the elements of a page are nested, as far as its tags tell without building it. A parser needs time with the square of the depth: a megabyte of opened elements would keep it
/// busy for ten minutes.
/// </summary>
internal static class HtmlDepth
{
    /// <summary>More than any page has, and few enough for a second.</summary>
    public const int Most = 10_000;

    // Those that hold nothing, and those that end where the next one of their kind begins.
    private static readonly FrozenSet<string> s_flat = new[]
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dt", "dd", "option", "optgroup", "rt", "rp", "thead", "tbody", "tfoot", "colgroup", "caption", "html", "head", "body",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // What these hold is no markup.
    private static readonly string[] s_raw = ["script", "style", "textarea", "title", "noscript"];

    /// <summary>Whether a page can be built in reasonable time. What a cell leaves open ends with it.</summary>
    public static bool IsBearable(ReadOnlySpan<char> page)
    {
        var (depth, bases, isDrawing) = (0, new Stack<int>(), false);
        for (var rest = page; rest.IndexOf('<') is var next and >= 0;)
        {
            rest = rest[(next + 1)..];
            if (rest.StartsWith("!--"))
            {
                rest = rest.IndexOf("-->") is var end and >= 0 ? rest[end..] : [];
                continue;
            }

            var closes = rest.StartsWith("/");
            rest = closes ? rest[1..] : rest;
            var length = 0;
            while (length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] is '-' or ':'))
            {
                length++;
            }

            if (length == 0)
            {
                continue;
            }

            var name = rest[..length].ToString().ToLowerInvariant();
            rest = rest[length..];
            if (!closes && Array.IndexOf(s_raw, name) >= 0 && rest.IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase) is var over and >= 0)
            {
                rest = rest[over..];
                continue;
            }

            isDrawing = name == "svg" ? !closes : isDrawing;
            var floor = bases.Count > 0 ? bases.Peek() : 0;
            switch (name)
            {
                case "table" when closes:
                    depth = bases.Count > 0 ? bases.Pop() : depth;
                    break;
                case "table":
                    bases.Push(depth);
                    break;
                case "tr" or "td" or "th":
                    depth = floor;
                    break;
                case var _ when s_flat.Contains(name) || (isDrawing && rest.IndexOf('>') is var tag and > 0 && rest[tag - 1] == '/'):
                    break;
                default:
                    depth = closes ? Math.Max(floor, depth - 1) : depth + 1;
                    break;
            }

            if (depth - floor > Most)
            {
                return false;
            }
        }

        return true;
    }
}
