using System.Text;

namespace Builder.Datasets.Text;

/// <summary>Opens a text file as a stream of UTF-8 without byte-order mark, whatever its encoding.</summary>
public static class Utf8Source
{
    /// <summary>Opens a text.</summary>
    /// <param name="open">Opens its bytes; called twice.</param>
    /// <param name="encoding">Its encoding, as <see cref="TextEncoding"/> names it.</param>
    /// <exception cref="DataException">It cannot be read. Bytes that do not fit throw <see cref="DecoderFallbackException"/> on reading.</exception>
    public static Stream Open(Func<Stream> open, Encoding encoding)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(encoding);
        var start = new byte[4];
        int read;
        using (var probe = open())
        {
            read = probe.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        }

        var stream = open();
        stream.ReadExactly(start, 0, MarkOf(start.AsSpan(0, read), encoding));
        return encoding is UTF8Encoding
            ? stream
            : Encoding.CreateTranscodingStream(stream, encoding, new UTF8Encoding(false, throwOnInvalidBytes: true));
    }

    /// <summary>The first bytes of a text; fewer where it is shorter.</summary>
    public static byte[] ReadStart(Func<Stream> open, int length)
    {
        ArgumentNullException.ThrowIfNull(open);
        using var stream = open();
        var bytes = new byte[length];
        var read = stream.ReadAtLeast(bytes, length, throwOnEndOfStream: false);
        Array.Resize(ref bytes, read);
        return bytes;
    }

    private static int MarkOf(ReadOnlySpan<byte> start, Encoding encoding) =>
        encoding is UTF8Encoding or UnicodeEncoding or UTF32Encoding or MixedEncoding ? TextEncoding.MarkLength(start) : 0;
}
