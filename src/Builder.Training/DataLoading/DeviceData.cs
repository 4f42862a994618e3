using Builder.Datasets.Preparation;
using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using static TorchSharp.torch;

namespace Builder.Training.DataLoading;

/// <summary>All data that a graph reads, on the device: one column for each input and target node.</summary>
public sealed class DeviceData : IDisposable
{
    private readonly Dictionary<int, DeviceTensorColumn> _columns = [];
    private readonly Device _device;

    /// <summary>Copies what the graph reads to the device.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="data">The prepared data set.</param>
    /// <param name="device">Where to.</param>
    /// <param name="dtype">Type of float values.</param>
    /// <param name="targets">False where targets are not there, as when predicting.</param>
    public DeviceData(
        FlatGraph graph, PreparedData data, Device device, ScalarType dtype = ScalarType.Float32, bool targets = true)
    {
        _device = device;
        foreach (var node in graph.Nodes.Where(n => n.Kind.Role == Role.Input || (targets && n.Kind.Role == Role.Target)))
        {
            var binding = ColumnBinding.Of(node.Instance!);
            _columns[node.Index] = new DeviceTensorColumn(binding.In(data), node.Outputs[0], device, dtype);
        }
    }

    /// <summary>Feed pictures with the channels of a pixel side by side.</summary>
    public bool ChannelsLast { get; init; }

    /// <summary>A feed over samples in this order.</summary>
    public BatchLoader Feed(long[] starts, bool augments = false) => 
        new(_columns, starts, _device, augments, ChannelsLast);

    /// <summary>A feed of some nodes only.</summary>
    /// <param name="starts">Start rows of the samples, in the order in which they are fed.</param>
    /// <param name="nodes">Indices of input or target nodes.</param>
    public BatchLoader Feed(long[] starts, IReadOnlyCollection<int> nodes) =>
        new(_columns.Where(c => nodes.Contains(c.Key)).ToDictionary(), starts, _device, channelsLast: ChannelsLast);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var column in _columns.Values)
        {
            column.Dispose();
        }
    }
}
