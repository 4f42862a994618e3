namespace Builder.Web.Runs.Supervision;

/// <summary>What goes to the server's log about runs.</summary>
internal static partial class RunLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The state of run {Run} could not be saved.")]
    public static partial void StateNotSaved(ILogger log, Exception failure, string run);

    [LoggerMessage(Level = LogLevel.Error, Message = "Run {Run} could not be supervised.")]
    public static partial void NotSupervised(ILogger log, Exception failure, string run);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The runner of run {Run} ended with code {Code}: {Errors}")]
    public static partial void RunnerEnded(ILogger log, string run, int code, string errors);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file of run {Run} could not be saved.")]
    public static partial void CurveNotSaved(ILogger log, Exception failure, string run);
}
