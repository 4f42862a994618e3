using Builder.Files;

namespace Builder.Training.Formats;

/// <summary>Writes a file wholly or not at all, and tells what stands in the way in plain words.</summary>
public static class SavedFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="path">The file; its folder exists. An older file of the name is replaced.</param>
    /// <param name="write">Writes the contents; whatever it throws leaves the older file as it was.</param>
    /// <exception cref="CheckpointException">The disk is full, or the folder cannot be written to. Nothing is left behind.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        try
        {
            AtomicFile.Write(path, write);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw AtomicFile.IsDiskFull(error) ? CheckpointErrors.DiskFull(path, error) : CheckpointErrors.NotWritten(path, error);
        }
    }
}
