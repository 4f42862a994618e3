using System.Text.Json;

namespace Builder.Datasets.Sheets;

/// <summary>
/// Reads JSON as Python and JavaScript write it: with NaN and Infinity, which JSON has no words for, as a gap and a number beyond all others, and with halves of characters, such as
/// of an emoji that was cut, as �.
/// </summary>
internal static class JsonText
{
    /// <summary>Characters of "\uD83D".</summary>
    private const int EscapeLength = 6;

    /// <summary>Takes a document apart.</summary>
    /// <param name="utf8">The text; kept by the document.</param>
    /// <param name="options">What is borne.</param>
    /// <exception cref="JsonException">It is not JSON, such words aside.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8, JsonDocumentOptions options)
    {
        if (utf8.Span.IndexOf("\\ud"u8) >= 0 || utf8.Span.IndexOf("\\uD"u8) >= 0)
        {
            utf8 = WithoutHalves(utf8.ToArray());
        }

        try
        {
            return JsonDocument.Parse(utf8, options);
        }
        catch (JsonException) when (Replaced(utf8.Span) is { } plain)
        {
            return JsonDocument.Parse(plain, options);
        }
    }

    /// <summary>The same text, where \uD83D without its other half is \uFFFD.</summary>
    private static byte[] WithoutHalves(byte[] utf8)
    {
        for (var at = 0; at < utf8.Length;)
        {
            if (utf8[at] != '\\')
            {
                at++;
                continue;
            }

            var isFirst = IsHalf(utf8, at, (byte)'8', (byte)'B');
            if (isFirst && IsHalf(utf8, at + EscapeLength, (byte)'C', (byte)'F'))
            {
                at += 2 * EscapeLength;
                continue;
            }

            if (isFirst || IsHalf(utf8, at, (byte)'C', (byte)'F'))
            {
                "FFFD"u8.CopyTo(utf8.AsSpan(at + 2));
            }

            // Whatever is escaped, it may be a backslash itself.
            at += 2;
        }

        return utf8;
    }

    private static bool IsHalf(byte[] utf8, int at, byte from, byte to) =>
        at + EscapeLength <= utf8.Length && utf8[at] == '\\' && utf8[at + 1] == 'u' && (utf8[at + 2] | 0x20) == 'd' && Upper(utf8[at + 3]) is var digit && digit >= from && digit <= to && (digit is < (byte)':' or > (byte)'@');

    private static byte Upper(byte letter) => letter is >= (byte)'a' and <= (byte)'z' ? (byte)(letter - 0x20) : letter;

    /// <summary>The text with such words replaced where they are no part of a string; null where there are none.</summary>
    private static byte[]? Replaced(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IndexOf("NaN"u8) < 0 && utf8.IndexOf("Infinity"u8) < 0)
        {
            return null;
        }

        var (plain, isInside) = (new MemoryStream(utf8.Length), false);
        for (var at = 0; at < utf8.Length;)
        {
            var rest = utf8[at..];
            var isGap = !isInside && rest.StartsWith("NaN"u8);
            if (isGap || (!isInside && rest.StartsWith("Infinity"u8)))
            {
                plain.Write(isGap ? "null"u8 : "1e999"u8);
                at += isGap ? "NaN".Length : "Infinity".Length;
                continue;
            }

            var length = isInside && rest[0] == '\\' ? Math.Min(2, rest.Length) : 1;
            isInside ^= rest[0] == '"';
            plain.Write(rest[..length]);
            at += length;
        }

        return plain.ToArray();
    }
}
