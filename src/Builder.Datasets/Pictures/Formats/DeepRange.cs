namespace Builder.Datasets.Pictures.Formats;

/// <summary>
/// Brings values of more than eight bits into one byte: the smallest of a picture becomes 0, its largest 255. What such files hold, an X-ray or a
/// microscope's picture, often fills only a small part of the range; the high byte alone would show all of it black.
/// </summary>
internal struct DeepRange()
{
    private double _least = double.PositiveInfinity;
    private double _most = double.NegativeInfinity;

    /// <summary>Takes a value into account; what is no number is left out.</summary>
    public void Add(double value)
    {
        if (double.IsFinite(value))
        {
            (_least, _most) = (Math.Min(_least, value), Math.Max(_most, value));
        }
    }

    /// <summary>The byte for a value; a picture with one value only is black where that is zero, and otherwise white.</summary>
    public readonly byte Of(double value) =>
        double.IsNaN(value) ? (byte)0
        : _most > _least ? (byte)Math.Round(Math.Clamp((value - _least) / (_most - _least), 0, 1) * 255)
        : value > 0 ? (byte)255 : (byte)0;
}
