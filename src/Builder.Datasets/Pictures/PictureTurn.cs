namespace Builder.Datasets.Pictures;

/// <summary>Turns pictures upright, as Exif says how the camera was held.</summary>
internal static class PictureTurn
{
    /// <summary>The picture upright.</summary>
    /// <param name="planes">[C, H, W] as it is stored.</param>
    /// <param name="stored">Its size as it is stored.</param>
    /// <param name="turn">1 to 8, the corner in which its first pixel belongs, as Exif counts.</param>
    public static byte[] Upright(byte[] planes, PictureSize stored, int turn)
    {
        if (turn == 1)
        {
            return planes;
        }

        var (height, width) = turn >= 5 ? (stored.Width, stored.Height) : (stored.Height, stored.Width);
        var upright = new byte[planes.Length];
        var area = height * width;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (row, column) = turn switch
                {
                    2 => (y, width - 1 - x),
                    3 => (height - 1 - y, width - 1 - x),
                    4 => (height - 1 - y, x),
                    5 => (x, y),
                    6 => (stored.Height - 1 - x, y),
                    7 => (stored.Height - 1 - x, stored.Width - 1 - y),
                    8 => (x, stored.Width - 1 - y),
                    _ => (y, x),
                };
                for (var channel = 0; channel < stored.Channels; channel++)
                {
                    upright[(channel * area) + (y * width) + x] = planes[(channel * area) + (row * stored.Width) + column];
                }
            }
        }

        return upright;
    }
}
