using System.Net;

namespace Builder.Web.Shell.Security;

/// <summary>What goes to the log about who is let in; never the word itself.</summary>
internal static partial class AccessLog
{
    [LoggerMessage(EventId = 1001, Level = LogLevel.Information, Message = "A browser at {Address} was let in.")]
    public static partial void LetIn(ILogger log, IPAddress? address);

    [LoggerMessage(EventId = 1002, Level = LogLevel.Warning, Message = "A browser at {Address} tried to get in with a word that does not hold.")]
    public static partial void Refused(ILogger log, IPAddress? address);
}
