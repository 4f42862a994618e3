using Builder.Storage.Database;

namespace Builder.Storage;

/// <summary>Why something could not be written.</summary>
internal enum WriteFailure
{
    /// <summary>The system does not say, or says something that people cannot do anything about.</summary>
    Unknown,

    /// <summary>There is no room, or the person's share of it is used up.</summary>
    Full,

    /// <summary>The disk takes no changes at all.</summary>
    ReadOnly,

    /// <summary>Builder's user may not write there.</summary>
    NotAllowed,

    /// <summary>A file's name, or its whole path, is longer than the disk can keep.</summary>
    NameTooLong,

    /// <summary>A file stands where a folder should, or the other way round, or the name is taken.</summary>
    NameTaken,
}

/// <summary>Reads the reason out of an exception. Source of the numbers: errno.h of Linux and macOS, winerror.h of Windows.</summary>
internal static class WriteFailures
{
    /// <summary>The reason that an exception, or one inside it, gives.</summary>
    public static WriteFailure Of(Exception? cause)
    {
        for (; cause is not null; cause = cause.InnerException)
        {
            if (OfOne(cause) is var found and not WriteFailure.Unknown)
            {
                return found;
            }
        }

        return WriteFailure.Unknown;
    }

    private static WriteFailure OfOne(Exception cause) => cause switch
    {
        _ when Sqlite.IsDiskFull(cause) => WriteFailure.Full,
        _ when Sqlite.IsReadOnly(cause) => WriteFailure.ReadOnly,
        PathTooLongException => WriteFailure.NameTooLong,
        // It may hide a disk that takes no changes: what is inside says more.
        UnauthorizedAccessException denied => Of(denied.InnerException) is var inner and not WriteFailure.Unknown ? inner : WriteFailure.NotAllowed,
        IOException { HResult: var code } => OperatingSystem.IsWindows() ? OfWindows(code & 0xFFFF) : OfUnix(code & 0xFFFF),
        _ => WriteFailure.Unknown,
    };

    private static WriteFailure OfUnix(int errno) => errno switch
    {
        28 => WriteFailure.Full,
        122 when OperatingSystem.IsLinux() => WriteFailure.Full,
        69 when OperatingSystem.IsMacOS() => WriteFailure.Full,
        30 => WriteFailure.ReadOnly,
        1 or 13 => WriteFailure.NotAllowed,
        17 or 20 or 21 => WriteFailure.NameTaken,
        36 when OperatingSystem.IsLinux() => WriteFailure.NameTooLong,
        63 when OperatingSystem.IsMacOS() => WriteFailure.NameTooLong,
        _ => WriteFailure.Unknown,
    };

    private static WriteFailure OfWindows(int error) => error switch
    {
        39 or 112 => WriteFailure.Full,
        19 => WriteFailure.ReadOnly,
        5 => WriteFailure.NotAllowed,
        80 or 183 or 267 => WriteFailure.NameTaken,
        206 => WriteFailure.NameTooLong,
        _ => WriteFailure.Unknown,
    };
}
