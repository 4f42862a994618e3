using Builder.Graph.Analysis;
using Builder.Training.DataLoading;
using static TorchSharp.torch;

namespace Builder.Training.Importances;

/// <summary>Samples as they are, but for some columns, whose values each sample has of another one.</summary>
public sealed class ShuffledColumns : ISampleFeed, IDisposable
{
    private readonly BatchLoader _plain;
    private readonly BatchLoader _shuffled;
    private readonly Dictionary<int, InputSlice[]> _slices;

    /// <summary>Feeds samples in the order of <paramref name="plain"/>, which it does not own.</summary>
    /// <param name="data">Where all samples are.</param>
    /// <param name="plain">The samples as they are.</param>
    /// <param name="others">Start rows of the samples whose values they have instead, in the same order.</param>
    /// <param name="slices">The values that come from there.</param>
    public ShuffledColumns(DeviceData data, BatchLoader plain, long[] others, IEnumerable<InputSlice> slices)
    {
        ArgumentNullException.ThrowIfNull(data);
        _plain = plain;
        _slices = slices.GroupBy(s => s.Node).ToDictionary(g => g.Key, g => g.ToArray());
        _shuffled = data.Feed(others, _slices.Keys);
    }

    /// <inheritdoc/>
    public long Samples => _plain.Samples;

    /// <inheritdoc/>
    public long BatchSize => _plain.BatchSize;

    /// <inheritdoc/>
    public void MoveTo(long first, long count)
    {
        _plain.MoveTo(first, count);
        _shuffled.MoveTo(first, count);
    }

    /// <inheritdoc/>
    public Tensor Get(FlatNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (!_slices.TryGetValue(node.Index, out var slices))
        {
            return _plain.Get(node);
        }

        var others = _shuffled.Get(node);
        var width = slices[0].Width;
        if (slices.Sum(s => s.Count) == width)
        {
            return others;
        }

        // The steps of a window may lie behind each other in one list; in each of them the columns stand in the same order.
        var mixed = _plain.Get(node).clone().contiguous();
        var (mine, theirs) = (mixed.view(BatchSize, -1, width), others.reshape(BatchSize, -1, width));
        foreach (var slice in slices)
        {
            mine.narrow(2, slice.First, slice.Count).copy_(theirs.narrow(2, slice.First, slice.Count));
        }

        return mixed;
    }

    /// <inheritdoc/>
    public void Dispose() => _shuffled.Dispose();
}
