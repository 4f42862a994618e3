using System.Text.RegularExpressions;

namespace Builder.Architecture.Tests;

/// <summary>A text of the product in both languages, what is put in written as {0} or {name}; and where it stands.</summary>
internal sealed record TextPair(string Place, string En, string Zh);

/// <summary>
/// What makes a text complete in both languages, as far as a machine can tell. The same rules hold for the browser's part
/// (wwwroot-assets/src/testing/textRules.ts); tests/golden/texts.json is what both must say of the same samples.
/// </summary>
internal static partial class TextRules
{
    public static bool HasChinese(string text) => Chinese().IsMatch(text);

    /// <summary>True where there is more than punctuation, symbols and what is put in.</summary>
    public static bool HasWords(string text) => Word().IsMatch(Hole().Replace(text, ""));

    /// <summary>Why the pair is not fit to be shown, or null.</summary>
    public static string? Fault(TextPair pair) => pair switch
    {
        _ when string.IsNullOrWhiteSpace(pair.En) || string.IsNullOrWhiteSpace(pair.Zh) => "is empty in one language",
        _ when HasChinese(pair.En) || ChinesePunctuation().IsMatch(pair.En) => "has Chinese in the English text",
        // Names, units and code are the same everywhere: "ReLU", "m/s", "nn.Linear".
        _ when pair.En == pair.Zh => HasWords(pair.En) && pair.En.Contains(' ', StringComparison.Ordinal) ? "is not translated" : null,
        _ when !HasChinese(pair.Zh) => HasWords(pair.Zh) ? "has no Chinese in the Chinese text" : null,
        _ => PunctuationFault(pair.En, pair.Zh) ?? ContentFault(pair.En, pair.Zh),
    };

    /// <summary>The fault of a pair in a line that tells where it is, or null.</summary>
    public static string? Describe(TextPair pair) => Fault(pair) is { } fault ? $"{pair.Place} {fault}: \"{pair.En}\" / \"{pair.Zh}\"" : null;

    private static string? PunctuationFault(string en, string zh)
    {
        var outside = Notation().Replace(zh, "[]");
        return outside switch
        {
            _ when HalfWidth().IsMatch(outside) => "has half-width punctuation in the Chinese text",
            _ when SpaceBesideFullWidth().IsMatch(outside) => "has a space beside full-width punctuation",
            _ when HalfEllipsis().IsMatch(outside) && !outside.Contains("……", StringComparison.Ordinal) => "has half an ellipsis in the Chinese text",
            _ when EndOfEnglish(en) != EndOfChinese(zh) => "ends with another mark in Chinese",
            _ => null,
        };
    }

    private static string? ContentFault(string en, string zh) => (en, zh) switch
    {
        _ when HasTwoSpaces(en) || HasTwoSpaces(zh) => "has two spaces in a row",
        _ when !Holes(en).SequenceEqual(Holes(zh)) => "puts other values in",
        _ when EnglishWords().IsMatch(Code().Replace(zh, "")) => "has English left in the Chinese text",
        _ => null,
    };

    // Several lines are laid out in columns.
    private static bool HasTwoSpaces(string text) => !text.Contains('\n', StringComparison.Ordinal) && TwoSpaces().IsMatch(text);

    private static IEnumerable<string> Holes(string text) => Hole().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    private static char? EndOfEnglish(string text) => Last(text) is { } last && ".?!:…".Contains(last, StringComparison.Ordinal) ? last : null;

    private static char? EndOfChinese(string text) => Last(text) switch
    {
        '。' => '.',
        '？' => '?',
        '！' => '!',
        '：' => ':',
        '…' => '…',
        '.' or '?' or '!' or ':' => '\0',
        _ => null,
    };

    private static char? Last(string text) => Closing().Replace(text, "") is { Length: > 0 } rest ? rest[^1] : null;

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"[，。；：！？、（）《》]")]
    private static partial Regex ChinesePunctuation();

    [GeneratedRegex("[a-z]{2}", RegexOptions.IgnoreCase)]
    private static partial Regex Word();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();

    // Shapes are written alike in both languages: [N, 通道, 高, 宽].
    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Notation();

    // A Latin comma, semicolon, colon, question or exclamation mark right after a Chinese character; a full stop unless a file's ending follows.
    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}(?:[,;:?!]|\.(?!\w))")]
    private static partial Regex HalfWidth();

    // Several spaces make columns.
    [GeneratedRegex(@"\S[^\S\n][，。；：！？、）》]|[，。；：！？、（《][^\S\n]\S")]
    private static partial Regex SpaceBesideFullWidth();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}…(?!…)")]
    private static partial Regex HalfEllipsis();

    [GeneratedRegex(@"\S[ \u3000]{2,}\S")]
    private static partial Regex TwoSpaces();

    [GeneratedRegex(@"[)）”""’'\]\s]+$")]
    private static partial Regex Closing();

    // What is typed is the same in every language: commands, options, what stands in quotes.
    [GeneratedRegex("""(?:\./builder|git|dotnet|apt-get) [\w./ -]*|--?[\w-]+|“[^”]*”|"[^"]*["]""")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<![\w./-])[A-Za-z]?[a-z]+ (?:[a-z]+ )*[a-z]{2,}(?![\w./-])")]
    private static partial Regex EnglishWords();
}
