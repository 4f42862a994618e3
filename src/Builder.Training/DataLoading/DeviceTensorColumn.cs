using Builder.Datasets.Preparation;
using Builder.Graph.Data;
using Builder.Graph.Shapes;
using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Training.DataLoading;

/// <summary>
/// One prepared column on the device. Made once per run; a batch is cut from it without any work per row: a slice, or one gather.
/// </summary>
public sealed class DeviceTensorColumn : IDisposable
{
    // Numbers of a sample from which on gathering a batch costs less than reading it from a copy that lies in main memory.
    private const int LargestReordered = 64;

    private readonly PreparedColumn _column;
    private readonly Tensor _values;
    private readonly ChannelScale? _scale;
    private readonly long[] _batchShape;

    /// <summary>Copies the column to the device.</summary>
    /// <param name="column">The column in plain memory.</param>
    /// <param name="type">What the block gives out: class numbers become values where it says so, and a sample takes its shape.</param>
    /// <param name="device">Where batches are needed.</param>
    /// <param name="dtype">Type of float values: float32, or float64 in tests.</param>
    public DeviceTensorColumn(PreparedColumn column, TensorType type, Device device, ScalarType dtype)
    {
        _column = column;
        _batchShape = [-1, .. type.Shape.Skip(1).Select(dim => dim.Size)];
        _scale = column.Normalization is { } normalization ? ChannelScale.Of(normalization, device) : null;
        using var scope = NewDisposeScope();
        var values = Upload(column, device);
        if (type.Element == ElementType.Float32 && column.Element != ElementType.UInt8)
        {
            values = values.to(dtype);
        }
        else if (type.Element == ElementType.Int64)
        {
            // Several categories side by side come as numbers; a single one has class numbers already.
            values = values.to(ScalarType.Int64);
        }

        // A sliding window is a view: sample i reads rows i, i+1, … of the same memory.
        _values = (column.WindowLength is { } length ? Windows(values, length) : values).DetachFromDisposeScope();
    }

    /// <summary>A training batch with the column's random changes, if it has any. They are made on values between 0 and 1.</summary>
    public Tensor Change(Tensor batch)
    {
        if (_column.Augment is not { } changes)
        {
            return batch;
        }

        using var scope = NewDisposeScope();
        var changed = Augmenter.Apply(_scale?.Undo(batch) ?? batch, changes);
        return (_scale?.Apply(changed) ?? changed).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// True where taking a copy of all samples in a new order costs little memory, so that batches become plain slices. Large samples, such as
    /// pictures, are gathered batch by batch on the CPU: then they are still in its cache when the network reads them, and bytes stay bytes until then.
    /// </summary>
    public bool CanReorder => _column.WindowLength is null && _values.numel() * sizeof(long) <= 512L << 20
        && (_values.device_type != DeviceType.CPU || _column.RowSize <= LargestReordered);

    /// <summary>All samples that start at <paramref name="starts"/> (Int64 [n] on the device), in that order.</summary>
    public Tensor Gather(Tensor starts)
    {
        using var scope = NewDisposeScope();
        var rows = _column.WindowOffset == 0 ? starts : starts.add(_column.WindowOffset);
        return Finish(_values.index_select(0, rows)).reshape(_batchShape).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _values.Dispose();
        _scale?.Dispose();
    }

    private static Tensor Windows(Tensor values, int length)
    {
        // unfold puts the steps of a window last; they belong behind the sample: [samples, steps, …row].
        var windows = values.unfold(0, length, 1);
        var last = windows.dim() - 1;
        return windows.permute([0, last, .. Enumerable.Range(1, (int)last - 1).Select(d => (long)d)]);
    }

    private static Tensor Upload(PreparedColumn column, Device device)
    {
        long[] shape = [column.Values.LongLength / Math.Max(1, column.RowSize), .. column.RowShape];
        return column.Values switch
        {
            float[] floats => tensor(floats, shape, device: device),
            long[] integers => tensor(integers, shape, device: device),
            byte[] bytes => tensor(bytes, shape, device: device),
            _ => throw new InvalidOperationException($"Column '{column.Name}' holds {column.Values.GetType().Name}."),
        };
    }

    private Tensor Finish(Tensor batch)
    {
        if (_column.Element != ElementType.UInt8)
        {
            return batch;
        }

        var values = batch.to(ScalarType.Float32).div_(255);
        return _scale?.Apply(values) ?? values;
    }
}
