namespace Builder.Files;

/// <summary>
/// Writes a file wholly or not at all: into a temporary file beside it, synced to the disk, then renamed, then the folder synced. A
/// reader sees the old file or the new one, and after a power cut one of them is there.
/// </summary>
public static class AtomicFile
{
    private const int BufferSize = 1 << 16;
    private const string Extension = ".tmp";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Writes a file.</summary>
    /// <param name="path">The file; its folder exists. An older file of the name is replaced.</param>
    /// <param name="write">Writes the contents; whatever it throws leaves the older file as it was.</param>
    /// <exception cref="IOException">The disk is full, or the folder is missing. Nothing is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var (full, temporary) = Places(path);
        try
        {
            using (var stream = Create(temporary))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            Replace(temporary, full);
        }
        catch
        {
            Remove(temporary);
            throw;
        }
    }

    /// <summary>Writes a file.</summary>
    /// <param name="path">The file; its folder exists. An older file of the name is replaced.</param>
    /// <param name="write">Writes the contents; whatever it throws leaves the older file as it was.</param>
    /// <exception cref="IOException">The disk is full, or the folder is missing. Nothing is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var (full, temporary) = Places(path);
        try
        {
            await using (var stream = Create(temporary))
            {
                await write(stream);
                stream.Flush(flushToDisk: true);
            }

            Replace(temporary, full);
        }
        catch
        {
            Remove(temporary);
            throw;
        }
    }

    /// <summary>Removes what writers that were killed left in a folder. Call it where no writer is at work in that folder.</summary>
    /// <param name="folder">A folder that exists.</param>
    public static void RemoveLeftovers(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, ".*" + Extension))
        {
            Remove(file);
        }
    }

    /// <summary>True where something could not be written because the disk, or the part of it that a person may use, is full.</summary>
    /// <param name="error">The exception itself; inner ones are not looked at.</param>
    public static bool IsDiskFull(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);

        // ENOSPC and EDQUOT on Unix, ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL on Windows.
        return error is IOException
            && (OperatingSystem.IsWindows() ? (error.HResult & 0xFFFF) is 39 or 112 : (error.HResult & 0xFFFF) is 28 or 122);
    }

    private static (string Full, string Temporary) Places(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full) ?? throw new ArgumentException("A file's path is needed, not a root.", nameof(path));
        return (full, Path.Combine(folder, $".{Guid.NewGuid():N}{Extension}"));
    }

    private static FileStream Create(string temporary) => new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize);

    private static void Replace(string temporary, string full)
    {
        // Windows replaces no file that somebody is just reading, which takes a moment.
        if (!OperatingSystem.IsWindows() || !SpinWait.SpinUntil(() => TryMove(temporary, full), Patience))
        {
            File.Move(temporary, full, overwrite: true);
        }

        FolderSync.Sync(Path.GetDirectoryName(full)!);
    }

    private static bool TryMove(string temporary, string full)
    {
        try
        {
            File.Move(temporary, full, overwrite: true);
            return true;
        }
        catch (Exception held) when (held is UnauthorizedAccessException || (held is IOException shared && LockFile.IsHeldByAnother(shared)))
        {
            return false;
        }
    }

    private static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The first error is the one to report; a leftover is removed at the next start.
        }
    }
}
