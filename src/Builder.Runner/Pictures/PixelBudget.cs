using Builder.Datasets.Pictures;

namespace Builder.Runner.Pictures;

/// <summary>
/// Lets pictures be decoded only as far as memory is meant for it: each pixel takes about twelve bytes on the way. A picture waits until those before it
/// leave it room; the largest that is read at all just fits alone.
/// </summary>
public sealed class PixelBudget
{
    private readonly object _gate = new();
    private long _used;

    /// <summary>Waits for room for a picture, does something with it, and gives the room back.</summary>
    public T With<T>(PictureSize size, Func<T> decode)
    {
        ArgumentNullException.ThrowIfNull(decode);
        var pixels = (long)size.Width * size.Height;
        lock (_gate)
        {
            while (_used > 0 && _used + pixels > PictureFile.MostPixels)
            {
                Monitor.Wait(_gate);
            }

            _used += pixels;
        }

        try
        {
            return decode();
        }
        finally
        {
            lock (_gate)
            {
                _used -= pixels;
                Monitor.PulseAll(_gate);
            }
        }
    }
}
