using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Builder.Datasets.Columns;
using Microsoft.Win32.SafeHandles;

namespace Builder.Datasets.Readings;

/// <summary>A stretch of a file.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Hash">XXH3 of them, 64 bits.</param>
internal readonly record struct Blob(long Start, long Length, ulong Hash);

/// <summary>Writes values one after the other, in pieces, so that no second copy of them is in memory.</summary>
internal sealed class BlobWriter(Stream output)
{
    private const int PieceLength = 1 << 20;

    private readonly byte[] _piece = new byte[PieceLength];
    private readonly XxHash3 _hash = new();
    private int _filled;

    /// <summary>Bytes written so far.</summary>
    public long Position { get; private set; }

    /// <summary>Writes numbers as memory holds them.</summary>
    public Blob Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var start = Position;
        while (!values.IsEmpty)
        {
            var count = Math.Min(values.Length, PieceLength);
            Put(MemoryMarshal.AsBytes(values[..count]));
            values = values[count..];
        }

        return End(start);
    }

    /// <summary>Writes texts in UTF-8, without anything between them.</summary>
    public Blob Write(TextEntries texts)
    {
        var start = Position;
        var scratch = Array.Empty<byte>();
        for (var i = 0; i < texts.Length; i++)
        {
            var bytes = texts.Utf8(i, ref scratch);
            if (bytes.Length > PieceLength - _filled)
            {
                Flush();
            }

            if (bytes.Length > PieceLength)
            {
                Put(bytes);
                continue;
            }

            bytes.CopyTo(_piece.AsSpan(_filled));
            _filled += bytes.Length;
        }

        Flush();
        return End(start);
    }

    private void Flush()
    {
        Put(_piece.AsSpan(0, _filled));
        _filled = 0;
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        _hash.Append(bytes);
        Position += bytes.Length;
    }

    private Blob End(long start)
    {
        var hash = _hash.GetCurrentHashAsUInt64();
        _hash.Reset();
        return new(start, Position - start, hash);
    }
}

/// <summary>Reads what <see cref="BlobWriter"/> has written straight into the memory where it is used. What does not fit throws <see cref="InvalidDataException"/>.</summary>
internal readonly struct BlobReader
{
    private const int PieceLength = 1 << 20;

    private readonly SafeFileHandle _file;
    private readonly Blob _blob;

    /// <param name="file">The file.</param>
    /// <param name="fileLength">Its bytes.</param>
    /// <param name="blob">What is read of it.</param>
    public BlobReader(SafeFileHandle file, long fileLength, Blob blob)
    {
        (_file, _blob) = (file, blob);
        if (blob.Start < 0 || blob.Length < 0 || blob.Start > fileLength - blob.Length)
        {
            throw new InvalidDataException();
        }
    }

    /// <summary>Numbers.</summary>
    public T[] Numbers<T>(int count)
        where T : unmanaged
    {
        if (count < 0 || _blob.Length != (long)count * Unsafe.SizeOf<T>())
        {
            throw new InvalidDataException();
        }

        var values = GC.AllocateUninitializedArray<T>(count);
        var hash = new XxHash3();
        var at = _blob.Start;
        for (var done = 0; done < count; done += PieceLength)
        {
            var bytes = MemoryMarshal.AsBytes(values.AsSpan(done, Math.Min(PieceLength, count - done)));
            Fill(bytes, at);
            hash.Append(bytes);
            at += bytes.Length;
        }

        Check(hash);
        return values;
    }

    /// <summary>Texts of given lengths in bytes.</summary>
    public TextEntries Texts(int[] lengths)
    {
        var texts = new Utf8Texts(lengths.Length);
        var hash = new XxHash3();
        var piece = new byte[(int)Math.Min(PieceLength, _blob.Length)];
        var (from, filled, read) = (0, 0, 0L);
        for (var i = 0; i < lengths.Length; i++)
        {
            var length = lengths[i];
            if (length is < 0 or > Utf8Texts.PieceLength || length > _blob.Length - read + filled - from)
            {
                throw new InvalidDataException();
            }

            if (length > filled - from)
            {
                piece.AsSpan(from, filled - from).CopyTo(piece);
                (from, filled) = (0, filled - from);
                var more = (int)Math.Min(piece.Length - filled, _blob.Length - read);
                Fill(piece.AsSpan(filled, more), _blob.Start + read);
                hash.Append(piece.AsSpan(filled, more));
                (filled, read) = (filled + more, read + more);
            }

            texts.Add(piece.AsSpan(from, length));
            from += length;
        }

        if (read != _blob.Length || from != filled)
        {
            throw new InvalidDataException();
        }

        Check(hash);
        return TextEntries.Of(texts);
    }

    private void Fill(Span<byte> bytes, long at)
    {
        while (!bytes.IsEmpty)
        {
            var read = RandomAccess.Read(_file, bytes, at);
            if (read == 0)
            {
                throw new InvalidDataException();
            }

            bytes = bytes[read..];
            at += read;
        }
    }

    private void Check(XxHash3 hash)
    {
        if (hash.GetCurrentHashAsUInt64() != _blob.Hash)
        {
            throw new InvalidDataException();
        }
    }
}
