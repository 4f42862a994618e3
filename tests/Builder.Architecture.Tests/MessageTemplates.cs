using System.Text.RegularExpressions;

namespace Builder.Architecture.Tests;

/// <summary>A message template of the product, as its source declares it.</summary>
internal sealed record DeclaredTemplate(string File, string Owner, string Name, string Code, string En, string Zh)
{
    /// <summary>The names in braces, once each.</summary>
    public IEnumerable<string> Holes => MessageTemplates.HolesIn(En);
}

/// <summary>A message that the source makes from a template.</summary>
internal sealed record MadeMessage(string File, string Template, IReadOnlyList<string> Arguments);

/// <summary>Finds the message templates of the product, and where messages are made from them.</summary>
internal static partial class MessageTemplates
{
    public static IReadOnlyList<DeclaredTemplate> Declared { get; } = [.. Repository.Files("src", ".cs").SelectMany(DeclaredIn)];

    public static IEnumerable<DeclaredTemplate> DeclaredIn(string file) => DeclaredIn(file, Repository.Read(file));

    public static IEnumerable<DeclaredTemplate> DeclaredIn(string file, string source) => Declaration().Matches(source).Select(m => new DeclaredTemplate(
        file, Owner(source[..m.Index]), m.Groups["name"].Value, m.Groups["code"].Value, Plain(m.Groups["en"].Value), Plain(m.Groups["zh"].Value)));

    /// <summary>Every call of With, by the template's name; a choice of two templates is two messages.</summary>
    public static IEnumerable<MadeMessage> MadeIn(string file, string source)
    {
        foreach (Match call in Call().Matches(source))
        {
            var names = call.Groups["name"].Success ? [call.Groups["name"].Value] : Chosen().Matches(call.Groups["choice"].Value).Select(m => m.Value).ToArray();
            var arguments = TopLevelNames(source, call.Index + call.Length);
            foreach (var name in names)
            {
                yield return new(file, name, arguments);
            }
        }
    }

    public static IEnumerable<string> HolesIn(string words) => Hole().Matches(words).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal);

    // From behind the opening bracket: the first string of every tuple that stands at the first level.
    private static List<string> TopLevelNames(string source, int at)
    {
        List<string> names = [];
        for (var depth = 1; depth > 0 && at < source.Length; at++)
        {
            if (source[at] == '"')
            {
                var end = at + 1;
                while (source[end] != '"')
                {
                    end += source[end] == '\\' ? 2 : 1;
                }

                if (depth == 2 && source[at - 1] == '(' && source[end + 1] == ',')
                {
                    names.Add(source[(at + 1)..end]);
                }

                at = end;
            }
            else
            {
                depth += source[at] switch { '(' => 1, ')' => -1, _ => 0 };
            }
        }

        return names;
    }

    private static string Owner(string before) => Class().Matches(before) is [.., var last] ? last.Groups[1].Value : "";

    private static string Plain(string literal) => literal.Replace("\\\"", "\"", StringComparison.Ordinal);

    [GeneratedRegex("""MessageTemplate (?<name>\w+) = new\(\s*"?(?<code>[\w.-]+)"?,\s*"(?<en>(?:[^"\\]|\\.)*)",\s*"(?<zh>(?:[^"\\]|\\.)*)"\)""")]
    private static partial Regex Declaration();

    [GeneratedRegex("""(?:\((?<choice>[^()"]*\?[^()"]*)\)|(?<name>(?:\w+\.)?[A-Z]\w+))\.With\(\s*(?=\)|\(")""")]
    private static partial Regex Call();

    [GeneratedRegex(@"(?<=[?:]\s*)(?:\w+\.)?[A-Z]\w+")]
    private static partial Regex Chosen();

    [GeneratedRegex(@"\b(?:class|record) (\w+)")]
    private static partial Regex Class();

    [GeneratedRegex("""\{([a-z]\w*)(?::[^{}|]+|\|[^{}|]*\|[^{}|]*)?\}""")]
    private static partial Regex Hole();
}
