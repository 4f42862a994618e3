namespace Builder.Datasets.Pictures;

/// <summary>
/// Brings pictures to another size with a triangle filter whose width grows with the reduction, as Pillow's
/// <c>Image.resize(…, BILINEAR)</c> does, and to another number of channels.
/// </summary>
public static class PictureResize
{
    /// <summary>Fixed-point bits of a weight: 8 bits of value and 2 of headroom stay free in 32.</summary>
    private const int WeightBits = 22;

    /// <summary>Converts <paramref name="pixels"/> of size <paramref name="from"/> to size <paramref name="to"/>.</summary>
    public static void Fit(ReadOnlySpan<byte> pixels, PictureSize from, PictureSize to, Span<byte> destination)
    {
        var coloured = Recolour(pixels, from, to.Channels);
        if (from.Height == to.Height && from.Width == to.Width)
        {
            coloured.CopyTo(destination);
            return;
        }

        var across = Filter.Make(from.Width, to.Width);
        var down = Filter.Make(from.Height, to.Height);
        var rows = new byte[from.Height * to.Width];
        for (var channel = 0; channel < to.Channels; channel++)
        {
            var plane = coloured.Slice(channel * from.Height * from.Width, from.Height * from.Width);
            ResizeAcross(plane, from, rows, to.Width, across);
            ResizeDown(rows, destination.Slice(channel * to.Height * to.Width, to.Height * to.Width), to, down);
        }
    }

    /// <summary>Grey to colour by repetition, colour to grey with the weights of ITU-R BT.601.</summary>
    private static ReadOnlySpan<byte> Recolour(ReadOnlySpan<byte> pixels, PictureSize from, int channels)
    {
        if (from.Channels == channels)
        {
            return pixels;
        }

        var plane = from.Height * from.Width;
        var result = new byte[plane * channels];
        if (from.Channels == 1)
        {
            for (var channel = 0; channel < channels; channel++)
            {
                pixels.CopyTo(result.AsSpan(channel * plane));
            }

            return result;
        }

        var red = pixels[..plane];
        var green = pixels.Slice(plane, plane);
        var blue = pixels.Slice(2 * plane, plane);
        for (var i = 0; i < plane; i++)
        {
            result[i] = (byte)(((red[i] * 19595) + (green[i] * 38470) + (blue[i] * 7471) + 0x8000) >> 16);
        }

        return result;
    }

    private static void ResizeAcross(ReadOnlySpan<byte> plane, PictureSize from, Span<byte> rows, int width, Filter filter)
    {
        for (var y = 0; y < from.Height; y++)
        {
            var line = plane.Slice(y * from.Width, from.Width);
            for (var x = 0; x < width; x++)
            {
                var sum = 1 << (WeightBits - 1);
                var weights = filter.WeightsOf(x);
                var source = line.Slice(filter.Starts[x], weights.Length);
                for (var i = 0; i < weights.Length; i++)
                {
                    sum += source[i] * weights[i];
                }

                rows[(y * width) + x] = Clip(sum);
            }
        }
    }

    private static void ResizeDown(ReadOnlySpan<byte> rows, Span<byte> plane, PictureSize to, Filter filter)
    {
        var sums = new int[to.Width];
        for (var y = 0; y < to.Height; y++)
        {
            sums.AsSpan().Fill(1 << (WeightBits - 1));
            var weights = filter.WeightsOf(y);
            for (var i = 0; i < weights.Length; i++)
            {
                var line = rows.Slice((filter.Starts[y] + i) * to.Width, to.Width);
                for (var x = 0; x < line.Length; x++)
                {
                    sums[x] += line[x] * weights[i];
                }
            }

            for (var x = 0; x < sums.Length; x++)
            {
                plane[(y * to.Width) + x] = Clip(sums[x]);
            }
        }
    }

    private static byte Clip(int sum) => (byte)Math.Clamp(sum >> WeightBits, 0, 255);

    /// <summary>For each output position the first input position and the weights of it and its successors.</summary>
    private sealed record Filter(int[] Starts, int[] Counts, int[] Weights, int Widest)
    {
        public ReadOnlySpan<int> WeightsOf(int position) => Weights.AsSpan(position * Widest, Counts[position]);

        public static Filter Make(int from, int to)
        {
            var scale = (double)from / to;
            var support = Math.Max(scale, 1);
            var widest = ((int)Math.Ceiling(support) * 2) + 1;
            var filter = new Filter(new int[to], new int[to], new int[to * widest], widest);
            Span<double> exact = new double[widest];
            for (var position = 0; position < to; position++)
            {
                var centre = (position + 0.5) * scale;
                var first = Math.Max((int)(centre - support + 0.5), 0);
                var count = Math.Min((int)(centre + support + 0.5), from) - first;
                var total = 0.0;
                for (var i = 0; i < count; i++)
                {
                    exact[i] = Math.Max(0, 1 - Math.Abs((i + first - centre + 0.5) / support));
                    total += exact[i];
                }

                filter.Starts[position] = first;
                filter.Counts[position] = count;
                for (var i = 0; i < count; i++)
                {
                    filter.Weights[(position * widest) + i] = (int)((exact[i] / total * (1 << WeightBits)) + 0.5);
                }
            }

            return filter;
        }
    }
}
