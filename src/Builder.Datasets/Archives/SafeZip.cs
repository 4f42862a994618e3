using System.IO.Hashing;
using System.IO.Compression;

namespace Builder.Datasets.Archives;

/// <summary>
/// A zip file whose entries were checked before any is unpacked: no way out of the archive, no links, no bombs. Entries are only
/// ever read into memory, never written to disk by their names. May be used from several threads at once.
/// </summary>
public sealed class SafeZip : IDisposable
{
    private const int UnixTypeMask = 0xF000;
    private const int UnixSymbolicLink = 0xA000;
    private const int FirstPiece = 1 << 22;

    private readonly Lock _lock = new();
    private readonly ZipArchive _archive;
    private readonly ZipArchiveEntry[] _entries;
    private readonly string _file;

    private SafeZip(string file, ZipArchive archive, string[] names, long length)
    {
        PackedLength = length;
        _file = file;
        _archive = archive;
        var files = Enumerable.Range(0, names.Length).Where(i => !names[i].EndsWith('/')).ToArray();
        _entries = [.. files.Select(i => archive.Entries[i])];
        Names = [.. files.Select(i => names[i])];
    }

    /// <summary>The files inside, in the archive's order: readable whatever letters they were packed with, composed (NFC), with forward slashes.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Whether a file begins as a zip file does.</summary>
    public static bool IsZip(string path)
    {
        using var stream = SourceStream.Open(path);
        Span<byte> magic = stackalloc byte[4];
        return stream.ReadAtLeast(magic, 4, throwOnEndOfStream: false) == 4
            && magic[0] == 'P' && magic[1] == 'K' && magic[2] is 3 or 5 && magic[3] is 4 or 6;
    }

    /// <summary>Opens and checks a zip file.</summary>
    /// <exception cref="DataException">It is damaged, or holds something that is refused.</exception>
    public static SafeZip Open(string path) => Open(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read), Path.GetFileName(path));

    /// <summary>Opens and checks a zip file.</summary>
    /// <param name="stream">Its bytes; seekable, and closed with it.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <exception cref="DataException">It is damaged, or holds something that is refused.</exception>
    public static SafeZip Open(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: false, EntryNames.Raw);
            if (archive.Entries.Count > UnpackLimits.MostEntries)
            {
                throw ArchiveProblems.TooManyEntries(name, UnpackLimits.MostEntries);
            }

            var names = EntryNames.Read([.. archive.Entries.Select(e => e.FullName)]);
            CheckEntries(name, archive, names, stream.Length);
            return new SafeZip(name, archive, names, stream.Length);
        }
        catch (InvalidDataException cause)
        {
            Close();
            throw ArchiveProblems.NotAnArchive(name, cause);
        }
        catch
        {
            Close();
            throw;
        }

        void Close()
        {
            archive?.Dispose();
            stream.Dispose();
        }
    }

    /// <summary>Bytes of the archive itself.</summary>
    public long PackedLength { get; }

    /// <summary>Bytes that all files unpack to.</summary>
    public long TotalLength => _entries.Sum(e => e.Length);

    /// <summary>Bytes that a file unpacks to; more never come.</summary>
    public long LengthOf(int index) => _entries[index].Length;

    /// <summary>The CRC-32 of a file's bytes, as the archive announces it.</summary>
    public uint ChecksumOf(int index) => _entries[index].Crc32;

    /// <summary>Unpacks one file into memory.</summary>
    /// <exception cref="DataException">It is damaged, or unpacks to more than it announces.</exception>
    public byte[] Read(int index)
    {
        var entry = _entries[index];
        if (entry.Length > Array.MaxLength)
        {
            throw ArchiveProblems.TooLarge(_file, UnpackLimits.MostGigabytes);
        }

        byte[] bytes;
        lock (_lock)
        {
            try
            {
                using var stream = entry.Open();
                bytes = Read(stream, (int)entry.Length);
            }
            catch (Exception cause) when (cause is InvalidDataException or EndOfStreamException)
            {
                throw ArchiveProblems.NotAnArchive($"{_file}/{Names[index]}", cause);
            }
        }

        return Crc32.HashToUInt32(bytes) == entry.Crc32 ? bytes : throw ArchiveProblems.NotAnArchive($"{_file}/{Names[index]}");
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    // Piece by piece: a length that is not there costs no memory.
    private static byte[] Read(Stream stream, int length)
    {
        var bytes = new byte[Math.Min(length, FirstPiece)];
        for (var filled = 0; ; Array.Resize(ref bytes, (int)Math.Min(length, filled * 2L)))
        {
            stream.ReadExactly(bytes.AsSpan(filled));
            filled = bytes.Length;
            if (filled == length)
            {
                return bytes;
            }
        }
    }

    private static void CheckEntries(string file, ZipArchive archive, string[] names, long compressed)
    {
        long unpacked = 0;
        foreach (var (entry, name) in archive.Entries.Zip(names))
        {
            if (LeadsOut(name))
            {
                throw ArchiveProblems.UnsafePath(file, name);
            }

            if (((entry.ExternalAttributes >> 16) & UnixTypeMask) == UnixSymbolicLink)
            {
                throw ArchiveProblems.SymbolicLink(file, name);
            }

            if (entry.IsEncrypted)
            {
                throw ArchiveProblems.Locked(file);
            }

            UnpackLimits.Check(file, entry.CompressedLength, entry.Length);
            unpacked += entry.Length;
            UnpackLimits.Check(file, compressed, unpacked);
        }
    }

    private static bool LeadsOut(string entry) =>
        entry.Length == 0
        || entry[0] is '/' or '\\'
        || entry.Contains('\0', StringComparison.Ordinal)
        || (entry.Length > 1 && entry[1] == ':' && char.IsAsciiLetter(entry[0]))
        || entry.Split('/', '\\').Contains("..");
}
