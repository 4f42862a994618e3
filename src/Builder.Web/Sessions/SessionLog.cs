namespace Builder.Web.Sessions;

/// <summary>What open projects log.</summary>
internal static partial class SessionLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The queue of project {Project} broke at command {Command}; the project is opened anew from its log.")]
    public static partial void QueueBroke(ILogger log, string project, string? command, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Project {Project} could not be opened anew; its session ends.")]
    public static partial void NotReopened(ILogger log, string project, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Revision {Revision} of project {Project} could not be analysed.")]
    public static partial void NotAnalysed(ILogger log, string project, long revision, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A listener of project {Project} failed.")]
    public static partial void ListenerFailed(ILogger log, string project, Exception exception);
}
