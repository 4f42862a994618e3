using BitMiracle.LibTiff.Classic;

namespace Builder.Datasets.Pictures.Formats;

/// <summary>Reads the first page of a TIFF file, in the way in which it is stored: not yet turned upright.</summary>
internal static class TiffPicture
{
    private const int MostSamples = 16;
    private const int MostTileBytes = 1 << 28;

    static TiffPicture() => Tiff.SetErrorHandler(new Silence());

    /// <summary>Its values, channel after channel, on white; null where the file is damaged or of a kind that is not read.</summary>
    public static byte[]? Decode(byte[] bytes, PictureHeader header, PictureSize size)
    {
        if (!TiffTags.AreInside(bytes))
        {
            return null;
        }

        using var stream = new MemoryStream(bytes, writable: false);
        using var tiff = Tiff.ClientOpen("picture", "r", stream, new TiffStream());
        if (tiff is null || Field(tiff, TiffTag.IMAGEWIDTH, 0) != header.Width || Field(tiff, TiffTag.IMAGELENGTH, 0) != header.Height
            || Field(tiff, TiffTag.SAMPLESPERPIXEL, 1) is < 1 or > MostSamples || (tiff.IsTiled() && tiff.TileSize() is <= 0 or > MostTileBytes) || !IsPackedInside(tiff, bytes.Length))
        {
            return null;
        }

        return header.IsDeep && (Photometric)Field(tiff, TiffTag.PHOTOMETRIC, (int)Photometric.MINISBLACK) is Photometric.MINISWHITE or Photometric.MINISBLACK or Photometric.RGB
            ? new DeepPage(tiff, size).Decode()
            : Plain(tiff, header, size);
    }

    private static byte[]? Plain(Tiff tiff, PictureHeader header, PictureSize size)
    {
        var raster = new int[size.Height * size.Width];
        if (!tiff.ReadRGBAImageOriented(size.Width, size.Height, raster, (Orientation)header.Turn, stopOnError: true))
        {
            return null;
        }

        var planes = new byte[size.Bytes];
        for (var i = 0; i < raster.Length; i++)
        {
            // Colours come with their opacity worked in, so that what is missing is the white behind.
            var white = 255 - Tiff.GetA(raster[i]);
            planes[i] = (byte)Math.Min(255, Tiff.GetR(raster[i]) + white);
            if (size.Channels == 3)
            {
                planes[i + raster.Length] = (byte)Math.Min(255, Tiff.GetG(raster[i]) + white);
                planes[i + (2 * raster.Length)] = (byte)Math.Min(255, Tiff.GetB(raster[i]) + white);
            }
        }

        return planes;
    }

    // The library takes memory for as many packed bytes as a strip or tile is said to have.
    private static bool IsPackedInside(Tiff tiff, long length)
    {
        var parts = tiff.IsTiled() ? tiff.NumberOfTiles() : tiff.NumberOfStrips();
        for (var part = 0; part < parts; part++)
        {
            if (tiff.RawStripSize(part) > length)
            {
                return false;
            }
        }

        return true;
    }

    private static int Field(Tiff tiff, TiffTag tag, int usual) => tiff.GetFieldDefaulted(tag) is [var value, ..] ? value.ToInt() : usual;

    /// <summary>A page whose values have more than eight bits.</summary>
    private sealed class DeepPage(Tiff tiff, PictureSize size)
    {
        private readonly int _samples = Field(tiff, TiffTag.SAMPLESPERPIXEL, 1);
        private readonly int _bytes = Field(tiff, TiffTag.BITSPERSAMPLE, 1) / 8;
        private readonly SampleFormat _format = (SampleFormat)Field(tiff, TiffTag.SAMPLEFORMAT, (int)SampleFormat.UINT);
        private readonly bool _isApart = Field(tiff, TiffTag.PLANARCONFIG, (int)PlanarConfig.CONTIG) == (int)PlanarConfig.SEPARATE;

