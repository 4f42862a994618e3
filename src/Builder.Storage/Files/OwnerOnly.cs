using System.Runtime.InteropServices;

namespace Builder.Storage.Files;

/// <summary>
/// Keeps files from other users of the computer. On Unix what a process makes is readable by all unless it says otherwise; on Windows a person's own
/// folders already are his alone.
/// </summary>
public static partial class OwnerOnly
{
    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const uint AllButOwner = 0b000_111_111;

    /// <summary>From now on this process, and those that it starts, make files and folders that are the owner's alone.</summary>
    public static void Begin()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = SetMask(AllButOwner);
        }
    }

    /// <summary>Takes a folder and all that is in it, as an earlier version left it, from everybody but the owner. Links are not followed.</summary>
    public static void Take(DirectoryInfo folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (OperatingSystem.IsWindows() || !folder.Exists || folder.UnixFileMode == Folder)
        {
            return;
        }

        // The folder itself comes last: where this is cut short, the next start begins anew.
        foreach (var entry in folder.EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint, RecurseSubdirectories = false }))
        {
            if (entry is DirectoryInfo below)
            {
                Take(below);
            }
            else
            {
                Take((FileInfo)entry);
            }
        }

        Set(folder, Folder);
    }

    /// <summary>Takes a file from everybody but the owner; nothing happens where it does not exist.</summary>
    public static void Take(FileInfo file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!OperatingSystem.IsWindows() && file is { Exists: true, LinkTarget: null })
        {
            Set(file, file.UnixFileMode & Folder);
        }
    }

    /// <summary>Takes the folder itself, without what is in it; one that others may write to as well, such as /tmp, is shared on purpose and left as it is.</summary>
    public static void TakeItself(DirectoryInfo folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!OperatingSystem.IsWindows() && (folder.UnixFileMode & (UnixFileMode.OtherWrite | UnixFileMode.StickyBit)) == 0)
        {
            Set(folder, Folder);
        }
    }

    /// <summary>Copies a file: the copy is the owner's alone, whatever the first one is.</summary>
    public static void Copy(string from, string to, bool overwrite = false)
    {
        System.IO.File.Copy(from, to, overwrite);
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(to, File);
        }
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void Set(FileSystemInfo entry, UnixFileMode mode)
    {
        try
        {
            if (entry.UnixFileMode != mode)
            {
                entry.UnixFileMode = mode;
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // Somebody else's, or a disk that knows no owners: then it cannot be kept from anybody.
        }
    }

    [LibraryImport("libc", EntryPoint = "umask")]
    private static partial uint SetMask(uint mask);
}
