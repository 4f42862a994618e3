using System.IO.Compression;
using System.Text;
using Builder.Graph.Data;

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
    private const int MostNameBytes = 255;
    private const int UnixTypeMask = 0xF000;
    private const int UnixSymbolicLink = 0xA000;

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase) { PackedProject.Runs.TrimEnd('/') };

    private readonly ZipArchive _zip;
    private IReadOnlyDictionary<string, string> _digests = new Dictionary<string, string>();

    private PackedFiles(ZipArchive zip)
    {
        _zip = zip;
        Entries = zip.Entries.Where(e => !e.FullName.EndsWith('/')).ToDictionary(e => e.FullName, StringComparer.Ordinal);
    }

    /// <summary>The files by name.</summary>
    public IReadOnlyDictionary<string, ZipArchiveEntry> Entries { get; }

    /// <summary>Opens and checks a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="disk">What the disk can hold onto which it is to be unpacked.</param>
    /// <exception cref="StorageException">It is damaged, or holds something that is refused.</exception>
    public static PackedFiles Open(string path, DiskNames disk)
    {
        ZipArchive? zip = null;
        try
        {
            zip = ZipFile.OpenRead(path);
            Check(zip, new FileInfo(path).Length, disk);
            return new(zip);
        }
        catch (Exception cause)
        {
            zip?.Dispose();
            throw cause is InvalidDataException or ArgumentException ? Damaged(cause) : cause;
        }
    }

    /// <summary>
    /// From now on every file must have the SHA-256 that a list gives for it, and all files of the list must be there.
    /// </summary>
    /// <param name="digests">By name, in hexadecimal.</param>
    /// <exception cref="StorageException">A file is missing.</exception>
    public void Expect(IReadOnlyDictionary<string, string> digests)
    {
        _digests = digests;
        if (digests.Keys.Any(name => !Entries.ContainsKey(name)))
        {
            throw StorageProblems.NotAProjectFile(ExchangeMessages.FilesMissing.With());
        }
    }

    /// <summary>Opens a file of the project; at its end it is checked against what was announced. Null where there is none of that name.</summary>
    /// <exception cref="StorageException">It holds more than is allowed.</exception>
    public Stream? OpenFile(string name, long most)
    {
        if (!Entries.TryGetValue(name, out var entry))
        {
            return null;
        }

        return entry.Length <= most ? Content(entry) : throw TooLarge();
    }

    /// <summary>Reads a small file into memory; null where there is none of that name.</summary>
    public byte[]? Read(string name, long most)
    {
        using var source = OpenFile(name, most);
        if (source is null)
        {
            return null;
        }

        using var memory = new MemoryStream();
        source.CopyTo(memory);
        return memory.ToArray();
    }

    /// <summary>Unpacks a file to a place in a folder.</summary>
    public void Unpack(ZipArchiveEntry entry, string folder, string name)
    {
        var target = Path.GetFullPath(Path.Combine(folder, name));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var source = Content(entry);
        using var file = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        source.CopyTo(file);
        file.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();

    private CheckedStream Content(ZipArchiveEntry entry)
    {
        try
        {
            return new(entry.Open(), entry.Length, entry.Crc32, _digests.GetValueOrDefault(entry.FullName));
        }
        catch (InvalidDataException cause)
        {
            throw Damaged(cause);
        }
    }

    private static void Check(ZipArchive zip, long packed, DiskNames disk)
    {
        if (zip.Entries.Count > MostEntries)
        {
            throw TooLarge();
        }

        var (files, folders) = (new SpelledNames(disk), new SpelledNames(disk));
        long unpacked = 0;
        foreach (var entry in zip.Entries)
        {
            unpacked += entry.Length;
            if (!IsSafe(entry.FullName) || ((entry.ExternalAttributes >> 16) & UnixTypeMask) == UnixSymbolicLink || !files.Add(entry.FullName))
            {
                throw StorageProblems.NotAProjectFile(ExchangeMessages.NameNotAllowed.With());
            }

            CheckParts(entry.FullName.TrimEnd('/').Split('/'), disk);
            if (!RelativePath.IsInside(entry.FullName, disk))
            {
                throw StorageProblems.NotAProjectFile(ExchangeMessages.NameNotAllowed.With());
            }

            for (var slash = entry.FullName.IndexOf('/'); slash > 0; slash = entry.FullName.IndexOf('/', slash + 1))
            {
                folders.Add(entry.FullName[..slash]);
            }

            if (unpacked >= MostBytes || (unpacked > AlwaysAllowed && unpacked / MostRatio >= Math.Max(packed, 1)))
            {
                throw TooLarge();
            }
        }

        if (files.All.FirstOrDefault(name => folders.Has(name) || Reserved.Contains(name)) is { } taken)
        {
            throw StorageProblems.NotAProjectFile(ExchangeMessages.NameTaken.With(("taken", taken)));
        }
    }

    private static void CheckParts(string[] parts, DiskNames disk)
    {
        if (parts.Any(part => Encoding.UTF8.GetByteCount(part) > MostNameBytes))
        {
            throw StorageProblems.NotAProjectFile(ExchangeMessages.NameTooLong.With());
        }

        if (parts.FirstOrDefault(part => !disk.CanHold(part)) is { } name)
        {
            throw StorageProblems.NotAProjectFile(ExchangeMessages.NameNotPortable.With(("name", name)));
        }
    }

    private static bool IsSafe(string name) =>
        name.Length is > 0 and <= LongestName && name[0] != '/' && !name.Contains('\\') && !name.Any(char.IsControl)
        && !name.TrimEnd('/').Split('/').Any(part => part is "" or "." or "..");

    internal static StorageException TooLarge() => StorageProblems.NotAProjectFile(ExchangeMessages.TooLarge.With());

    internal static StorageException Damaged(Exception? cause) =>
        StorageProblems.NotAProjectFile(ExchangeMessages.Damaged.With(), cause);

    /// <summary>Names of which no two may differ by capital letters alone where the disk holds them to be one.</summary>
    private sealed class SpelledNames(DiskNames disk)
    {
        private readonly Dictionary<string, string> _names = new(StringComparer.FromComparison(disk.Comparison));

        public IReadOnlyCollection<string> All => _names.Values;

        public bool Has(string name) => _names.ContainsKey(name);

        /// <summary>Adds a name; false where it is there already.</summary>
        /// <exception cref="StorageException">One is there that is spelled otherwise.</exception>
        public bool Add(string name)
        {
            if (_names.TryAdd(name, name))
            {
                return true;
            }

            return _names[name] == name ? false : throw StorageProblems.NotAProjectFile(ExchangeMessages.NamesAlike.With(("first", _names[name]), ("second", name)));
        }
    }
}
