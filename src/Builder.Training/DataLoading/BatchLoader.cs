using Builder.Graph.Analysis;
using Builder.Training.Acceleration;
using static TorchSharp.torch;

namespace Builder.Training.DataLoading;

/// <summary>
/// Walks through samples in a given order and feeds one batch after the other. Columns that fit are put into that order once, so that a
/// batch is a slice; the others are gathered batch by batch.
/// </summary>
public sealed class BatchLoader : ISampleFeed, IDisposable
{
    private readonly IReadOnlyDictionary<int, DeviceTensorColumn> _columns;
    private readonly Dictionary<int, Tensor> _ordered = [];
    private readonly Tensor _starts;
    private readonly bool _augments;
    private readonly bool _channelsLast;
    private long _first;
    private long _count;

    /// <summary>A feed over <paramref name="starts"/> in this order.</summary>
    /// <param name="columns">The column of each input or target node, by node index.</param>
    /// <param name="starts">Start rows of the samples.</param>
    /// <param name="device">Where the columns are.</param>
    /// <param name="augments">Change pictures at random where the data says so: for training only.</param>
    /// <param name="channelsLast">Feed pictures with the channels of a pixel side by side.</param>
    public BatchLoader(
        IReadOnlyDictionary<int, DeviceTensorColumn> columns, long[] starts, Device device, bool augments = false, bool channelsLast = false)
    {
        (_columns, _augments, _channelsLast, Samples) = (columns, augments, channelsLast, starts.LongLength);
        _starts = tensor(starts, device: device).DetachFromDisposeScope();
        foreach (var (node, column) in columns.Where(c => c.Value.CanReorder))
        {
            _ordered[node] = column.Gather(_starts).DetachFromDisposeScope();
        }
    }

    /// <inheritdoc/>
    public long Samples { get; }

    /// <inheritdoc/>
    public long BatchSize => _count;

    /// <inheritdoc/>
    public void MoveTo(long first, long count) => (_first, _count) = (first, Math.Min(count, Samples - first));

    /// <inheritdoc/>
    public Tensor Get(FlatNode node)
    {
        var values = _ordered.TryGetValue(node.Index, out var all)
            ? all.narrow(0, _first, _count)
            : _columns[node.Index].Gather(_starts.narrow(0, _first, _count));
        values = _augments ? _columns[node.Index].Change(values) : values;
        return _channelsLast && values.dim() == 4 ? Accelerator.ChannelsLast(values) : values;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _starts.Dispose();
        foreach (var tensor in _ordered.Values)
        {
            tensor.Dispose();
        }
    }
}
