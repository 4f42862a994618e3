namespace Builder.Storage.Files;

/// <summary>
/// Writes a file wholly or not at all: into a temporary file beside it, synced to the disk, then renamed. A reader sees the old file or
/// the new one, and after a power cut one of them is there.
/// </summary>
public static class AtomicFile
{
    private const string Extension = ".tmp";

    /// <summary>Writes a file from a stream.</summary>
    /// <param name="path">The file; its folder is made where it does not exist. An older file of the name is replaced.</param>
    /// <param name="content">What it will hold.</param>
    /// <param name="ct">Stops the work; nothing is left behind.</param>
    /// <exception cref="StorageException">The disk is full, or the folder cannot be written to. Nothing is left behind.</exception>
    public static async Task WriteAsync(string path, Stream content, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full)!;
        var temporary = Path.Combine(folder, $".{Guid.NewGuid():N}{Extension}");
        try
        {
            Directory.CreateDirectory(folder);
            await using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await content.CopyToAsync(stream, ct);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, full, overwrite: true);
            FolderSync.Sync(folder);
        }
        catch (Exception error)
        {
            Folders.TryDeleteFile(temporary);
            if (error is IOException or UnauthorizedAccessException)
            {
                throw StorageProblems.NotSaved(error);
            }

            throw;
        }
    }

    /// <summary>Writes a file from bytes.</summary>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken ct = default)
    {
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        await WriteAsync(path, stream, ct);
    }
}
