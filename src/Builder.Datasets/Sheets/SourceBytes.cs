using Builder.Datasets.Archives;
using Builder.Datasets.Csv;

namespace Builder.Datasets.Sheets;

/// <summary>The bytes of a file as they are once it is unpacked.</summary>
/// <param name="Name">The file's name, for messages.</param>
/// <param name="Open">Opens them; seekable.</param>
/// <param name="Owned">Goes when they are not needed any more.</param>
internal sealed record SourceBytes(string Name, Func<Stream> Open, IDisposable? Owned = null) : IDisposable
{
    private const int StartLength = 1 << 16;

    /// <summary>The first bytes.</summary>
    public byte[] Start { get; } = Read(Open);

    /// <summary>Whether those are all.</summary>
    public bool IsWhole => Start.Length < StartLength;

    /// <summary>A file on the disk; one that is packed with gzip is unpacked only where that is needed.</summary>
    public static SourceBytes OfFile(string path) => new(Path.GetFileName(path), () => SourceStream.Open(path));

    /// <summary>The same bytes in a stream that can go back.</summary>
    public SourceBytes Seekable(CancellationToken ct)
    {
        using (var probe = Open())
        {
            if (probe.CanSeek)
            {
                return this;
            }
        }

        var spool = new Spool(Name);
        try
        {
            using var stream = Open();
            spool.Fill(stream, ct);
            return new(Name, spool.OpenRead, spool);
        }
        catch
        {
            spool.Dispose();
            throw;
        }
    }

    /// <summary>The bytes as a text of their own.</summary>
    public TableText AsText(ChosenSheet? sheets) => TableText.Of(Name, Open, Owned, sheets);

    public void Dispose() => Owned?.Dispose();

    private static byte[] Read(Func<Stream> open)
    {
        using var stream = open();
        var bytes = new byte[StartLength];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        Array.Resize(ref bytes, read);
        return bytes;
    }
}
