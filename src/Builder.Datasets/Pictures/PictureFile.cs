using Builder.Datasets.Archives;
using Builder.Datasets.Pictures.Formats;

namespace Builder.Datasets.Pictures;

/// <summary>Reads one picture file (PNG, JPEG, WebP, GIF, BMP, ICO, TIFF, TGA) from its bytes; its kind is what they say, not its name.</summary>
public static class PictureFile
{
    /// <summary>Pictures with more pixels are refused from their header, before any memory is taken.</summary>
    public const long MostPixels = 50_000_000;

    /// <summary>Larger files are refused before they are read; pictures of <see cref="MostPixels"/> are smaller in every common format.</summary>
    public const int MostFileBytes = 256 << 20;

    /// <summary>Endings of the files that are read as pictures.</summary>
    public static IReadOnlyList<string> Endings { get; } =
    [
        ".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".bmp", ".dib", ".gif", ".webp", ".ico", ".tif", ".tiff", ".tga",
    ];

    /// <summary>Whether a file's name says that it is a picture of a kind that is read.</summary>
    public static bool HasEnding(string file) =>
        Endings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a file in a folder or zip counts as a picture: by its ending, also of kinds that cannot be read; what systems leave behind does not.</summary>
    public static bool Counts(string file) => PictureNames.IsPicture(file);

    /// <summary>What is wrong with a file of more than <see cref="MostFileBytes"/>.</summary>
    public static DataException TooLarge(string file) => PictureProblems.FileTooLarge(file);

    /// <summary>Opens a picture's file to look at its header.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="path">Where it lies.</param>
    /// <exception cref="DataException">It cannot be opened.</exception>
    public static FileStream Open(string file, string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DataProblems.FileUnreadable(file, cause);
        }
    }

    /// <summary>The bytes of a picture's file.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="path">Where it lies.</param>
    /// <exception cref="DataException">It is too large, or cannot be read.</exception>
    public static byte[] ReadBytes(string file, string path)
    {
        try
        {
            return BoundedFile.Read(path, MostFileBytes) ?? throw PictureProblems.FileTooLarge(file);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DataProblems.FileUnreadable(file, cause);
        }
    }

    /// <summary>
    /// Size of a picture when it stands upright, from the header of a stream that can be repositioned; grey with transparency counts as grey, colour
    /// with it as colour. Nothing is decoded.
    /// </summary>
    /// <exception cref="DataException">It is not a picture, or too large.</exception>
    public static PictureSize ReadSize(string file, Stream stream)
    {
        var header = ReadHeader(file, stream);
        return header.LiesOnItsSide ? Stored(header) with { Height = (int)header.Width, Width = (int)header.Height } : Stored(header);
    }

    /// <summary>
    /// Decodes a picture upright, channel after channel; transparent places become white, as on paper. Values of more than eight bits are spread over
    /// the picture's own range.
    /// </summary>
    /// <returns>[C, H, W] bytes of the size that <see cref="ReadSize"/> gives.</returns>
    /// <exception cref="DataException">It is not a picture, is cut or otherwise damaged, or too large.</exception>
    public static byte[] Decode(string file, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        using var stream = new MemoryStream(bytes, writable: false);
        var header = ReadHeader(file, stream);
        var size = Stored(header);
        byte[]? planes;
        try
        {
            planes = header.Kind switch
            {
                PictureKind.Tiff => TiffPicture.Decode(bytes, header, size),
                PictureKind.Tga => ToPlanes(TgaPicture.Decode(bytes), size),
                _ => ToPlanes(SkiaPicture.Decode(bytes, header), size),
            };
        }
        catch (Exception cause) when (IsOfDecoder(cause))
        {
            throw PictureProblems.Corrupt(file, cause);
        }

        return planes is null ? throw PictureProblems.Corrupt(file) : PictureTurn.Upright(planes, size, header.Turn);
    }

    private static PictureHeader ReadHeader(string file, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (PictureHeader.Read(stream, file) is not { Width: > 0, Height: > 0 } header || (header.Kind == PictureKind.Tiff && PictureNames.IsRaw(file)))
        {
            throw UnknownPicture.Why(file, stream);
        }

        // The product of two of the largest sides would not fit.
        return header.Width > MostPixels || header.Height > MostPixels || header.Width * header.Height > MostPixels
            ? throw PictureProblems.TooLarge(file, header.Width, header.Height) : header;
    }

    private static PictureSize Stored(PictureHeader header) => new(header.IsGrey ? 1 : 3, (int)header.Height, (int)header.Width);

    /// <summary>The decoder reports damage in several ways; a full memory is not one of them.</summary>
    private static bool IsOfDecoder(Exception cause) =>
        cause is InvalidOperationException or IOException or ArgumentException or IndexOutOfRangeException or OverflowException
            or NullReferenceException or DivideByZeroException or NotSupportedException or InvalidCastException
            or FormatException || cause.GetType() == typeof(Exception);

    private static byte[]? ToPlanes(byte[]? pixels, PictureSize size)
    {
        if (pixels is null)
        {
            return null;
        }

        var plane = size.Height * size.Width;
        var planes = new byte[size.Bytes];
        for (var i = 0; i < plane; i++)
        {
            var pixel = pixels.AsSpan(i * 4, 4);
            for (var channel = 0; channel < size.Channels; channel++)
            {
                planes[(channel * plane) + i] = OnWhite(pixel[channel], pixel[3]);
            }
        }

        return planes;
    }

    private static byte OnWhite(byte value, byte alpha) =>
        alpha == 255 ? value : (byte)(((value * alpha) + (255 * (255 - alpha)) + 127) / 255);
}
