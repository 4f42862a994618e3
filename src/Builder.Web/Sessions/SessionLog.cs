namespace Builder.Web.Sessions;

/// <summary>What open projects log.</summary>
internal static partial class SessionLog
{
    [LoggerMessage(EventId = 2001, Level = LogLevel.Error, Message = "The queue of project {ProjectId} broke at command {Command}; the project is opened anew from its log.")]
    public static partial void QueueBroke(ILogger log, string projectId, string? command, Exception exception);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Error, Message = "Project {ProjectId} could not be opened anew; its session ends.")]
    public static partial void NotReopened(ILogger log, string projectId, Exception exception);

    [LoggerMessage(EventId = 2003, Level = LogLevel.Error, Message = "A document of project {ProjectId} could not be analysed.")]
    public static partial void NotAnalysed(ILogger log, string projectId, Exception exception);

    [LoggerMessage(EventId = 2004, Level = LogLevel.Error, Message = "A listener of project {ProjectId} failed.")]
    public static partial void ListenerFailed(ILogger log, string projectId, Exception exception);

    [LoggerMessage(EventId = 2005, Level = LogLevel.Information, Message = "Project {ProjectId} was opened at revision {Revision}.")]
    public static partial void Opened(ILogger log, string projectId, long revision);

    [LoggerMessage(EventId = 2006, Level = LogLevel.Information, Message = "Project {ProjectId} was let go.")]
    public static partial void LetGo(ILogger log, string projectId);
}
