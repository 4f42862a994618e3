using System.Globalization;
using System.Text.RegularExpressions;

namespace Builder.Graph.Messages;

/// <summary>
/// The words of one code. What differs stands in braces: <c>{file}</c>; <c>{share:P0}</c> with a number format of .NET; <c>{rows|row|rows}</c>, a
/// word for one and a word for many; <c>{known:“”}</c>, a list whose items stand in these quotes; <c>{what:sentences}</c>, a list of whole
/// sentences; <c>{what:spaced}</c>, words that stand behind Chinese ones: a space goes before them where they begin with a letter or
/// digit. A static field of this type is found by <see cref="MessageCatalog"/>.
/// </summary>
public sealed partial class MessageTemplate
{
    // The message of words without places is always the same: checks make it for every link and block, mostly to no use.
    private Message? _plain;

    /// <summary>The words of a code.</summary>
    /// <param name="code">Unique in the product. A reason with several wordings has variants: "table-binary", "table-binary.line".</param>
    /// <param name="en">English.</param>
    /// <param name="zh">Simplified Chinese; has the same names in braces.</param>
    public MessageTemplate(string code, string en, string zh) => (Code, Words) = (code, new(en, zh));

    /// <summary>The code.</summary>
    public string Code { get; }

    /// <summary>The words, with braces where arguments go.</summary>
    public Localized Words { get; }

    /// <summary>The names that stand in braces.</summary>
    public IReadOnlySet<string> Names => NamesIn(Words.En);

    /// <summary>The names that stand in braces in a text.</summary>
    public static IReadOnlySet<string> NamesIn(string words) => Holes().Matches(words).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>A message with these words.</summary>
    /// <param name="arguments">One for each of <see cref="Names"/>; a test of the source holds them complete.</param>
    public Message With(params ReadOnlySpan<(string Name, MessageArgument Value)> arguments)
    {
        if (arguments.IsEmpty)
        {
            return _plain ??= new(Code, []);
        }

        var named = new KeyValuePair<string, MessageArgument>[arguments.Length];
        for (var i = 0; i < named.Length; i++)
        {
            named[i] = new(arguments[i].Name, arguments[i].Value);
        }

        return new(Code, named);
    }

    private const string Sentences = "sentences";

    private const string Spaced = "spaced";

    private static readonly Reading English = new(", ", " ", words => words.En);

    private static readonly Reading Chinese = new("、", "", words => words.Zh);

    internal Localized Fill(Message message) => new(Fill(Words.En, message, English), Fill(Words.Zh, message, Chinese));

    private static string Fill(string words, Message message, Reading language) => Holes().Replace(words, hole =>
    {
        if (!message.Arguments.TryGetValue(hole.Groups["name"].Value, out var argument))
        {
            return "…"; // Written by a version whose words had no such place.
        }

        return hole.Groups["one"].Success
            ? hole.Groups[IsOne(argument) ? "one" : "many"].Value
            : Text(argument, hole.Groups["format"].Value, language);
    });

    private static string Text(MessageArgument argument, string format, Reading language) => argument.Value switch
    {
        string text => text,
        Message inner => language.Of(inner.Words) is var words && format is Spaced && words.Length > 0 && char.IsAsciiLetterOrDigit(words[0])
            ? " " + words : words,
        MessageArgument[] items => Joined(items, format, language),
        IFormattable number => number.ToString(format, CultureInfo.InvariantCulture),
        _ => "",
    };

    private static string Joined(MessageArgument[] items, string format, Reading language)
    {
        var texts = items.Select(item => Text(item, "", language));
        return format is Sentences ? string.Join(language.BetweenSentences, texts)
            : string.Join(language.BetweenItems, format is [var open, var close] ? texts.Select(text => $"{open}{text}{close}") : texts);
    }

    private static bool IsOne(MessageArgument argument) => argument.Value is 1L or 1.0;

    [GeneratedRegex("""\{(?<name>[a-z]\w*)(?::(?<format>[^{}|]+)|\|(?<one>[^{}|]*)\|(?<many>[^{}|]*))?\}""")]
    private static partial Regex Holes();

    private sealed record Reading(string BetweenItems, string BetweenSentences, Func<Localized, string> Of);
}
