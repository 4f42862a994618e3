namespace Builder.Web.Use.Models;

/// <summary>What goes to the log about models that people try; never what they ask or are answered.</summary>
internal static partial class UseLog
{
    [LoggerMessage(EventId = 6001, Level = LogLevel.Information, Message = "The model of project {ProjectId} is loaded.")]
    public static partial void Loading(ILogger log, string projectId);

    [LoggerMessage(EventId = 6002, Level = LogLevel.Warning, Message = "A model's process ended between two questions; the model is loaded again.")]
    public static partial void AskedAgain(ILogger log);
}