        /// <summary>Reads it twice: once for the range, once for the values. Values that say how opaque a place is are left aside.</summary>
        public byte[]? Decode()
        {
            if (Field(tiff, TiffTag.BITSPERSAMPLE, 1) is not (16 or 32 or 64) || (_format != SampleFormat.IEEEFP && _bytes == 8) || _samples < size.Channels)
            {
                return null;
            }

            var range = new DeepRange();
            if (!Each((_, value) => range.Add(value)))
            {
                return null;
            }

            var planes = new byte[size.Bytes];
            var isWhite = Field(tiff, TiffTag.PHOTOMETRIC, (int)Photometric.MINISBLACK) == (int)Photometric.MINISWHITE;
            return Each((place, value) => planes[place] = isWhite ? (byte)(255 - range.Of(value)) : range.Of(value)) ? planes : null;
        }

        /// <returns>False where the file is damaged.</returns>
        private bool Each(Action<int, double> take)
        {
            var isTiled = tiff.IsTiled();
            var (width, height) = isTiled ? (Field(tiff, TiffTag.TILEWIDTH, 0), Field(tiff, TiffTag.TILELENGTH, 0)) : (size.Width, 1);
            var block = new byte[isTiled ? tiff.TileSize() : tiff.ScanlineSize()];
            var together = _isApart ? 1 : _samples;
            if (width <= 0 || height <= 0 || (long)width * height * together * _bytes > block.Length)
            {
                return false;
            }

            for (var plane = 0; plane < (_isApart ? size.Channels : 1); plane++)
            {
                for (var top = 0; top < size.Height; top += height)
                {
                    for (var left = 0; left < size.Width; left += width)
                    {
                        if (!(isTiled ? tiff.ReadTile(block, 0, left, top, 0, (short)plane) > 0 : tiff.ReadScanline(block, top, (short)plane)))
                        {
                            return false;
                        }

                        for (var y = top; y < Math.Min(top + height, size.Height); y++)
                        {
                            Row(block.AsSpan((y - top) * width * together * _bytes), plane, (y * size.Width) + left, Math.Min(width, size.Width - left), together, take);
                        }
                    }
                }
            }

            return true;
        }

        private void Row(ReadOnlySpan<byte> row, int plane, int place, int pixels, int together, Action<int, double> take)
        {
            var area = size.Height * size.Width;
            for (var x = 0; x < pixels; x++)
            {
                for (var channel = 0; channel < (_isApart ? 1 : size.Channels); channel++)
                {
                    take(((plane + channel) * area) + place + x, Value(row[(((x * together) + channel) * _bytes)..]));
                }
            }
        }

        // What comes from the library is in this machine's order of bytes.
        private double Value(ReadOnlySpan<byte> at) => (_format, _bytes) switch
        {
            (SampleFormat.IEEEFP, 2) => (double)BitConverter.ToHalf(at),
            (SampleFormat.IEEEFP, 4) => BitConverter.ToSingle(at),
            (SampleFormat.IEEEFP, _) => BitConverter.ToDouble(at),
            (SampleFormat.INT, 2) => BitConverter.ToInt16(at),
            (SampleFormat.INT, _) => BitConverter.ToInt32(at),
            (_, 2) => BitConverter.ToUInt16(at),
            _ => BitConverter.ToUInt32(at),
        };
    }

    /// <summary>The library would write to the console.</summary>
    private sealed class Silence : TiffErrorHandler
    {
        public override void ErrorHandler(Tiff tif, string method, string format, params object[] args)
        {
        }

        public override void ErrorHandlerExt(Tiff tif, object clientData, string method, string format, params object[] args)
        {
        }

        public override void WarningHandler(Tiff tif, string method, string format, params object[] args)
        {
        }

        public override void WarningHandlerExt(Tiff tif, object clientData, string method, string format, params object[] args)
        {
        }
    }
}
