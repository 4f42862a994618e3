using Builder.Datasets.Preparation;
using Builder.Graph.Analysis;
using Builder.Training.Heads;
using Builder.Training.Metrics;
using static TorchSharp.torch;

namespace Builder.Training.Evaluation;

/// <summary>Scores quantities [N, K] in the units of their columns.</summary>
public sealed class RegressionCollector(Head head, FittedTransforms fitted) : IScoreCollector
{
    private readonly List<double> _predicted = [];
    private readonly List<double> _true = [];

    /// <inheritdoc/>
    public void Add(Tensor prediction, Tensor target)
    {
        using var scope = NewDisposeScope();
        _predicted.AddRange(InUnits(prediction));
        _true.AddRange(InUnits(target));
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> Scores(HeadDecision decision)
    {
        var columns = head.Binding!.Columns.Length;
        var perColumn = Enumerable.Range(0, columns).Select(c => RegressionMetrics.Score(Column(_predicted, c, columns), Column(_true, c, columns)));
        return perColumn.SelectMany(scores => scores).GroupBy(s => s.Key).ToDictionary(g => g.Key, g => g.Average(s => s.Value));
    }

    private static double[] Column(List<double> values, int column, int columns) =>
        [.. Enumerable.Range(0, values.Count / columns).Select(row => values[(row * columns) + column])];

    private IEnumerable<double> InUnits(Tensor tensor)
    {
        var columns = head.Binding!.Columns;
        return HeadOutputs.Floats(tensor).Select((value, i) => fitted.ToUnits(columns[i % columns.Length], value));
    }
}
