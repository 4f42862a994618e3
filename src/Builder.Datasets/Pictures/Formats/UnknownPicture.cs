namespace Builder.Datasets.Pictures.Formats;

/// <summary>Finds out what a file is that cannot be read as a picture, so that the person is told the right way out.</summary>
internal static class UnknownPicture
{
    private const int Looked = 512;

    private static readonly (byte[] Start, int At, string Name)[] s_known =
    [
        ("8BPS"u8.ToArray(), 0, "Photoshop (PSD)"),
        ("%PDF"u8.ToArray(), 0, "PDF"),
        ([0, 0, 0, 12, (byte)'j', (byte)'P', (byte)' ', (byte)' '], 0, "JPEG 2000"),
        ([0xFF, 0x4F, 0xFF, 0x51], 0, "JPEG 2000"),
        ([0, 0, 0, 12, (byte)'J', (byte)'X', (byte)'L', (byte)' '], 0, "JPEG XL"),
        ([0xFF, 0x0A], 0, "JPEG XL"),
        ("ftypavif"u8.ToArray(), 4, "AVIF"),
        ("ftypavis"u8.ToArray(), 4, "AVIF"),
        ("ftypheic"u8.ToArray(), 4, "HEIC"),
        ("ftypheix"u8.ToArray(), 4, "HEIC"),
        ("ftypmif1"u8.ToArray(), 4, "HEIC"),
        ("ftypmsf1"u8.ToArray(), 4, "HEIC"),
        ("ftyp"u8.ToArray(), 4, "MP4"),
        ([(byte)'P', (byte)'K', 3, 4], 0, "ZIP"),
    ];

    /// <summary>What is wrong with it.</summary>
    public static DataException Why(string file, Stream stream)
    {
        stream.Position = 0;
        var block = new byte[Looked];
        var start = block.AsSpan(0, stream.ReadAtLeast(block, block.Length, throwOnEndOfStream: false));
        if (start.IsEmpty)
        {
            return PictureProblems.Empty(file);
        }

        if (PictureNames.IsRaw(file) && !IsText(start))
        {
            return PictureProblems.OtherKind(file, PictureNames.NotReadKind(file)!);
        }

        foreach (var (bytes, at, name) in s_known)
        {
            if (start.Length > at && start[at..].StartsWith(bytes))
            {
                return PictureProblems.OtherKind(file, name);
            }
        }

        return PictureHeader.KindOf(start) is not null ? PictureProblems.Corrupt(file)
            : PictureNames.NotReadKind(file) is { } kind && !IsPage(start) ? PictureProblems.OtherKind(file, kind)
            : !IsText(start) ? PictureProblems.Corrupt(file)
            : IsSvg(start) ? PictureProblems.OtherKind(file, "SVG") : PictureProblems.Text(file);
    }

    private static bool IsText(ReadOnlySpan<byte> start) => !start.ContainsAnyInRange<byte>(0, 8) && !start.ContainsAnyInRange<byte>(14, 31);

    private static bool IsPage(ReadOnlySpan<byte> start) => start.IndexOf("<html"u8) >= 0 || start.IndexOf("<HTML"u8) >= 0 || start.IndexOf("<!DOCTYPE html"u8) >= 0;

    private static bool IsSvg(ReadOnlySpan<byte> start) => start.IndexOf("<svg"u8) >= 0;
}
