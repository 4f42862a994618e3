using Builder.Datasets;
using Builder.Datasets.Pictures;
using Builder.Protocol;

namespace Builder.Runner.Pictures;

/// <summary>
/// Brings a drawing into the form of collections such as MNIST: cut to the ink, scaled into the middle five sevenths, its centre of mass in
/// the middle. Source: http://yann.lecun.com/exdb/mnist/.
/// </summary>
public static class DrawnPicture
{
    private const double InkedShare = 20.0 / 28;
    private const int FaintestInk = 24;

    /// <summary>The drawing (dark ink on white or transparent ground) as the model expects it, as a PNG; null where nothing was drawn.</summary>
    /// <exception cref="DataException">It is not a picture.</exception>
    public static byte[]? Prepare(byte[] drawing, PictureHint hint)
    {
        using var header = new MemoryStream(drawing, writable: false);
        var size = PictureFile.ReadSize("drawing.png", header);
        var ink = Ink(PictureFile.Decode("drawing.png", drawing), size);
        if (Box(ink, size.Width, size.Height) is not { } box)
        {
            return null;
        }

        var scale = Math.Min(hint.Width, hint.Height) * InkedShare / Math.Max(box.Width, box.Height);
        var (width, height) = (Math.Max(1, (int)Math.Round(box.Width * scale)), Math.Max(1, (int)Math.Round(box.Height * scale)));
        var small = new byte[width * height];
        PictureResize.Fit(Cut(ink, size.Width, box), new PictureSize(1, box.Height, box.Width), new PictureSize(1, height, width), small);
        return Png(Centred(small, width, height, hint), hint);
    }

    private static byte[] Ink(byte[] planes, PictureSize size)
    {
        var grey = new byte[size.Width * size.Height];
        PictureResize.Fit(planes, size, new PictureSize(1, size.Height, size.Width), grey);
        return [.. grey.Select(value => (byte)(255 - value))];
    }

    private static Box? Box(byte[] ink, int width, int height)
    {
        int left = width, right = -1, top = height, bottom = -1;
        for (var i = 0; i < ink.Length; i++)
        {
            if (ink[i] >= FaintestInk)
            {
                var (y, x) = Math.DivRem(i, width);
                (left, right) = (Math.Min(left, x), Math.Max(right, x));
                (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
            }
        }

        return right < 0 ? null : new Box(left, top, right - left + 1, bottom - top + 1);
    }

    private static byte[] Cut(byte[] ink, int stride, Box box)
    {
        var cut = new byte[box.Width * box.Height];
        for (var y = 0; y < box.Height; y++)
        {
            ink.AsSpan(((box.Top + y) * stride) + box.Left, box.Width).CopyTo(cut.AsSpan(y * box.Width));
        }

        return cut;
    }

    private static byte[] Centred(byte[] small, int width, int height, PictureHint hint)
    {
        double mass = 0, across = 0, down = 0;
        for (var i = 0; i < small.Length; i++)
        {
            mass += small[i];
            across += small[i] * ((i % width) + 0.5);
            down += small[i] * ((i / width) + 0.5);
        }

        var left = (int)Math.Round((hint.Width / 2.0) - (across / Math.Max(mass, 1)));
        var top = (int)Math.Round((hint.Height / 2.0) - (down / Math.Max(mass, 1)));
        var whole = new byte[hint.Width * hint.Height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                if (top + y >= 0 && top + y < hint.Height && left + x >= 0 && left + x < hint.Width)
                {
                    whole[((top + y) * hint.Width) + left + x] = small[(y * width) + x];
                }
            }
        }

        return whole;
    }

    private static byte[] Png(byte[] ink, PictureHint hint)
    {
        var pixels = hint.IsLightOnDark ? ink : [.. ink.Select(value => (byte)(255 - value))];
        using var png = new MemoryStream();
        PictureWriting.WritePng(pixels, new PictureSize(1, hint.Height, hint.Width), png);
        return png.ToArray();
    }
}

/// <summary>A rectangle of pixels.</summary>
internal readonly record struct Box(int Left, int Top, int Width, int Height);
