using System.Text;

namespace Builder.Datasets.Text;

/// <summary>Tells from a file's bytes how its text is encoded. Files that are UTF-8 are passed over once, others are weighed by what their words would be.</summary>
public static class EncodingDetection
{
    private const int PieceLength = 1 << 17;

    /// <summary>Bytes of lines that hold more than ASCII, from all over the file, by which it is judged.</summary>
    private const int SampleLength = 1 << 17;

    /// <summary>Of a line that is longer only this much is looked at.</summary>
    private const int LongestLine = 1 << 12;

    /// <summary>So many characters of UTF-8 for each byte that is none make a damaged UTF-8 of a file.</summary>
    private const int CharactersForStray = 4;

    /// <summary>The encoding's name as <see cref="TextEncoding"/> has it; null where the bytes are no text.</summary>
    /// <param name="bytes">The whole text.</param>
    public static string? Detect(ReadOnlySpan<byte> bytes)
    {
        var copy = bytes.ToArray();
        return Detect(() => new MemoryStream(copy));
    }

    /// <summary>The same for a file, all of which is looked at.</summary>
    /// <param name="open">Opens the text; called once for UTF-8, else up to three times.</param>
    /// <exception cref="DataException">It cannot be read.</exception>
    public static string? Detect(Func<Stream> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        var validity = new Utf8Validity();
        using (var stream = open())
        {
            var buffer = new byte[PieceLength + 4];
            for (var isFirst = true; stream.ReadAtLeast(buffer.AsSpan(4, PieceLength), PieceLength, throwOnEndOfStream: false) is var read and > 0; isFirst = false)
            {
                if (isFirst)
                {
                    var start = buffer.AsSpan(4, read);
                    if (TextEncoding.Marked(start).Name is { } marked && marked != TextEncoding.Utf8)
                    {
                        return marked;
                    }

                    if (start.Contains((byte)0))
                    {
                        return WideTexts.Detect(start);
                    }

                    if (HasControls(start))
                    {
                        return null;
                    }
                }

                validity.Add(buffer, read);
            }

            validity.End();
        }

        return validity.Stray == 0 ? TextEncoding.Utf8
            : validity.Characters >= CharactersForStray * validity.Stray ? TextEncoding.Mixed
            : Legacy(open);
    }

    private static string Legacy(Func<Stream> open)
    {
        var name = EncodingScores.Best(Sample(open));
        return TextEncoding.All.First(e => e.Name == name).IsMultiByte && !Fits(open, TextEncoding.Find(name)!) ? name + TextEncoding.DamagedSuffix : name;
    }

    private static bool Fits(Func<Stream> open, Encoding encoding)
    {
        using var stream = open();
        var decoder = encoding.GetDecoder();
        var (bytes, chars) = (new byte[PieceLength], new char[encoding.GetMaxCharCount(PieceLength)]);
        try
        {
            while (stream.Read(bytes) is var read and > 0)
            {
                decoder.GetChars(bytes.AsSpan(0, read), chars, flush: false);
            }

            decoder.GetChars([], chars, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Lines that hold more than ASCII.</summary>
    private static byte[] Sample(Func<Stream> open)
    {
        using var stream = open();
        using var sample = new MemoryStream();
        var line = new List<byte>(LongestLine);
        var isPlain = true;
        var buffer = new byte[PieceLength];
        while (sample.Length < SampleLength && stream.Read(buffer) is var read and > 0)
        {
            foreach (var value in buffer.AsSpan(0, read))
            {
                isPlain &= value < 0x80;
                if (value is (byte)'\n' or (byte)'\r')
                {
                    Keep();
                }
                else if (line.Count < LongestLine)
                {
                    line.Add(value);
                }
            }
        }

        Keep();
        return sample.ToArray();

        void Keep()
        {
            if (!isPlain)
            {
                sample.Write([.. line, (byte)'\n']);
            }

            line.Clear();
            isPlain = true;
        }
    }

    private static bool HasControls(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;
        foreach (var value in bytes)
        {
            controls += value < 32 && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 12 or 26 or 27) ? 1 : 0;
        }

        return controls > bytes.Length / 1000;
    }
}
