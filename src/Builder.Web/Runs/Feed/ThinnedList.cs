namespace Builder.Web.Runs.Feed;

/// <summary>
/// A list of bounded length: where it is full every second entry goes, and from then on only every second new one is kept. So it always
/// covers the whole time evenly.
/// </summary>
internal sealed class ThinnedList<T>(int most)
{
    private readonly List<(long Sequence, T Item)> _items = [];
    private long _seen;
    private int _stride = 1;

    /// <summary>Adds an entry, or leaves it out where only some are kept.</summary>
    public void Add(long sequence, T item)
    {
        if (_seen++ % _stride != 0)
        {
            return;
        }

        _items.Add((sequence, item));
        if (_items.Count >= most)
        {
            Halve();
        }
    }

    /// <summary>The entries that came after a moment.</summary>
    public IReadOnlyList<T> Since(long sequence)
    {
        // They lie in the order in which they came: only the end is looked at.
        var first = _items.Count;
        while (first > 0 && _items[first - 1].Sequence > sequence)
        {
            first--;
        }

        return [.. _items.Skip(first).Select(i => i.Item)];
    }

    /// <summary>Takes out what a condition holds for.</summary>
    public void RemoveAll(Predicate<T> which) => _items.RemoveAll(i => which(i.Item));

    private void Halve()
    {
        var kept = _items.Where((_, index) => index % 2 == 0).ToList();
        _items.Clear();
        _items.AddRange(kept);
        _stride *= 2;
    }
}
