using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Builder.Web.Hosting.Logging;

/// <summary>
/// Writes a line for each entry: time, level, category and event, the words, and the ids of project, run and trace. Below an error come the kinds of it and of its
/// causes with the places where they arose; their messages only where <see cref="LogOptions.ErrorMessages"/> says so.
/// </summary>
internal sealed class LogFormatter(LogOptions options, TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    /// <summary>Its name in the configuration.</summary>
    public const string FormatterName = "builder";

    private static readonly string[] Ids = ["ProjectId", "RunId", "TraceId"];

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var line = new StringBuilder()
            .Append(clock.GetLocalNow().ToString("yyyy-MM-dd HH:mm:ss.fff zzz", CultureInfo.InvariantCulture))
            .Append(' ').Append(NameOf(logEntry.LogLevel)).Append(' ').Append(logEntry.Category)
            .Append('[').Append(logEntry.EventId.Id.ToString(CultureInfo.InvariantCulture)).Append("] ")
            .Append(OneLine(logEntry.Formatter(logEntry.State, null)));
        AppendIds(line, scopeProvider);
        for (var error = logEntry.Exception; error is not null; error = error.InnerException)
        {
            Describe(line.AppendLine().Append("  "), error);
        }

        textWriter.WriteLine(line);
    }

    // Of the scopes only ids are written: the framework's also hold addresses, in which names of uploaded files stand.
    private static void AppendIds(StringBuilder line, IExternalScopeProvider? scopes)
    {
        var ids = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        scopes?.ForEachScope(
            static (scope, found) =>
            {
                foreach (var (name, value) in scope as IEnumerable<KeyValuePair<string, object?>> ?? [])
                {
                    if (Ids.Contains(name))
                    {
                        found[name] = value?.ToString();
                    }
                }
            },
            ids);
        foreach (var (name, value) in ids)
        {
            line.Append(' ').Append(name).Append('=').Append(value);
        }
    }

    // An entry stays one entry: what comes from outside cannot add lines that look like others.
    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private void Describe(StringBuilder text, Exception error)
    {
        text.Append(error.GetType().FullName).Append(" 0x").Append(error.HResult.ToString("X8", CultureInfo.InvariantCulture));
        if (options.ErrorMessages)
        {
            text.Append(": ").Append(OneLine(error.Message));
        }

        if (error.StackTrace is { } places)
        {
            text.AppendLine().Append(places);
        }
    }

    private static string NameOf(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "info ",
        LogLevel.Warning => "warn ",
        LogLevel.Error => "error",
        _ => "fatal",
    };
}
