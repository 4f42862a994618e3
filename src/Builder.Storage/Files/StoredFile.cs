using Builder.Files;

namespace Builder.Storage.Files;

/// <summary>Writes a file wholly or not at all, and tells what stands in the way in plain words.</summary>
public static class StoredFile
{
    /// <summary>Writes a file from a stream.</summary>
    /// <param name="path">The file; its folder is made where it does not exist. An older file of the name is replaced.</param>
    /// <param name="content">What it will hold.</param>
    /// <param name="ct">Stops the work; nothing is left behind.</param>
    /// <exception cref="StorageException">The disk is full, or the folder cannot be written to. Nothing is left behind.</exception>
    public static async Task WriteAsync(string path, Stream content, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        var full = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            await AtomicFile.WriteAsync(full, stream => content.CopyToAsync(stream, ct));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StorageProblems.NotSaved(error);
        }
    }

    /// <summary>Writes a file from bytes.</summary>
    /// <param name="path">The file; its folder is made where it does not exist. An older file of the name is replaced.</param>
    /// <param name="content">What it will hold.</param>
    /// <param name="ct">Stops the work; nothing is left behind.</param>
    /// <exception cref="StorageException">The disk is full, or the folder cannot be written to. Nothing is left behind.</exception>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken ct = default)
    {
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        await WriteAsync(path, stream, ct);
    }
}
