namespace Builder.Web.Shell.Faults;

/// <summary>What the log tells of errors that nobody foresaw.</summary>
internal static partial class FaultLog
{
    /// <summary>Notes an error under its number.</summary>
    /// <param name="log">The log.</param>
    /// <param name="error">The error.</param>
    /// <param name="place">Where it was met: the pattern of an address or the name of a page, never what people filled in.</param>
    /// <returns>The number.</returns>
    public static string Note(ILogger log, Exception error, string place)
    {
        var reference = FaultReference.Of(error);
        Unforeseen(log, reference, place, error);
        return reference;
    }

    [LoggerMessage(EventId = 8001, Level = LogLevel.Error, Message = "Fault {Reference} at {Place}.")]
    private static partial void Unforeseen(ILogger log, string reference, string place, Exception error);
}
