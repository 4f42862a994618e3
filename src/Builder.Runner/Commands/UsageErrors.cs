using System.CommandLine;
using System.CommandLine.Parsing;
using Builder.Graph;
using Builder.Runner.Console;

namespace Builder.Runner.Commands;

/// <summary>Says in both languages what is wrong with a command line: the library says it in English only.</summary>
internal static class UsageErrors
{
    /// <summary>The failure of a command line that cannot be carried out.</summary>
    public static UsageException Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var name = command.Parents.Any() ? $"./builder {command.Name}" : command.Name;
        var found = Options(parsed).Concat(Unmatched(parsed)).Concat(Missing(parsed.CommandResult, name)).ToList();
        found = found.Count > 0 ? found : [new("The command line cannot be understood.", "无法理解这条命令。")];
        return new(new(
            $"{string.Join(" ", found.Select(words => words.En))} See {name} --help.",
            $"{string.Concat(found.Select(words => words.Zh))}请参阅 {name} --help。"));
    }

    private static IEnumerable<Localized> Options(ParseResult parsed) =>
        parsed.Errors.Select(error => error.SymbolResult).OfType<OptionResult>().Distinct().Select(Option);

    private static Localized Option(OptionResult given)
    {
        var option = given.Option;
        return given.Tokens switch
        {
            [] => new($"{option.Name} needs a value: {option.Name} {option.HelpName}.", $"{option.Name} 需要一个值：{option.Name} {option.HelpName}。"),
            [var token] when option is IValueOption known => known.Misfit(token.Value),
            [var token] => new($"{option.Name} cannot take “{token.Value}”.", $"{option.Name} 不能使用“{token.Value}”。"),
            _ => new($"{option.Name} may be given only once.", $"{option.Name} 只能给出一次。"),
        };
    }

    private static IEnumerable<Localized> Unmatched(ParseResult parsed) => parsed.UnmatchedTokens.Select(token => new Localized(
        $"“{token}” is not understood here.", $"此处无法识别“{token}”。"));

    private static IEnumerable<Localized> Missing(CommandResult command, string name)
    {
        var missing = command.Command.Arguments.Where(argument => command.GetResult(argument) is not { Tokens.Count: > 0 })
            .Select(argument => new Localized($"{name} needs {argument.Name}.", $"{name} 需要 {argument.Name}。"));
        return command.Command.Subcommands.Count > 0
            ? [new($"{name} needs a command.", $"{name} 需要一个命令。")] : missing;
    }
}
