using System.Runtime.InteropServices;

namespace Builder.Files;

/// <summary>Makes sure that a renamed file is found under its new name after a power cut.</summary>
public static partial class FolderSync
{
    private const int ReadOnly = 0;
    private const int InvalidArgument = 22;

    // F_FULLFSYNC of fcntl(2): on macOS fsync only hands over to the disk, which may keep it in a memory of its own.
    private const int FullSync = 51;

    /// <summary>Writes a folder's list of files to the disk. Windows does so by itself.</summary>
    /// <exception cref="IOException">The system refuses.</exception>
    public static void Sync(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int handle = Open(folder, ReadOnly);
        if (handle < 0)
        {
            throw Failure(folder);
        }

        try
        {
            // Some network file systems know no such thing as syncing a folder, and say so by this error.
            if (!(OperatingSystem.IsMacOS() && Control(handle, FullSync) != -1) && Fsync(handle) != 0 && Marshal.GetLastPInvokeError() != InvalidArgument)
            {
                throw Failure(folder);
            }
        }
        finally
        {
            _ = Close(handle);
        }
    }

    private static IOException Failure(string folder)
    {
        int code = Marshal.GetLastPInvokeError();
        return new IOException($"{Marshal.GetPInvokeErrorMessage(code)}: {folder}", code);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int handle);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(int handle, int command);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int handle);
}
