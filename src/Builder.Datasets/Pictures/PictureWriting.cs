using StbImageWriteSharp;

namespace Builder.Datasets.Pictures;

/// <summary>Writes pictures as PNG files.</summary>
public static class PictureWriting
{
    /// <summary>Writes [C, H, W] bytes as a PNG; 1 channel is grey, 3 are red, green, blue.</summary>
    public static void WritePng(ReadOnlySpan<byte> planes, PictureSize size, Stream destination)
    {
        if (size.Channels is not (1 or 3) || planes.Length != size.Bytes)
        {
            throw new ArgumentException($"{planes.Length} bytes do not make a picture of {size}.", nameof(planes));
        }

        var plane = size.Height * size.Width;
        var interleaved = new byte[planes.Length];
        for (var channel = 0; channel < size.Channels; channel++)
        {
            for (var i = 0; i < plane; i++)
            {
                interleaved[(i * size.Channels) + channel] = planes[(channel * plane) + i];
            }
        }

        var components = size.Channels == 1 ? ColorComponents.Grey : ColorComponents.RedGreenBlue;
        new ImageWriter().WritePng(interleaved, size.Width, size.Height, components, destination);
    }
}
