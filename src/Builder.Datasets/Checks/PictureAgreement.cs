namespace Builder.Datasets.Checks;

/// <summary>
/// Tells whether two pictures show the same everywhere. A copy differs from its original by what scaling and compressing does, little and in proportion to what stands at a
/// place; two drawings of one kind, two scans of one form or two shots of one scene agree nearly everywhere and differ where something else stands. So it is not the
/// agreement on the whole that counts but that of the place where they agree least.
/// </summary>
internal static class PictureAgreement
{
    private const int Side = PictureSketch.Side;

    /// <summary>Places are squares of so many pixels of a sketch.</summary>
    private const int Place = 6;
    private const int Places = Side / Place;
    private const int Beside = 2;

    /// <summary>Steps of 255 by which compression may change what is plain.</summary>
    private const double Noise = 3;

    /// <summary>Of what varies at a place, the share that may differ: where nothing has to be laid one above the other, and where a crop was found by trying.</summary>
    private const double MostOfWhole = 0.06;
    private const double MostOfCrop = 0.25;

    /// <summary>A place shows something where its brightness spreads more, in steps of 255.</summary>
    private const double Something = 5;

    /// <summary>A simple drawing on a plain ground that is shifted or enlarged a little is another one; only of a picture that shows something nearly everywhere is that a crop.</summary>
    private const double FullFrom = 0.5;

    /// <summary>Pictures that agree less on the whole are no crops of each other either.</summary>
    private const double WorthACrop = 0.5;
    private const double WorthFitting = 0.8;
    private const double SmallestCrop = 0.8;
    private const int CoarseGrid = 16;
    private const int FineGrid = 24;

    private static readonly double[] s_crops = [0.95, 0.9, 0.85];
    private static readonly double[] s_corners = [0, 0.5, 1];
    private static readonly double[] s_steps = [0.02, 0.01, 0.005, 0.0025];

    /// <summary>Whether one picture is a copy of the other, whole or a little cropped.</summary>
    public static bool AreCopies(PictureSketch one, PictureSketch other)
    {
        var (mine, its) = (View(one, Frame.Whole, Side), View(other, Frame.Whole, Side));
        if (Agree(mine, its, MostOfWhole))
        {
            return one.HasColoursOf(other);
        }

        if (Correlation(mine, its) < WorthACrop || !IsFull(mine) || !IsFull(its))
        {
            return false;
        }

        return IsCrop(one, other) || IsCrop(other, one);
    }

    /// <summary>Whether the second picture is a part of the first.</summary>
    private static bool IsCrop(PictureSketch whole, PictureSketch part)
    {
        var its = View(part, Frame.Whole, CoarseGrid);
        var frame = s_crops.SelectMany(size => s_corners.SelectMany(across => s_corners.Select(down => new Frame((1 - size) * across, (1 - size) * down, size, size))))
            .MaxBy(f => Correlation(View(whole, f, CoarseGrid), its));
        return Correlation(View(whole, frame, CoarseGrid), its) >= WorthFitting && Agree(Smooth(View(whole, Fitted(whole, part, frame), Side)), Smooth(View(part, Frame.Whole, Side)), MostOfCrop);
    }

    /// <summary>The frame moved and stretched in ever smaller steps to where it agrees best.</summary>
    private static Frame Fitted(PictureSketch whole, PictureSketch part, Frame frame)
    {
        var its = View(part, Frame.Whole, FineGrid);
        var best = Correlation(View(whole, frame, FineGrid), its);
        foreach (var step in s_steps)
        {
            for (var isBetter = true; isBetter;)
            {
                isBetter = false;
                foreach (var moved in frame.Moved(step).Where(f => f.IsInside(SmallestCrop)))
                {
                    if (Correlation(View(whole, moved, FineGrid), its) is var agreement && agreement > best)
                    {
                        (best, frame, isBetter) = (agreement, moved, true);
                    }
                }
            }
        }

        return frame;
    }

