using System.Collections.Immutable;
using System.Text;
using Builder.Graph;

namespace Builder.Datasets.Text;

/// <summary>An encoding of text files.</summary>
/// <param name="Name">As a project file has it.</param>
/// <param name="Title">As people know it.</param>
/// <param name="CodePage">The number of its code page in .NET; 0 for those of Unicode.</param>
/// <param name="IsMultiByte">Whether a character may have several bytes.</param>
public sealed record KnownEncoding(string Name, Localized Title, int CodePage, bool IsMultiByte = false);

/// <summary>The encodings of text files that are read, by the names that a project file uses.</summary>
public static class TextEncoding
{
    /// <summary>UTF-8.</summary>
    public const string Utf8 = "utf-8";

    /// <summary>UTF-16, low byte first.</summary>
    public const string Utf16LittleEndian = "utf-16le";

    /// <summary>UTF-16, high byte first.</summary>
    public const string Utf16BigEndian = "utf-16be";

    /// <summary>UTF-32, low byte first.</summary>
    public const string Utf32LittleEndian = "utf-32le";

    /// <summary>UTF-32, high byte first.</summary>
    public const string Utf32BigEndian = "utf-32be";

    /// <summary>Western European of Windows.</summary>
    public const string Windows1252 = "windows-1252";

    /// <summary>ISO 8859-1.</summary>
    public const string Latin1 = "latin-1";

    /// <summary>The Chinese national standard, which contains GBK and GB 2312.</summary>
    public const string Gb18030 = "gb18030";

    /// <summary>UTF-8 in which single bytes are Windows-1252, as files have that were put together from two.</summary>
    public const string Mixed = "utf-8+windows-1252";

    /// <summary>Stands behind a name where bytes that are no character are read as �, as in "gb18030+damaged".</summary>
    public const string DamagedSuffix = "+damaged";

    /// <summary>All that can be chosen, the usual ones first.</summary>
    public static ImmutableArray<KnownEncoding> All { get; } =
    [
        new(Utf8, new("UTF-8", "UTF-8"), 0, true),
        new(Windows1252, new("Western European (Windows-1252)", "西欧（Windows-1252）"), 1252),
        new(Gb18030, new("Chinese, simplified (GB18030, GBK)", "简体中文（GB18030、GBK）"), 54936, true),
        new("big5", new("Chinese, traditional (Big5)", "繁体中文（Big5）"), 950, true),
        new("shift-jis", new("Japanese (Shift-JIS)", "日文（Shift-JIS）"), 932, true),
        new("euc-jp", new("Japanese (EUC-JP)", "日文（EUC-JP）"), 51932, true),
        new("euc-kr", new("Korean (EUC-KR)", "韩文（EUC-KR）"), 949, true),
        new("windows-1250", new("Central European (Windows-1250)", "中欧（Windows-1250）"), 1250),
        new("windows-1251", new("Cyrillic (Windows-1251)", "西里尔文（Windows-1251）"), 1251),
        new("windows-1253", new("Greek (Windows-1253)", "希腊文（Windows-1253）"), 1253),
        new("windows-1254", new("Turkish (Windows-1254)", "土耳其文（Windows-1254）"), 1254),
        new("windows-1255", new("Hebrew (Windows-1255)", "希伯来文（Windows-1255）"), 1255),
        new("windows-1256", new("Arabic (Windows-1256)", "阿拉伯文（Windows-1256）"), 1256),
        new("windows-1257", new("Baltic (Windows-1257)", "波罗的语（Windows-1257）"), 1257),
        new("windows-1258", new("Vietnamese (Windows-1258)", "越南文（Windows-1258）"), 1258),
        new("windows-874", new("Thai (Windows-874)", "泰文（Windows-874）"), 874),
        new("x-mac-roman", new("Western European (Mac)", "西欧（Mac）"), 10000),
        new("x-mac-cyrillic", new("Cyrillic (Mac)", "西里尔文（Mac）"), 10007),
        new("koi8-r", new("Cyrillic (KOI8-R)", "西里尔文（KOI8-R）"), 20866),
        new("koi8-u", new("Cyrillic (KOI8-U)", "西里尔文（KOI8-U）"), 21866),
        new("iso-8859-2", new("Central European (ISO 8859-2)", "中欧（ISO 8859-2）"), 28592),
        new("iso-8859-5", new("Cyrillic (ISO 8859-5)", "西里尔文（ISO 8859-5）"), 28595),
        new("iso-8859-7", new("Greek (ISO 8859-7)", "希腊文（ISO 8859-7）"), 28597),
        new("iso-8859-15", new("Western European (ISO 8859-15)", "西欧（ISO 8859-15）"), 28605),
        new(Latin1, new("Western European (ISO 8859-1)", "西欧（ISO 8859-1）"), 28591),
        new("ibm850", new("Western European (DOS, 850)", "西欧（DOS，850）"), 850),
        new("ibm852", new("Central European (DOS, 852)", "中欧（DOS，852）"), 852),
        new("ibm866", new("Cyrillic (DOS, 866)", "西里尔文（DOS，866）"), 866),
        new(Utf16LittleEndian, new("UTF-16", "UTF-16"), 0, true),
        new(Utf16BigEndian, new("UTF-16, big-endian", "UTF-16（大端）"), 0, true),
        new(Utf32LittleEndian, new("UTF-32", "UTF-32"), 0, true),
        new(Utf32BigEndian, new("UTF-32, big-endian", "UTF-32（大端）"), 0, true),
        new(Mixed, new("UTF-8 mixed with Windows-1252", "混有 Windows-1252 的 UTF-8"), 0, true),
    ];

