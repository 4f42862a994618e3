using Builder.Protocol;

namespace Builder.Web.Operations.Telemetry;

/// <summary>What goes to the log about runs and windows as a whole.</summary>
internal static partial class TelemetryLog
{
    [LoggerMessage(EventId = 5001, Level = LogLevel.Information, Message = "Run {RunId} went from {Before} to {After}.")]
    public static partial void RunChanged(ILogger log, string runId, RunState? before, RunState after);

    [LoggerMessage(EventId = 5002, Level = LogLevel.Warning, Message = "Run {RunId} failed; it was {Before}.")]
    public static partial void RunFailed(ILogger log, string runId, RunState? before);

    [LoggerMessage(EventId = 7001, Level = LogLevel.Information, Message = "Window {Circuit} opened.")]
    public static partial void WindowOpened(ILogger log, string circuit);

    [LoggerMessage(EventId = 7002, Level = LogLevel.Information, Message = "Window {Circuit} closed.")]
    public static partial void WindowClosed(ILogger log, string circuit);

    [LoggerMessage(EventId = 7003, Level = LogLevel.Information, Message = "Window {Circuit} lost its line to the server.")]
    public static partial void LineLost(ILogger log, string circuit);
}
