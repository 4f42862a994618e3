using System.Collections.Immutable;
using System.Text;

namespace Builder.Datasets.Text;

/// <summary>The encodings of text files that are read, by the names that a project file uses.</summary>
public static class TextEncoding
{
    /// <summary>UTF-8.</summary>
    public const string Utf8 = "utf-8";

    /// <summary>UTF-16, low byte first.</summary>
    public const string Utf16LittleEndian = "utf-16le";

    /// <summary>UTF-16, high byte first.</summary>
    public const string Utf16BigEndian = "utf-16be";

    /// <summary>Western European of Windows.</summary>
    public const string Windows1252 = "windows-1252";

    /// <summary>ISO 8859-1.</summary>
    public const string Latin1 = "latin-1";

    /// <summary>The Chinese national standard, which contains GBK and GB 2312.</summary>
    public const string Gb18030 = "gb18030";

    /// <summary>One name for each, the usual ones first.</summary>
    public static ImmutableArray<string> Names { get; } = [Utf8, Windows1252, Latin1, Gb18030, Utf16LittleEndian, Utf16BigEndian];

    /// <summary>The encoding of that name, which throws on bytes that do not fit; null if the name is not known.</summary>
    public static Encoding? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.ToUpperInvariant() switch
        {
            "UTF-8" or "UTF8" or "ASCII" or "US-ASCII" => new UTF8Encoding(false, throwOnInvalidBytes: true),
            "UTF-16LE" or "UTF-16" => new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true),
            "UTF-16BE" => new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true),
            "WINDOWS-1252" or "CP1252" => CodePage("windows-1252"),
            "LATIN-1" or "LATIN1" or "ISO-8859-1" => Encoding.Latin1,
            "GB18030" or "GBK" or "GB2312" => CodePage("GB18030"),
            _ => null,
        };
    }

    /// <summary>Number of bytes of a byte-order mark at the beginning; 0 if there is none.</summary>
    public static int MarkLength(ReadOnlySpan<byte> start) =>
        start.StartsWith("\uFEFF"u8) ? 3 : start.StartsWith<byte>([0xFF, 0xFE]) || start.StartsWith<byte>([0xFE, 0xFF]) ? 2 : 0;

    private static Encoding CodePage(string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? throw new NotSupportedException(name);
}