    /// <summary>An encoding as people know it; its name where it is none of <see cref="All"/>.</summary>
    public static Localized Title(string name) => All.FirstOrDefault(e => e.Name == name)?.Title ?? Localized.Same(name);

    /// <summary>The encoding of that name, which throws on bytes that do not fit unless the name says that they are damaged; null if the name is not known.</summary>
    public static Encoding? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var isDamaged = name.EndsWith(DamagedSuffix, StringComparison.OrdinalIgnoreCase);
        return Plain(isDamaged ? name[..^DamagedSuffix.Length] : name) switch
        {
            Utf8 => new UTF8Encoding(false, throwOnInvalidBytes: true),
            Utf16LittleEndian => new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: !isDamaged),
            Utf16BigEndian => new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: !isDamaged),
            Utf32LittleEndian => new UTF32Encoding(bigEndian: false, byteOrderMark: false, throwOnInvalidCharacters: !isDamaged),
            Utf32BigEndian => new UTF32Encoding(bigEndian: true, byteOrderMark: false, throwOnInvalidCharacters: !isDamaged),
            Mixed => new MixedEncoding(CodePage(1252, DecoderFallback.ExceptionFallback)),
            Latin1 => Encoding.Latin1,
            var known => All.FirstOrDefault(e => e.Name == known) is { } legacy
                ? CodePage(legacy.CodePage, isDamaged ? new DecoderReplacementFallback("\uFFFD") : DecoderFallback.ExceptionFallback) : null,
        };
    }

    /// <summary>Number of bytes of a byte-order mark at the beginning; 0 if there is none.</summary>
    public static int MarkLength(ReadOnlySpan<byte> start) => Marked(start).Length;

    /// <summary>The encoding whose byte-order mark stands at the beginning, and the mark's bytes; null and 0 if there is none.</summary>
    internal static (string? Name, int Length) Marked(ReadOnlySpan<byte> start) =>
        start.StartsWith("\uFEFF"u8) ? (Utf8, 3)
        : start.StartsWith<byte>([0xFF, 0xFE, 0, 0]) ? (Utf32LittleEndian, 4)
        : start.StartsWith<byte>([0, 0, 0xFE, 0xFF]) ? (Utf32BigEndian, 4)
        : start.StartsWith<byte>([0xFF, 0xFE]) ? (Utf16LittleEndian, 2)
        : start.StartsWith<byte>([0xFE, 0xFF]) ? (Utf16BigEndian, 2)
        : (null, 0);

    // Other names under which the same encodings are known.
    private static string Plain(string name) => name.ToLowerInvariant() switch
    {
        "utf8" or "ascii" or "us-ascii" => Utf8,
        "utf-16" => Utf16LittleEndian,
        "utf-32" => Utf32LittleEndian,
        "cp1252" => Windows1252,
        "latin1" or "iso-8859-1" => Latin1,
        "gbk" or "gb2312" => Gb18030,
        "shift_jis" or "sjis" or "cp932" => "shift-jis",
        "macintosh" or "macroman" or "mac-roman" => "x-mac-roman",
        "ks_c_5601-1987" or "cp949" => "euc-kr",
        var other => other,
    };

    private static Encoding CodePage(int number, DecoderFallback decoding) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number, EncoderFallback.ExceptionFallback, decoding)
        ?? Encoding.GetEncoding(number, EncoderFallback.ExceptionFallback, decoding);
}
