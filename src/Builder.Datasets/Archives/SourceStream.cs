using System.IO.Compression;

namespace Builder.Datasets.Archives;

/// <summary>Opens data files, unpacking gzip on the way.</summary>
public static class SourceStream
{
    /// <summary>Opens a plain or gzip-compressed file; which of the two its first bytes say.</summary>
    /// <exception cref="DataException">It is missing or cannot be read; reading on can throw for a damaged or oversized archive.</exception>
    public static Stream Open(string path)
    {
        var name = Path.GetFileName(path);
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            Span<byte> magic = stackalloc byte[2];
            var isGzip = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic[0] == 0x1F && magic[1] == 0x8B;
            file.Position = 0;
            return isGzip ? new LimitedStream(new GZipStream(file, CompressionMode.Decompress), name, file.Length) : file;
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw DataProblems.FileMissing(name);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            file?.Dispose();
            throw DataProblems.FileUnreadable(name, cause);
        }
    }
}
