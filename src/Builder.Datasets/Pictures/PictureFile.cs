using Builder.Datasets.Archives;
using StbImageSharp;

namespace Builder.Datasets.Pictures;

/// <summary>Reads one picture file (PNG, JPEG, BMP, GIF, TGA, PSD) from its bytes.</summary>
public static class PictureFile
{
    /// <summary>Pictures with more pixels are refused from their header, before any memory is taken.</summary>
    public const long MostPixels = 50_000_000;

    /// <summary>Larger files are refused before they are read; pictures of <see cref="MostPixels"/> are smaller in every common format.</summary>
    public const int MostFileBytes = 256 << 20;

    /// <summary>Endings of the files that are taken for pictures.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".png", ".jpg", ".jpeg", ".bmp", ".gif"];

    /// <summary>Whether a file's name says that it is a picture.</summary>
    public static bool HasEnding(string file) =>
        Endings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

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

    /// <summary>Size of a picture, from the header of a stream that can be repositioned; grey with transparency counts as grey, colour with it as colour.</summary>
    /// <exception cref="DataException">It is not a picture, or too large.</exception>
    public static PictureSize ReadSize(string file, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (PictureHeader.Read(stream) is { } announced && announced.Width * announced.Height > MostPixels)
        {
            throw PictureProblems.TooLarge(file, announced.Width, announced.Height);
        }

        stream.Position = 0;
        ImageInfo? info;
        try
        {
            info = ImageInfo.FromStream(stream);
        }
        catch (Exception cause) when (IsOfDecoder(cause))
        {
            throw PictureProblems.Corrupt(file, cause);
        }

        if (info is not { } header || header.Width <= 0 || header.Height <= 0)
        {
            throw PictureProblems.Corrupt(file);
        }

        if ((long)header.Width * header.Height > MostPixels)
        {
            throw PictureProblems.TooLarge(file, header.Width, header.Height);
        }

        var grey = header.ColorComponents is ColorComponents.Grey or ColorComponents.GreyAlpha;
        return new PictureSize(grey ? 1 : 3, header.Height, header.Width);
    }

    /// <summary>Decodes a picture, channel after channel; transparent places become white, as on paper.</summary>
    /// <returns>[C, H, W] bytes of the size that <see cref="ReadSize"/> gives.</returns>
    /// <exception cref="DataException">It is not a picture, or too large.</exception>
    public static byte[] Decode(string file, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        using var header = new MemoryStream(bytes, writable: false);
        var size = ReadSize(file, header);
        ImageResult image;
        try
        {
            image = ImageResult.FromMemory(bytes, size.Channels == 1 ? ColorComponents.GreyAlpha : ColorComponents.RedGreenBlueAlpha);
        }
        catch (Exception cause) when (IsOfDecoder(cause))
        {
            throw PictureProblems.Corrupt(file, cause);
        }

        if (image.Width != size.Width || image.Height != size.Height)
        {
            throw PictureProblems.Corrupt(file);
        }

        return ToPlanes(image.Data, size);
    }

    /// <summary>The decoder reports damage in several ways; a full memory is not one of them.</summary>
    private static bool IsOfDecoder(Exception cause) =>
        cause is InvalidOperationException or IOException or ArgumentException or IndexOutOfRangeException or OverflowException
            or NullReferenceException or DivideByZeroException or NotSupportedException
            or FormatException || cause.GetType() == typeof(Exception);

    private static byte[] ToPlanes(byte[] interleaved, PictureSize size)
    {
        var plane = size.Height * size.Width;
        var planes = new byte[size.Bytes];
        var step = size.Channels + 1;
        for (var i = 0; i < plane; i++)
        {
            var alpha = interleaved[(i * step) + size.Channels];
            for (var channel = 0; channel < size.Channels; channel++)
            {
                planes[(channel * plane) + i] = OnWhite(interleaved[(i * step) + channel], alpha);
            }
        }

        return planes;
    }

    private static byte OnWhite(byte value, byte alpha) =>
        alpha == 255 ? value : (byte)(((value * alpha) + (255 * (255 - alpha)) + 127) / 255);
}
