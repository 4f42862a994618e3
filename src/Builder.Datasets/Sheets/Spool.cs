namespace Builder.Datasets.Sheets;

/// <summary>Bytes that are made once and read several times: small ones in memory, many in a file that goes with this.</summary>
/// <param name="name">The name of the file that they come from, for messages.</param>
internal sealed class Spool(string name) : Stream
{
    private const long MostInMemory = 32 << 20;

    /// <summary>More than this no table is.</summary>
    private const long MostBytes = 8L << 30;

    private Stream _stream = new MemoryStream();
    private string? _path;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _stream.Length;

    public override long Position { get => _stream.Position; set => throw new NotSupportedException(); }

    /// <summary>Opens what was written; nothing more is written then.</summary>
    public Stream OpenRead()
    {
        _stream.Flush();
        return _stream is MemoryStream memory
            ? new MemoryStream(memory.GetBuffer(), 0, (int)memory.Length, writable: false)
            : new FileStream(_path!, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
    }

    /// <summary>Takes all of a stream.</summary>
    public void Fill(Stream source, CancellationToken ct)
    {
        var buffer = new byte[1 << 17];
        while (source.Read(buffer) is var read and > 0)
        {
            ct.ThrowIfCancellationRequested();
            Write(buffer.AsSpan(0, read));
        }
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_stream.Length + buffer.Length > MostBytes)
        {
            throw DataProblems.TooLargeForMemory(name, isTable: true);
        }

        if (_stream is MemoryStream memory && memory.Length + buffer.Length > MostInMemory)
        {
            _path = Path.GetTempFileName();
            var file = new FileStream(_path, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 1 << 17, FileOptions.DeleteOnClose);
            memory.WriteTo(file);
            _stream = file;
        }

        _stream.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => _stream.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stream.Dispose();
        }

        base.Dispose(disposing);
    }
}
