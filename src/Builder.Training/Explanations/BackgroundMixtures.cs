using Builder.Graph.Analysis;
using Builder.Training.Programs;
using static TorchSharp.torch;

namespace Builder.Training.Explanations;

/// <summary>Rows of the background with some columns of another row.</summary>
internal sealed class BackgroundMixtures
{
    private readonly BackgroundRows _background;
    private readonly IReadOnlyDictionary<int, Tensor> _row;

    // For each input the number of the column that each value of a row is of.
    private readonly Dictionary<int, int[]> _owners = [];

    /// <summary>Mixes a row into rows.</summary>
    /// <param name="background">The rows.</param>
    /// <param name="row">What the row gives to each input, by the index of its node. Shapes [1, …].</param>
    public BackgroundMixtures(BackgroundRows background, IReadOnlyDictionary<int, Tensor> row)
    {
        (_background, _row) = (background, row);
        for (var column = 0; column < background.Columns.Length; column++)
        {
            foreach (var slice in background.Columns[column].Slices)
            {
                var owners = _owners.TryGetValue(slice.Node, out var known) ? known : _owners[slice.Node] = new int[slice.Width];
                owners.AsSpan((int)slice.First, (int)slice.Count).Fill(column);
            }
        }
    }

    /// <summary>How many values a row gives to all inputs together.</summary>
    public long ValuesPerRow => Math.Max(1, _row.Values.Sum(values => values.numel()));

    /// <summary>What they give to each input, by the index of its node. Shapes [coalitions · rows, …], coalition by coalition.</summary>
    public Dictionary<int, Tensor> Of(bool[][] coalitions) => _owners.ToDictionary(input => input.Key, input =>
    {
        var (rows, row, owners) = (_background[input.Key], _row[input.Key], input.Value);
        var own = tensor(coalitions.SelectMany(coalition => owners.Select(column => coalition[column])).ToArray(), [coalitions.Length, 1, 1, owners.Length], device: row.device);
        var mixed = where(own, row.reshape(1, 1, -1, owners.Length), rows.reshape(1, rows.shape[0], -1, owners.Length));
        return mixed.reshape([coalitions.Length * rows.shape[0], .. row.shape.AsSpan(1)]);
    });
}

/// <summary>What rows give to the inputs of a graph, by the index of each node.</summary>
internal sealed class InputValues(IReadOnlyDictionary<int, Tensor> values) : IBatchSource
{
    public Tensor Get(FlatNode node) => values[node.Index];
}
