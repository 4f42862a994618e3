using System.Text.Json;
using Builder.Datasets.Text;

namespace Builder.Datasets.Sheets;

/// <summary>
/// Reads JSON as Python and JavaScript write it: with NaN and Infinity, which JSON has no words for, as a gap and a number beyond all others, and with halves of characters, such as
/// of an emoji that was cut, as �.
/// </summary>
internal static class JsonText
{
    /// <summary>Takes a document apart.</summary>
    /// <param name="utf8">The text; kept by the document.</param>
    /// <param name="options">What is borne.</param>
    /// <exception cref="JsonException">It is not JSON, such words aside.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8, JsonDocumentOptions options)
    {
        if (utf8.Span.IndexOf("\\ud"u8) >= 0 || utf8.Span.IndexOf("\\uD"u8) >= 0)
        {
            var mended = utf8.ToArray();
            JsonEscapes.MendHalves(mended);
            utf8 = mended;
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
