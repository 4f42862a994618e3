namespace Builder.Files;

/// <summary>A file that one process at a time holds. The system lets go of it when the process ends, however it ends.</summary>
public static class LockFile
{
    /// <summary>Takes the file, which is made where it does not exist.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="options">Further options, such as <see cref="FileOptions.DeleteOnClose"/>.</param>
    /// <returns>What holds it until it is disposed of; null where another one has it.</returns>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static FileStream? TryTake(string path, FileOptions options = FileOptions.None)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, options);
        }
        catch (IOException held) when (IsHeldByAnother(held))
        {
            return null;
        }
    }

    /// <summary>True where a file is open elsewhere in a way that keeps others out.</summary>
    /// <remarks>ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION on Windows, EAGAIN elsewhere, whose number differs.</remarks>
    public static bool IsHeldByAnother(IOException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return (error.HResult & 0xFFFF) is var code && (OperatingSystem.IsWindows() ? code is 32 or 33 : code == (OperatingSystem.IsMacOS() ? 35 : 11));
    }
}
