using System.Text.RegularExpressions;

namespace Builder.Architecture.Tests.Script;

/// <summary>
/// What a set of scripts that read one another in says to people: in both languages, through <c>text</c> and whatever passes its arguments
/// on to it; and in one language alone, which is a fault.
/// </summary>
internal sealed partial class ScriptTexts
{
    private static readonly HashSet<string> Keywords = ["if", "then", "else", "elif", "while", "until", "do", "!", "{", "}", "time", "exec", "command", "eval"];

    private readonly List<(string File, string? Function, BashCommand Command)> _commands;
    private readonly Dictionary<string, (int En, int Zh)> _makers = new() { ["text"] = (1, 2) };
    private readonly HashSet<string> _runners;

    public ScriptTexts(IEnumerable<(string File, string Source)> scripts)
    {
        _commands = [.. scripts.SelectMany(script => Commands(script.File, script.Source))];
        // Functions that start what they are given: what follows their name is a command of its own.
        _runners = [.. _commands.Where(entry => entry.Command.Words is ["{@}"] && entry.Function is not null).Select(entry => entry.Function!)];
        while (_commands.Any(TakeMaker))
        {
        }
    }

    /// <summary>Every text, and where it stands.</summary>
    public IEnumerable<TextPair> Pairs() =>
        from entry in _commands
        let words = Plain(entry.Command)
        where words.Count > 0 && _makers.ContainsKey(words[0]) && !PassesOn(entry.Function, words)
        let maker = _makers[words[0]]
        select new TextPair(Place(entry.File, entry.Command), words.ElementAtOrDefault(maker.En) ?? "", words.ElementAtOrDefault(maker.Zh) ?? "");

    /// <summary>Why texts are not fit to be shown, with their places.</summary>
    public IEnumerable<string> Faults() =>
        Pairs().Select(pair => TextRules.Describe(pair) ?? (SaysNothing(pair) ? $"{pair.Place} has no words of its own: \"{pair.En}\"" : null)).OfType<string>();

    /// <summary>Commands that print words in one language, with their places.</summary>
    public IEnumerable<string> BareWords() =>
        from entry in _commands
        where !entry.Command.IsCaptured
        let words = Plain(entry.Command)
        where Prints(words)
        select $"{Place(entry.File, entry.Command)}: {string.Join(' ', words)}";

    private bool TakeMaker((string File, string? Function, BashCommand Command) entry)
    {
        var words = Plain(entry.Command);
        if (entry.Function is null || _makers.ContainsKey(entry.Function) || words.Count == 0 || !_makers.TryGetValue(words[0], out var maker))
        {
            return false;
        }

        (int En, int Zh)? own = words.ElementAtOrDefault(1) == "{@}" ? maker
            : Parameter(words.ElementAtOrDefault(maker.En)) is { } en && Parameter(words.ElementAtOrDefault(maker.Zh)) is { } zh ? (en, zh) : null;
        return own is { } places && _makers.TryAdd(entry.Function, places);
    }

    private bool PassesOn(string? function, List<string> words) =>
        function is not null && _makers.ContainsKey(function)
        && (words.ElementAtOrDefault(1) == "{@}" || Parameter(words.ElementAtOrDefault(_makers[words[0]].En)) is not null);

    private List<string> Plain(BashCommand command)
    {
        var words = command.Words.SkipWhile(word => Keywords.Contains(word) || Assignment().IsMatch(word)).ToList();
        while (words.Count > 1 && _runners.Contains(words[0]))
        {
            words.RemoveAt(0);
        }

        return words;
    }

    private static bool Prints(List<string> words) => words switch
    {
        ["echo" or "printf", .. var rest] => IsMessage(string.Join(' ', rest)),
        ["read", .. var rest] => rest.IndexOf("-p") is >= 0 and var at && IsMessage(rest.ElementAtOrDefault(at + 1) ?? ""),
        ["<<", var document, ..] => IsMessage(document),
        // A script that prints the comment at its own head speaks English only.
        ["sed" or "cat" or "head" or "tail" or "grep" or "awk", .. var rest] => rest.Any(word => word is "{BASH_SOURCE}" or "{0}"),
        _ => false,
    };

    // One word, or words with numbers between them, is for programs: a name, a path, "12 passed, 0 failed".
    private static bool IsMessage(string text) => TextRules.HasChinese(text) || WordsInARow().IsMatch(text);

    private static bool SaysNothing(TextPair pair) => !TextRules.HasWords(pair.En) && !TextRules.HasChinese(pair.Zh);

    private static int? Parameter(string? word) => word is not null && ParameterOnly().Match(word) is { Success: true } match ? match.Groups[1].Value[0] - '0' : null;

    private static string Place(string file, BashCommand command) => $"{file}:{command.Line}";

    private static IEnumerable<(string, string?, BashCommand)> Commands(string file, string source)
    {
        var functions = FunctionsByLine(source.Split('\n'));
        return BashScript.Read(source).Select(command => (file, functions[command.Line - 1], command));
    }

    // Functions begin at the left margin and end with the line, or with a brace at the left margin.
    private static string?[] FunctionsByLine(string[] lines)
    {
        var (functions, current) = (new string?[lines.Length], (string?)null);
        for (var i = 0; i < lines.Length; i++)
        {
            var begin = FunctionHead().Match(lines[i]);
            current = begin.Success ? begin.Groups[1].Value : current;
            functions[i] = current;
            current = lines[i].StartsWith('}') || (begin.Success && lines[i].TrimEnd().EndsWith('}')) ? null : current;
        }

        return functions;
    }

    [GeneratedRegex(@"^(\w+)\(\) *[{(]")]
    private static partial Regex FunctionHead();

    [GeneratedRegex(@"^\w+\+?=")]
    private static partial Regex Assignment();

    [GeneratedRegex(@"^\{(\d)\}$")]
    private static partial Regex ParameterOnly();

    [GeneratedRegex(@"[A-Za-z]{2,}[.,:]? +[A-Za-z]{2,}|^[A-Z][a-z]+[.!:…]?(\\n)?$")]
    private static partial Regex WordsInARow();
}
