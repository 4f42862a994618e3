using Builder.Files;

namespace Builder.Storage.Files;

/// <summary>Says that a data folder is in use, so that two servers never write to the same one. The lock ends with the process, however it ends.</summary>
public sealed class FolderLock : IDisposable
{
    // A server that was just told to end needs a moment to let go: whoever starts the next one at once need not start it twice.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of a folder; waits up to two seconds for one who has it and is just ending.</summary>
    /// <exception cref="StorageException">Somebody else has it and keeps it.</exception>
    public static FolderLock Take(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var path = Path.Combine(folder.Root, "in-use.lock");
        FolderLock? taken = null;
        return SpinWait.SpinUntil(() => (taken = TryTake(folder, path)) is not null, Patience) ? taken! : throw StorageProblems.FolderInUse(folder.Root);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    // Null where somebody else has it.
    private static FolderLock? TryTake(DataFolder folder, string path)
    {
        try
        {
            return LockFile.TryTake(path) is { } file ? new(file) : null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw StorageProblems.FolderUnusable(folder.Root, cause);
        }
    }
}
