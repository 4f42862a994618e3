using System.Collections.Immutable;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Builder.Datasets.Columns;
using Builder.Graph.Data;
using Microsoft.Win32.SafeHandles;

namespace Builder.Datasets.Readings;

/// <summary>
/// Columns in a file, each found without reading the others: their values one after the other, then a list of them, then where the list stands. Numbers are stored as
/// memory holds them (little-endian). All of it is data; what is cut, changed or of another version is as good as not there.
/// </summary>
internal sealed class ColumnFile : IDisposable
{
    // "BuildCo" and the version of the layout of bytes.
    private const ulong Mark = 0x02_6F43_646C_6975_42;
    private const int TailLength = 32;
    private const int MostList = 1 << 28;

    private readonly SafeFileHandle _file;
    private readonly long _length;
    private readonly Dictionary<ColumnKey, Entry> _entries = [];

    private ColumnFile(SafeFileHandle file, long length) => (_file, _length) = (file, length);

    private enum Kind : byte
    {
        Texts,
        Numbers,
        Codes,
        Cut,
    }

    /// <summary>Writes columns, and how many lines among the rows hold nothing.</summary>
    public static void Write(Stream output, IEnumerable<StoredColumn> columns, int blankLines)
    {
        using var list = new MemoryStream();
        using var writer = new BinaryWriter(list, Encoding.UTF8);
        var blobs = new BlobWriter(output);
        writer.Write(blankLines);
        foreach (var column in columns)
        {
            writer.Write(true);
            writer.Write(column.Key.Index);
            writer.Write(column.Key.IsNumber);
            writer.Write(column.Key.DecimalMark);
            writer.Write((byte)((column.Key.Durations + 1) ?? 0));
            writer.Write(column.Key.HasMagnitudes);
            Write(writer, blobs, column);
        }

        writer.Write(false);
        writer.Flush();
        var bytes = list.GetBuffer().AsSpan(0, (int)list.Length);
        output.Write(bytes);
        Span<ulong> tail = [(ulong)bytes.Length, XxHash3.HashToUInt64(bytes), (ulong)(blobs.Position + bytes.Length + TailLength), Mark];
        output.Write(MemoryMarshal.AsBytes(tail));
    }

    /// <summary>Opens a file of columns; null where it is none that can be used.</summary>
    public static ColumnFile? Open(string path)
    {
        SafeFileHandle? handle = null;
        try
        {
            handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            var file = new ColumnFile(handle, RandomAccess.GetLength(handle));
            if (file.ReadList())
            {
                handle = null;
                return file;
            }
        }
        catch (Exception error) when (IsUnusable(error))
        {
            // As if it were not there.
        }
        finally
        {
            handle?.Dispose();
        }

        return null;
    }

    /// <summary>Lines among the rows in which nothing stands.</summary>
    public int BlankLines { get; private set; }

    /// <summary>Whether a column is in it.</summary>
    public bool Has(ColumnKey key) => _entries.ContainsKey(key);

    /// <summary>A column; null where it is not there, or damaged.</summary>
    public StoredColumn? Read(ColumnKey key)
    {
        if (!_entries.TryGetValue(key, out var entry))
        {
            return null;
        }

        try
        {
            return entry.Kind switch
            {
                Kind.Texts => Texts(key, entry),
                Kind.Numbers => new StoredNumbers(key, Numbers<double>(entry.Values, entry.Rows), entry.Findings!),
                Kind.Codes => new StoredCodes(key),
                _ => new StoredCut(key, entry.Rows, entry.Strangers, entry.Others),
            };
        }
        catch (Exception error) when (IsUnusable(error))
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();

    private static bool IsUnusable(Exception error) =>
        error is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException or OverflowException or FormatException;

    private static void Write(BinaryWriter writer, BlobWriter blobs, StoredColumn column)
    {
        switch (column)
        {
            case StoredTexts texts:
                writer.Write((byte)Kind.Texts);
                writer.Write(texts.Codes.Length);
                writer.Write(texts.Entries.Length);
                Write(writer, blobs.Write<int>(texts.Codes));
                Write(writer, blobs.Write<int>(Lengths(texts.Entries)));
                Write(writer, blobs.Write(texts.Entries));
                break;
            case StoredNumbers numbers:
                writer.Write((byte)Kind.Numbers);
                writer.Write(numbers.Values.Length);
                Write(writer, blobs.Write<double>(numbers.Values));
                Write(writer, numbers.Findings);
                break;
            case StoredCut cut:
                writer.Write((byte)Kind.Cut);
                writer.Write(cut.Rows);
                writer.Write(cut.Strangers);
                writer.Write(cut.Others);
                break;
            default:
                writer.Write((byte)Kind.Codes);
                break;
        }
    }

    private static int[] Lengths(TextEntries texts)
    {
        var (lengths, scratch) = (new int[texts.Length], Array.Empty<byte>());
        for (var i = 0; i < lengths.Length; i++)
        {
            lengths[i] = texts.Utf8(i, ref scratch).Length;
        }

        return lengths;
    }

    private static void Write(BinaryWriter writer, Blob blob)
    {
        writer.Write(blob.Start);
        writer.Write(blob.Length);
        writer.Write(blob.Hash);
    }

    private static void Write(BinaryWriter writer, NumberFindings findings)
    {
        writer.Write(findings.StrangeCount);
        writer.Write(findings.GapMarks);
        writer.Write(findings.Infinite);
        writer.Write(findings.GroupedCount);
        writer.Write(findings.Grouped is not null);
        writer.Write(findings.Grouped ?? "");
        writer.Write(findings.Duration is not null);
        writer.Write(findings.Duration ?? "");
        writer.Write(findings.OpenDuration is not null);
        writer.Write(findings.OpenDuration ?? "");
        writer.Write(findings.Magnitude is not null);
        writer.Write(findings.Magnitude ?? "");
        writer.Write(findings.Units.Count);
        foreach (var (unit, count) in findings.Units)
        {
            writer.Write(unit);
            writer.Write(count);
        }

        writer.Write(findings.MarkedCount);
        Write(writer, findings.Strange);
        Write(writer, findings.Marked);
    }

    private static void Write(BinaryWriter writer, ImmutableArray<StrangeCell> cells)
    {
        writer.Write(cells.Length);
        foreach (var cell in cells)
        {
            writer.Write(cell.Row);
            writer.Write(cell.Line);
            writer.Write(cell.Text);
        }
    }

    private static ImmutableArray<StrangeCell> ReadCells(BinaryReader reader)
    {
        var cells = ImmutableArray.CreateBuilder<StrangeCell>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            cells.Add(new(reader.ReadInt32(), reader.ReadInt64(), reader.ReadString()));
        }

        return cells.ToImmutable();
    }

