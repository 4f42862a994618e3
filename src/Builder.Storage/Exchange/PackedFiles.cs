using System.IO.Compression;

namespace Builder.Storage.Exchange;

/// <summary>
/// The files in a packed project, checked before any is unpacked: no way out of the folder, no links, no bombs, no more than was announced.
/// </summary>
internal sealed class PackedFiles : IDisposable
{
    private const long MostRatio = 500;
    private const long AlwaysAllowed = 1 << 20;
    private const long MostBytes = 10_000_000_000;
    private const int MostEntries = 1_000_000;
    private const int LongestName = 400;
    private const int UnixTypeMask = 0xF000;
    private const int UnixSymbolicLink = 0xA000;

    private readonly ZipArchive _zip;

    private PackedFiles(ZipArchive zip)
    {
        _zip = zip;
        Entries = zip.Entries.Where(e => !e.FullName.EndsWith('/')).ToDictionary(e => e.FullName, StringComparer.Ordinal);
    }

    /// <summary>The files by name.</summary>
    public IReadOnlyDictionary<string, ZipArchiveEntry> Entries { get; }

    /// <summary>Opens and checks a file.</summary>
    /// <exception cref="StorageException">It is damaged, or holds something that is refused.</exception>
    public static PackedFiles Open(string path)
    {
        ZipArchive? zip = null;
        try
        {
            zip = ZipFile.OpenRead(path);
            Check(zip, new FileInfo(path).Length);
            return new(zip);
        }
        catch (Exception cause)
        {
            zip?.Dispose();
            throw cause is InvalidDataException or ArgumentException ? Damaged(cause) : cause;
        }
    }

    /// <summary>Reads a small file into memory; null where there is none of that name.</summary>
    public byte[]? Read(string name, long most)
    {
        if (!Entries.TryGetValue(name, out var entry))
        {
            return null;
        }

        if (entry.Length > most)
        {
            throw TooLarge();
        }

        using var memory = new MemoryStream();
        Copy(entry, memory);
        return memory.ToArray();
    }

    /// <summary>Unpacks a file to a place in a folder.</summary>
    public static void Unpack(ZipArchiveEntry entry, string folder, string name)
    {
        var target = Path.GetFullPath(Path.Combine(folder, name));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var file = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        Copy(entry, file);
        file.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();

    private static void Copy(ZipArchiveEntry entry, Stream target)
    {
        try
        {
            using var source = entry.Open();
            var block = new byte[81920];
            long total = 0;
            for (int count; (count = source.Read(block)) > 0;)
            {
                total += count;
                if (total > entry.Length)
                {
                    throw TooLarge();
                }

                target.Write(block, 0, count);
            }

            if (total != entry.Length)
            {
                throw Damaged(null);
            }
        }
        catch (InvalidDataException cause)
        {
            throw Damaged(cause);
        }
    }

    private static void Check(ZipArchive zip, long packed)
    {
        if (zip.Entries.Count > MostEntries)
        {
            throw TooLarge();
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        long unpacked = 0;
        foreach (var entry in zip.Entries)
        {
            unpacked += entry.Length;
            if (!IsSafe(entry.FullName) || ((entry.ExternalAttributes >> 16) & UnixTypeMask) == UnixSymbolicLink || !names.Add(entry.FullName))
            {
                throw StorageProblems.NotAProjectFile("a file in it has a name or a form that is not allowed.", "其中有名称或形式不被允许的文件。");
            }

            if (unpacked >= MostBytes || (unpacked > AlwaysAllowed && unpacked / MostRatio >= Math.Max(packed, 1)))
            {
                throw TooLarge();
            }
        }
    }

    private static bool IsSafe(string name) =>
        name.Length is > 0 and <= LongestName && name[0] != '/' && !name.Contains('\\') && !name.Contains(':') && !name.Any(char.IsControl)
        && !name.TrimEnd('/').Split('/').Any(part => part is "" or "." or "..");

    private static StorageException TooLarge() => StorageProblems.NotAProjectFile(
        "unpacked, it would be larger than 10 GB or far larger than it says.", "解压后会超过 10 GB，或远大于其声明的大小。");

    private static StorageException Damaged(Exception? cause) =>
        StorageProblems.NotAProjectFile("it is damaged or of another kind.", "文件已损坏，或者是其他类型的文件。", cause);
}
