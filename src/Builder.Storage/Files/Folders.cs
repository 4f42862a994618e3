using Builder.Files;

namespace Builder.Storage.Files;

/// <summary>Makes, copies and removes whole folders.</summary>
public static class Folders
{
    /// <summary>Makes a folder that is the owner's alone.</summary>
    public static void CreateForOwner(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Copies a folder with all that is in it, following no links. Nothing in it may lead out of it afterwards.</summary>
    /// <param name="from">The folder; nothing happens where it does not exist.</param>
    /// <param name="to">The copy; made where it does not exist.</param>
    /// <param name="except">Name of a folder directly in <paramref name="from"/> that is left out.</param>
    /// <param name="ct">Stops the work; what was copied so far stays.</param>
    public static void Copy(string from, string to, string? except = null, CancellationToken ct = default)
    {
        Directory.CreateDirectory(to);
        var source = new DirectoryInfo(from);
        foreach (var entry in source.Exists ? source.EnumerateFileSystemInfos() : [])
        {
            ct.ThrowIfCancellationRequested();
            if (entry.LinkTarget is not null || entry.Name == except)
            {
                continue;
            }

            var target = Path.Combine(to, entry.Name);
            if (entry is FileInfo file)
            {
                OwnerOnly.Copy(file.FullName, target);
            }
            else
            {
                Copy(entry.FullName, target, ct: ct);
            }
        }
    }

    /// <summary>Writes a folder with all that is in it to the disk, so that a power cut takes nothing of it away.</summary>
    /// <exception cref="IOException">The system refuses.</exception>
    public static void Sync(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            using var open = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(open);
        }

        foreach (var below in Directory.EnumerateDirectories(folder))
        {
            Sync(below);
        }

        FolderSync.Sync(folder);
    }

    /// <summary>Bytes of all files in a folder; 0 where it does not exist.</summary>
    public static long Size(string folder) => Directory.Exists(folder)
        ? new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(f => f.LinkTarget is null).Sum(f => f.Length)
        : 0;

    /// <summary>Removes a folder with all that is in it; what cannot be removed now is tried again at the next start.</summary>
    public static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Not there, or still in use: the caller has nothing better to do about it.
        }
    }

    /// <summary>Makes sure that files can be written into folders; what is not allowed or not possible shows itself now.</summary>
    /// <exception cref="IOException">One of them takes none.</exception>
    /// <exception cref="UnauthorizedAccessException">One of them may not be written to.</exception>
    internal static void TryWriting(params ReadOnlySpan<string> folders)
    {
        foreach (var folder in folders)
        {
            using var _ = new FileStream(
                Path.Combine(folder, $".{Guid.NewGuid():N}.tmp"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
    }

    /// <summary>Removes all that is in a folder, as far as it can be removed.</summary>
    internal static void Empty(string folder)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            if (entry is DirectoryInfo { LinkTarget: null })
            {
                TryDelete(entry.FullName);
            }
            else
            {
                TryDeleteFile(entry.FullName);
            }
        }
    }

    /// <summary>Removes a file where it is there and can be removed.</summary>
    public static void TryDeleteFile(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The first error is the one to report.
        }
    }
}