    private static NumberFindings ReadFindings(BinaryReader reader)
    {
        var (strange, marks, infinite, grouped) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        var (hasGrouped, first, hasDuration, duration) = (reader.ReadBoolean(), reader.ReadString(), reader.ReadBoolean(), reader.ReadString());
        var (hasOpen, open) = (reader.ReadBoolean(), reader.ReadString());
        var (hasMagnitude, magnitude) = (reader.ReadBoolean(), reader.ReadString());
        var units = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            units.Add(reader.ReadString(), reader.ReadInt32());
        }

        var marked = reader.ReadInt32();
        var (cells, markedCells) = (ReadCells(reader), ReadCells(reader));
        return strange == 0 && units.Count == 0 && grouped == 0 && marked == 0 && !hasMagnitude ? NumberFindings.None : new()
        {
            Strange = cells,
            Marked = markedCells,
            MarkedCount = marked,
            StrangeCount = strange,
            GapMarks = marks,
            Infinite = infinite,
            Units = units.ToImmutable(),
            GroupedCount = grouped,
            Grouped = hasGrouped ? first : null,
            Magnitude = hasMagnitude ? magnitude : null,
            Duration = hasDuration ? duration : null,
            OpenDuration = hasOpen ? open : null,
        };
    }

    private bool ReadList()
    {
        Span<ulong> tail = stackalloc ulong[TailLength / sizeof(ulong)];
        if (_length < TailLength || RandomAccess.Read(_file, MemoryMarshal.AsBytes(tail), _length - TailLength) != TailLength
            || tail[3] != Mark || tail[2] != (ulong)_length || tail[0] > (ulong)Math.Min(MostList, _length - TailLength))
        {
            return false;
        }

        var list = new byte[tail[0]];
        if (RandomAccess.Read(_file, list, _length - TailLength - list.Length) != list.Length || XxHash3.HashToUInt64(list) != tail[1])
        {
            return false;
        }

        using var reader = new BinaryReader(new MemoryStream(list), Encoding.UTF8);
        BlankLines = reader.ReadInt32();
        while (reader.ReadBoolean())
        {
            var key = new ColumnKey(reader.ReadInt32(), reader.ReadBoolean(), reader.ReadByte(), reader.ReadByte() is > 0 and var way ? (DateOrder)(way - 1) : null, reader.ReadBoolean());
            _entries[key] = (Kind)reader.ReadByte() switch
            {
                Kind.Texts => new Entry(Kind.Texts, reader.ReadInt32()) { Texts = reader.ReadInt32(), Values = ReadBlob(reader), Lengths = ReadBlob(reader), Bytes = ReadBlob(reader) },
                Kind.Numbers => new Entry(Kind.Numbers, reader.ReadInt32()) { Values = ReadBlob(reader), Findings = ReadFindings(reader) },
                Kind.Cut => new Entry(Kind.Cut, reader.ReadInt32()) { Strangers = reader.ReadInt32(), Others = reader.ReadInt32() },
                _ => new Entry(Kind.Codes, 0),
            };
        }

        return true;
    }

    private static Blob ReadBlob(BinaryReader reader) => new(reader.ReadInt64(), reader.ReadInt64(), reader.ReadUInt64());

    private StoredTexts Texts(ColumnKey key, Entry entry)
    {
        var texts = new BlobReader(_file, _length, entry.Bytes).Texts(Numbers<int>(entry.Lengths, entry.Texts));
        var codes = Numbers<int>(entry.Values, entry.Rows);
        return codes.AsSpan().ContainsAnyExceptInRange(TextColumn.Missing, texts.Length - 1) ? throw new InvalidDataException() : new(key, codes, texts);
    }

    private T[] Numbers<T>(Blob blob, int count)
        where T : unmanaged => new BlobReader(_file, _length, blob).Numbers<T>(count);

    private sealed record Entry(Kind Kind, int Rows)
    {
        public int Texts { get; init; }

        public int Strangers { get; init; }

        public int Others { get; init; }

        public Blob Values { get; init; }

        public Blob Lengths { get; init; }

        public Blob Bytes { get; init; }

        public NumberFindings? Findings { get; init; }
    }
}
