using System.Security.Cryptography;
using System.Text;

namespace Builder.Datasets.Import;

/// <summary>SHA-256 over a source's files, so that a run can say exactly which data it saw.</summary>
internal static class SourceFingerprint
{
    private const int BlockLength = 1 << 20;

    /// <summary>Over the bytes of files, in order.</summary>
    public static string OfFiles(params ReadOnlySpan<string> paths)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in paths)
        {
            Add(hash, path);
        }

        return Finish(hash);
    }

    /// <summary>Over the names and bytes of files in a folder, in order.</summary>
    public static string OfFolder(string folder, IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file + "\n"));
            Add(hash, Path.Combine(folder, file));
        }

        return Finish(hash);
    }

    private static void Add(IncrementalHash hash, string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            var block = new byte[BlockLength];
            while (stream.Read(block) is var read and > 0)
            {
                hash.AppendData(block, 0, read);
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DataProblems.FileUnreadable(Path.GetFileName(path), cause);
        }
    }

    private static string Finish(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset());
}
