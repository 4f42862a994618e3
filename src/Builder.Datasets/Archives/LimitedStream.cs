namespace Builder.Datasets.Archives;

/// <summary>Reads an unpacking stream and stops where the limits are passed.</summary>
/// <param name="inner">The unpacked bytes; owned.</param>
/// <param name="file">The archive's name, for messages.</param>
/// <param name="compressed">The archive's size.</param>
internal sealed class LimitedStream(Stream inner, string file, long compressed) : Stream
{
    private long _unpacked;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _unpacked; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = inner.Read(buffer);
        }
        catch (InvalidDataException cause)
        {
            throw ArchiveProblems.NotAnArchive(file, cause);
        }

        _unpacked += read;
        UnpackLimits.Check(file, compressed, _unpacked);
        return read;
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
        }

        base.Dispose(disposing);
    }
}
