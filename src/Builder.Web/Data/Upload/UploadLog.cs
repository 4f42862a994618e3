namespace Builder.Web.Data.Upload;

/// <summary>What goes to the log about files that come in; never their names or what is in them.</summary>
internal static partial class UploadLog
{
    [LoggerMessage(EventId = 4001, Level = LogLevel.Information, Message = "A file came into project {ProjectId}.")]
    public static partial void Taken(ILogger log, string projectId);

    [LoggerMessage(EventId = 4002, Level = LogLevel.Information, Message = "A file was refused: {Code}.")]
    public static partial void Refused(ILogger log, string code);

    [LoggerMessage(EventId = 4003, Level = LogLevel.Warning, Message = "A file could not be stored: {Code}.")]
    public static partial void NotStored(ILogger log, string code);
}