    /// <summary>Whether two views agree at every place, brightness and contrast of the whole aside.</summary>
    private static bool Agree(double[] one, double[] other, double share)
    {
        var (mean, spread) = Spread(one, 0, 0, Side);
        var (otherMean, otherSpread) = Spread(other, 0, 0, Side);
        if (spread == 0 || otherSpread == 0)
        {
            return false;
        }

        var common = (Math.Sqrt(spread) + Math.Sqrt(otherSpread)) / 2;
        double[] a = Array.ConvertAll(one, v => (v - mean) * common / Math.Sqrt(spread));
        double[] b = Array.ConvertAll(other, v => (v - otherMean) * common / Math.Sqrt(otherSpread));
        for (var place = 0; place < Places * Places; place++)
        {
            var (left, top) = (place % Places * Place, place / Places * Place);
            var differing = 0.0;
            for (var i = 0; i < Place * Place; i++)
            {
                var at = ((top + (i / Place)) * Side) + left + (i % Place);
                differing += (a[at] - b[at]) * (a[at] - b[at]);
            }

            var varying = (Around(a, left, top) + Around(b, left, top)) / 2;
            if (differing / (Place * Place) > (Noise * Noise) + (share * varying))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What varies at a place and beside it: an edge that just misses it is blurred into it.</summary>
    private static double Around(double[] view, int left, int top)
    {
        var (x, y) = (Math.Clamp(left - Beside, 0, Side - Place - (2 * Beside)), Math.Clamp(top - Beside, 0, Side - Place - (2 * Beside)));
        return Spread(view, x, y, Place + (2 * Beside)).Variance;
    }

    /// <summary>Whether a picture shows something nearly everywhere.</summary>
    /// <param name="grey">A sketch of it.</param>
    public static bool IsFull(byte[] grey) => IsFull(Array.ConvertAll(grey, v => (double)v));

    private static bool IsFull(double[] view) =>
        Enumerable.Range(0, Places * Places).Count(p => Spread(view, p % Places * Place, p / Places * Place, Place).Variance > Something * Something) >= Places * Places * FullFrom;

    /// <summary>Mean and variance of a square part of a view.</summary>
    private static (double Mean, double Variance) Spread(double[] view, int left, int top, int size)
    {
        double sum = 0, squares = 0;
        for (var y = top; y < top + size; y++)
        {
            for (var x = left; x < left + size; x++)
            {
                var value = view[(y * Side) + x];
                (sum, squares) = (sum + value, squares + (value * value));
            }
        }

        var (count, mean) = (size * size, sum / (size * size));
        return (mean, Math.Max(0, (squares / count) - (mean * mean)));
    }

    /// <summary>A part of a picture on a square grid.</summary>
    private static double[] View(PictureSketch picture, Frame frame, int grid)
    {
        var view = new double[grid * grid];
        var grey = picture.Grey;
        var (across, down) = (frame.Width * Side / grid, frame.Height * Side / grid);
        for (var row = 0; row < grid; row++)
        {
            var y = Math.Clamp((frame.Top * Side) + ((row + 0.5) * down) - 0.5, 0, Side - 1);
            var (top, bottom) = ((int)y, Math.Min((int)y + 1, Side - 1));
            for (var column = 0; column < grid; column++)
            {
                var x = Math.Clamp((frame.Left * Side) + ((column + 0.5) * across) - 0.5, 0, Side - 1);
                var (left, right) = ((int)x, Math.Min((int)x + 1, Side - 1));
                var upper = double.Lerp(grey[(top * Side) + left], grey[(top * Side) + right], x - left);
                var lower = double.Lerp(grey[(bottom * Side) + left], grey[(bottom * Side) + right], x - left);
                view[(row * grid) + column] = double.Lerp(upper, lower, y - top);
            }
        }

        return view;
    }

    /// <summary>The view without what is finer than a crop can be laid upon its original: each pixel with half of its neighbours.</summary>
    private static double[] Smooth(double[] view)
    {
        var (across, both) = (new double[view.Length], new double[view.Length]);
        for (var i = 0; i < view.Length; i++)
        {
            var (left, right) = (i % Side == 0 ? i : i - 1, i % Side == Side - 1 ? i : i + 1);
            across[i] = (view[left] + (2 * view[i]) + view[right]) / 4;
        }

        for (var i = 0; i < view.Length; i++)
        {
            var (above, below) = (i < Side ? i : i - Side, i >= view.Length - Side ? i : i + Side);
            both[i] = (across[above] + (2 * across[i]) + across[below]) / 4;
        }

        return both;
    }

    private static double Correlation(double[] one, double[] other)
    {
        var (a, b) = (one.Average(), other.Average());
        double both = 0, first = 0, second = 0;
        for (var i = 0; i < one.Length; i++)
        {
            both += (one[i] - a) * (other[i] - b);
            first += (one[i] - a) * (one[i] - a);
            second += (other[i] - b) * (other[i] - b);
        }

        return first > 0 && second > 0 ? both / Math.Sqrt(first * second) : 0;
    }

    /// <summary>A part of a picture, in shares of its width and height.</summary>
    private readonly record struct Frame(double Left, double Top, double Width, double Height)
    {
        public static Frame Whole { get; } = new(0, 0, 1, 1);

        /// <summary>The frames beside this one: moved, and with each border elsewhere.</summary>
        public IEnumerable<Frame> Moved(double step)
        {
            foreach (var way in (double[])[-step, step])
            {
                yield return this with { Left = Left + way };
                yield return this with { Top = Top + way };
                yield return this with { Width = Width + way };
                yield return this with { Height = Height + way };
                yield return this with { Left = Left + way, Width = Width - way };
                yield return this with { Top = Top + way, Height = Height - way };
            }
        }

        public bool IsInside(double smallest) =>
            Left >= 0 && Top >= 0 && Left + Width <= 1.0000001 && Top + Height <= 1.0000001 && Width >= smallest && Height >= smallest;
    }
}
