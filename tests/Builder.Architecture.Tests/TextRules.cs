using System.Text.RegularExpressions;

namespace Builder.Architecture.Tests;

/// <summary>What makes a text complete in a language, as far as a machine can tell.</summary>
internal static partial class TextRules
{
    public static bool HasChinese(string text) => Chinese().IsMatch(text);

    /// <summary>True where there is more than punctuation and symbols.</summary>
    public static bool HasWords(string text) => Word().IsMatch(text);

    /// <summary>Why the pair is not fit to be shown, or null.</summary>
    public static string? Fault(TextPair pair) => pair switch
    {
        { En: "" } or { Zh: "" } => "is empty in one language",
        _ when HasChinese(pair.En) || ChinesePunctuation().IsMatch(pair.En) => "has Chinese in the English text",
        _ when pair.En == pair.Zh => IsAName(pair.En) ? null : "is not translated",
        _ when !HasChinese(pair.Zh) => !HasWords(pair.Zh) ? null : "has no Chinese in the Chinese text",
        _ when HalfWidth().Match(Notation().Replace(pair.Zh, "")) is { Success: true } match => $"has half-width punctuation in the Chinese text at \"{match.Value}\"",
        _ => null,
    };

    // Names, units and code are the same everywhere: "ReLU", "m/s", "nn.Linear".
    private static bool IsAName(string text) => !text.Contains(' ', StringComparison.Ordinal);

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"[，。；：！？、（）《》]")]
    private static partial Regex ChinesePunctuation();

    [GeneratedRegex("[a-z]{2}", RegexOptions.IgnoreCase)]
    private static partial Regex Word();

    // Shapes are written alike in both languages: [N, 通道, 高, 宽].
    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Notation();

    // A Latin comma, semicolon, colon, question or exclamation mark right after a Chinese character.
    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}[,;:?!]")]
    private static partial Regex HalfWidth();
}
