namespace Builder.Storage.Files;

/// <summary>Says that a data folder is in use, so that two servers never write to the same one. The lock ends with the process, however it ends.</summary>
public sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of a folder.</summary>
    /// <exception cref="StorageException">Somebody else has it.</exception>
    public static FolderLock Take(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var path = Path.Combine(folder.Root, "in-use.lock");
        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (File.Exists(path))
        {
            throw StorageProblems.FolderInUse(folder.Root);
        }
        catch (UnauthorizedAccessException cause)
        {
            throw StorageProblems.FolderUnusable(folder.Root, cause);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
