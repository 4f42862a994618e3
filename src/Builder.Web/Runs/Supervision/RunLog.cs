namespace Builder.Web.Runs.Supervision;

/// <summary>What goes to the server's log about runs.</summary>
internal static partial class RunLog
{
    [LoggerMessage(EventId = 5011, Level = LogLevel.Error, Message = "The state of run {Run} could not be saved.")]
    public static partial void StateNotSaved(ILogger log, Exception failure, string run);

    [LoggerMessage(EventId = 5012, Level = LogLevel.Error, Message = "Run {Run} could not be supervised.")]
    public static partial void NotSupervised(ILogger log, Exception failure, string run);

    [LoggerMessage(EventId = 5013, Level = LogLevel.Warning, Message = "The runner of run {Run} ended with code {Code}; what it said about it is in the run's folder.")]
    public static partial void RunnerEnded(ILogger log, string run, int code);

    [LoggerMessage(EventId = 5014, Level = LogLevel.Warning, Message = "A file of run {Run} could not be saved.")]
    public static partial void CurveNotSaved(ILogger log, Exception failure, string run);
}
