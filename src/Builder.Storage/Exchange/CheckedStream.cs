using System.IO.Hashing;
using System.Security.Cryptography;

namespace Builder.Storage.Exchange;

/// <summary>
/// A file of a packed project while it is read: at its end its size and its checksums must be those that were announced. Until then nothing
/// that was read from it can be relied on.
/// </summary>
/// <param name="inner">What the zip gives.</param>
/// <param name="length">Bytes that were announced.</param>
/// <param name="crc">The CRC-32 that was announced.</param>
/// <param name="sha256">The SHA-256 that was announced, in hexadecimal; null where there is none.</param>
internal sealed class CheckedStream(Stream inner, long length, uint crc, string? sha256) : Stream
{
    private readonly Crc32 _crc = new();
    private readonly IncrementalHash? _sha = sha256 is null ? null : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _total;
    private bool _isOver;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _total;
        set => throw new NotSupportedException();
    }

    /// <exception cref="StorageException">The file is damaged.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || _isOver)
        {
            return 0;
        }

        var count = Take(buffer);
        if (count == 0)
        {
            CheckEnd();
        }

        _total += count;
        if (_total > length)
        {
            throw PackedFiles.TooLarge();
        }

        _crc.Append(buffer[..count]);
        _sha?.AppendData(buffer[..count]);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            _sha?.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Take(Span<byte> buffer)
    {
        try
        {
            return inner.Read(buffer);
        }
        catch (InvalidDataException cause)
        {
            throw PackedFiles.Damaged(cause);
        }
    }

    private void CheckEnd()
    {
        _isOver = true;
        if (_total != length || _crc.GetCurrentHashAsUInt32() != crc
            || (_sha is not null && !Convert.ToHexStringLower(_sha.GetHashAndReset()).Equals(sha256, StringComparison.OrdinalIgnoreCase)))
        {
            throw PackedFiles.Damaged(null);
        }
    }
}
