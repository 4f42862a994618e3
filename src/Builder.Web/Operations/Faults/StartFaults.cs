using System.Globalization;
using System.Net.Sockets;
using Builder.Graph;
using Builder.Graph.Messages;
using Builder.Web.Shell.Faults;
using Builder.Web.Shell.Security;
using Microsoft.AspNetCore.Connections;

namespace Builder.Web.Operations.Faults;

/// <summary>Why the server cannot start, in plain words for the terminal and with an exit code: nobody should have to read a stack trace.</summary>
internal static class StartFaults
{
    /// <summary>Exit code of a start that was refused for a reason that can be mended: see docs/operations.md.</summary>
    public const int Refused = 2;

    /// <summary>Exit code of a start that failed for a reason that nobody foresaw.</summary>
    public const int Failed = 1;

    private const string Limits = "/proc/self/limits";
    private const int TooManyOpenFiles = 24;

    // Libraries, the database with its log, a few windows and three pipes for each runner.
    private const long LeastFiles = 256;

    /// <summary>What the machine lacks to start at all; checked before libraries are loaded, which could not say it any more.</summary>
    public static void CheckMachine()
    {
        if (File.Exists(Limits) && FilesAllowed(File.ReadLines(Limits)) is { } limit && limit < LeastFiles)
        {
            throw new StartException(FaultTexts.FewFiles(limit, LeastFiles));
        }
    }

    /// <summary>Says on standard error why the server does not start.</summary>
    /// <returns>The exit code.</returns>
    public static int Tell(Exception cause)
    {
        Console.Error.WriteLine(WordsOf(cause).In(Announcement.TerminalLanguage()));
        return Known(cause) is not null ? Refused : Failed;
    }

    /// <summary>The words for a cause.</summary>
    internal static Localized WordsOf(Exception cause) => Known(cause) ?? FaultTexts.Unknown(cause.GetType().Name, cause.Message.TrimEnd('.'));

    /// <summary>The soft limit of open files that the system's table names; null where there is none.</summary>
    internal static long? FilesAllowed(IEnumerable<string> limits) =>
        limits.FirstOrDefault(line => line.StartsWith("Max open files", StringComparison.Ordinal))?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, _, _, var soft, ..]
        && long.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Localized? Known(Exception? cause) => cause switch
    {
        null => null,
        BuilderException known => known.Words,
        IOException { InnerException: AddressInUseException } inUse => FaultTexts.PortInUse(AddressIn(inUse.Message)),
        SocketException { SocketErrorCode: SocketError.AccessDenied } => FaultTexts.PortForbidden,
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => FaultTexts.AddressNotHere,
        SocketException { SocketErrorCode: SocketError.TooManyOpenSockets } => FaultTexts.TooFewFiles,
        IOException when (cause.HResult & 0xFFFF) == TooManyOpenFiles => FaultTexts.TooFewFiles,
        _ => Known(cause.InnerException),
    };

    // "Failed to bind to address http://127.0.0.1:5080: address already in use."
    private static string AddressIn(string message) =>
        message.Split(' ').FirstOrDefault(word => word.Contains("://", StringComparison.Ordinal))?.TrimEnd(':', '.') ?? "this port";
}
