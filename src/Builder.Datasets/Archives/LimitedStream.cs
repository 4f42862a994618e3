namespace Builder.Datasets.Archives;

/// <summary>Reads an unpacking stream and stops where the limits are passed.</summary>
/// <param name="inner">The unpacked bytes; owned.</param>
/// <param name="file">The archive's name, for messages.</param>
/// <param name="compressed">The archive's size.</param>
internal sealed class LimitedStream(Stream inner, string file, long compressed) : ForwardStream(inner)
{
    private long _unpacked;

    public override long Position { get => _unpacked; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = Inner.Read(buffer);
        }
        catch (InvalidDataException cause)
        {
            throw ArchiveProblems.NotAnArchive(file, cause);
        }

        _unpacked += read;
        UnpackLimits.Check(file, compressed, _unpacked);
        return read;
    }
}
