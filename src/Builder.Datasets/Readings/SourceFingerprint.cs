using System.IO.Hashing;
using System.Text;

namespace Builder.Datasets.Readings;

/// <summary>
/// A 128-bit hash (XXH128) over a source's files, so that a run can say exactly which data it saw. It tells changes apart; it is no seal
/// against someone who forges a file, and so needs no slower hash.
/// </summary>
internal static class SourceFingerprint
{
    private const int BlockLength = 1 << 20;

    /// <summary>Over the bytes of a file; known already where it was read a while ago and is the same.</summary>
    public static string OfFile(string path) => FileHashes.Of(path, () => OfFiles(path));

    /// <summary>Over the bytes of files, in order.</summary>
    public static string OfFiles(params ReadOnlySpan<string> paths)
    {
        var hash = new XxHash128();
        foreach (var path in paths)
        {
            Add(hash, path);
        }

        return Finish(hash);
    }

    /// <summary>
    /// Over the bytes of a zip file and the names of the pictures that count in it, in order: notes about rows hold only as long as the same pictures are counted, and
    /// a later version may count other kinds of files or read their names otherwise.
    /// </summary>
    public static string OfPictures(string path, IEnumerable<string> names)
    {
        var hash = new XxHash128();
        Add(hash, path);
        foreach (var name in names)
        {
            hash.Append(Encoding.UTF8.GetBytes(name + "\n"));
        }

        return Finish(hash);
    }

    /// <summary>Over the names and bytes of files in a folder, in order.</summary>
    public static string OfFolder(string folder, IEnumerable<string> files)
    {
        var hash = new XxHash128();
        foreach (var file in files)
        {
            hash.Append(Encoding.UTF8.GetBytes(file + "\n"));
            Add(hash, Path.Combine(folder, file));
        }

        return Finish(hash);
    }

    private static void Add(XxHash128 hash, string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            var block = new byte[BlockLength];
            while (stream.Read(block) is var read and > 0)
            {
                hash.Append(block.AsSpan(0, read));
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DataProblems.FileUnreadable(Path.GetFileName(path), cause);
        }
    }

    private static string Finish(XxHash128 hash) => Convert.ToHexStringLower(hash.GetCurrentHash());
}
