using System.Collections.Concurrent;
using System.IO.Hashing;

namespace Builder.Datasets.Readings;

/// <summary>
/// Remembers the hashes of large files, so that a file that is opened again and again is not read whole each time. It counts as the same while its length, its times and
/// samples from all over it are; what was written within the last seconds may be written again in the same tick of the clock, and is hashed each time.
/// </summary>
internal static class FileHashes
{
    private const int Samples = 16;
    private const int SampleLength = 1 << 12;
    private const int Most = 256;

    // Longer than a tick of any file system's clock.
    private static readonly TimeSpan s_settled = TimeSpan.FromSeconds(3);

    private static readonly ConcurrentDictionary<string, (Stamp Stamp, string Hash)> s_known = new(StringComparer.Ordinal);

    /// <summary>The hash of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="hash">Reads the whole file.</param>
    public static string Of(string path, Func<string> hash)
    {
        var full = Path.GetFullPath(path);
        if (StampOf(full) is not { } stamp)
        {
            return hash();
        }

        if (s_known.TryGetValue(full, out var known) && known.Stamp == stamp)
        {
            return known.Hash;
        }

        var found = hash();
        if (DateTime.UtcNow - stamp.Written > s_settled && StampOf(full) == stamp)
        {
            if (s_known.Count >= Most)
            {
                s_known.Clear();
            }

            s_known[full] = (stamp, found);
        }

        return found;
    }

    /// <summary>What tells a file apart from what it was; null where it is small or cannot be looked at.</summary>
    private static Stamp? StampOf(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists || file.Length < ReadingStore.FewestBytes)
            {
                return null;
            }

            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var (length, hash, piece) = (RandomAccess.GetLength(handle), new XxHash3(), new byte[SampleLength]);
            for (var i = 0; i < Samples; i++)
            {
                hash.Append(piece.AsSpan(0, RandomAccess.Read(handle, piece, (length - SampleLength) / (Samples - 1) * i)));
            }

            return new(length, file.LastWriteTimeUtc, file.CreationTimeUtc, hash.GetCurrentHashAsUInt64());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private readonly record struct Stamp(long Length, DateTime Written, DateTime Made, ulong Samples);
}
