using System.Text;

namespace Builder.Architecture.Tests.Script;

/// <summary>A simple command of a script.</summary>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Words">Its words; what is put in stands in braces: <c>$1</c> is {1}, <c>${name%x}</c> is {name}, <c>$(date)</c> is {$(date)}.</param>
/// <param name="IsCaptured">Its output goes into a value, a file or another command.</param>
internal sealed record BashCommand(int Line, IReadOnlyList<string> Words, bool IsCaptured);

/// <summary>
/// Reads the commands of a script, those inside <c>$(…)</c> included, as far as finding texts needs it: quotes, expansions, comments,
/// redirections, here-documents. Conditions and arithmetic come out as commands that nobody looks for.
/// </summary>
internal sealed class BashScript
{
    private readonly string _source;
    private readonly List<BashCommand> _commands = [];
    private readonly List<string> _endings = [];
    private int _at;

    private BashScript(string source) => _source = source;

    public static IReadOnlyList<BashCommand> Read(string source)
    {
        var script = new BashScript(source);
        script.ReadCommands(isInside: false);
        return [.. script._commands.OrderBy(command => command.Line)];
    }

    private char Here => _at < _source.Length ? _source[_at] : '\0';

    private char Next => _at + 1 < _source.Length ? _source[_at + 1] : '\0';

    private int LineHere => _source.AsSpan(0, _at).Count('\n') + 1;

    /// <summary>Until the end, or until the parenthesis that closes a substitution.</summary>
    private void ReadCommands(bool isInside)
    {
        var (words, line, isCaptured, depth) = (new List<string>(), 0, isInside, 0);
        void End(bool isPiped = false)
        {
            if (words.Count > 0)
            {
                _commands.Add(new BashCommand(line, words, isCaptured || isPiped));
            }

            (words, isCaptured) = ([], isInside);
        }

        for (; _at < _source.Length; _at++)
        {
            switch (Here)
            {
                case ' ' or '\t':
                    break;
                case '\\' when Next == '\n':
                    _at++;
                    break;
                case '#':
                    SkipTo('\n');
                    _at--;
                    break;
                case '\n':
                    End();
                    words.AddRange(ReadDocuments());
                    End();
                    break;
                case '|':
                    End(isPiped: Next != '|');
                    _at += Next == '|' ? 1 : 0;
                    break;
                case '(' when Next == ')' && words.Count == 1:
                    // A function's head is no call of it.
                    words.Clear();
                    _at++;
                    break;
                case '(':
                    End();
                    depth++;
                    break;
                case ')' when isInside && depth == 0:
                    End();
                    return;
                case ')':
                    End();
                    depth = Math.Max(0, depth - 1);
                    break;
                case ';' or '&':
                    End();
                    break;
                case '<' or '>':
                    isCaptured |= ReadRedirection();
                    break;
                default:
                    line = words.Count == 0 ? LineHere : line;
                    var word = ReadWord();
                    // A number before the sign says which output is meant: only the first one is read by people's eyes here.
                    if (Here is '>' or '<' && word.All(char.IsAsciiDigit))
                    {
                        isCaptured |= ReadRedirection() && word == "1";
                        break;
                    }

                    words.Add(word);
                    _at--;
                    break;
            }
        }

        End();
    }

    private string ReadWord()
    {
        var word = new StringBuilder();
        while (_at < _source.Length && !" \t\n;&|()<>".Contains(Here, StringComparison.Ordinal))
        {
            switch (Here)
            {
                case '\'':
                    _at++;
                    word.Append(SkipTo('\''));
                    _at++;
                    break;
                case '"':
                    _at++;
                    ReadQuoted(word);
                    break;
                case '\\':
                    word.Append(Next == '\n' ? "" : Next.ToString());
                    _at += 2;
                    break;
                case '$':
                    ReadExpansion(word);
                    break;
                default:
                    word.Append(Here);
                    _at++;
                    break;
            }
        }

        return word.ToString();
    }

    private void ReadQuoted(StringBuilder word)
    {
        while (_at < _source.Length && Here != '"')
        {
            if (Here == '$')
            {
                ReadExpansion(word);
            }
            else if (Here == '\\' && "\"\\$`\n".Contains(Next, StringComparison.Ordinal))
            {
                word.Append(Next == '\n' ? "" : Next.ToString());
                _at += 2;
            }
            else
            {
                word.Append(Here);
                _at++;
            }
        }

        _at++;
    }

    private void ReadExpansion(StringBuilder word)
    {
        var begin = _at++;
        switch (Here)
        {
            case '(' when Next == '(':
                SkipNested('(', ')');
                Put(_source[begin.._at]);
                break;
            case '(':
                _at++;
                ReadCommands(isInside: true);
                _at++;
                Put(_source[begin.._at]);
                break;
            case '{':
                SkipNested('{', '}');
                var name = _source[(begin + 2)..(_at - 1)].TrimStart('#', '!');
                Put(name.StartsWith('@') ? name : string.Concat(name.TakeWhile(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')));
                break;
            case >= '0' and <= '9' or '@' or '*' or '#' or '?' or '$' or '!':
                Put(_source[_at++].ToString());
                break;
            default:
                while (char.IsAsciiLetterOrDigit(Here) || Here == '_')
                {
                    _at++;
                }

                Put(_source[(begin + 1).._at]);
                break;
        }

        void Put(string value) =>
            word.Append(value.Length == 0 ? "$" : "{" + value.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal) + "}");
    }

    /// <summary>True where the output goes into a file.</summary>
    private bool ReadRedirection()
    {
        var isOutput = Here == '>';
        while (Here is '<' or '>')
        {
            _at++;
        }

        var sign = _source[..(_at)].AsSpan().TrimEnd(['<', '>']).Length;
        var isDocument = _source[sign.._at] == "<<";
        if (Here == '&')
        {
            _at++;
            ReadWord();
            _at--;
            return false;
        }

        _at += Here == '-' && isDocument ? 1 : 0;
        SkipBlanks();
        var target = ReadWord();
        if (isDocument)
        {
            _endings.Add(target);
        }

        _at--;
        return isOutput && target is not "/dev/stderr" and not "/dev/tty";
    }

    /// <summary>The here-documents that begin after this line, as a word for each behind the name of what prints them.</summary>
    private IEnumerable<string> ReadDocuments()
    {
        var found = _endings.ToList();
        _endings.Clear();
        foreach (var ending in found)
        {
            var text = new StringBuilder();
            while (_at + 1 < _source.Length)
            {
                _at++;
                var line = SkipTo('\n');
                if (line.Trim() == ending)
                {
                    break;
                }

                text.AppendLine(line);
            }

            yield return "<<";
            yield return text.ToString();
        }
    }

    private void SkipBlanks()
    {
        while (Here is ' ' or '\t')
        {
            _at++;
        }
    }

    private string SkipTo(char end)
    {
        var begin = _at;
        while (_at < _source.Length && Here != end)
        {
            _at++;
        }

        return _source[begin.._at];
    }

    /// <summary>Past the sign that closes the one that stands here.</summary>
    private void SkipNested(char open, char close)
    {
        var depth = 0;
        do
        {
            depth += Here == open ? 1 : Here == close ? -1 : 0;
            _at++;
        }
        while (depth > 0 && _at < _source.Length);
    }
}
