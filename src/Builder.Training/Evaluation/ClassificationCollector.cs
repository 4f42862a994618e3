using Builder.Graph.Analysis;
using Builder.Training.Heads;
using Builder.Training.Metrics;
using static TorchSharp.torch;

namespace Builder.Training.Evaluation;

/// <summary>Scores class predictions: [N, C] against class numbers [N], or yes/no [N, 1] against 0 and 1.</summary>
public sealed class ClassificationCollector(Head head) : IScoreCollector
{
    private readonly List<float> _probabilities = [];
    private readonly List<long> _labels = [];
    private int _classes = 2;

    /// <inheritdoc/>
    public void Add(Tensor prediction, Tensor target)
    {
        using var scope = NewDisposeScope();
        var probabilities = HeadOutputs.Probabilities(head, prediction);
        _classes = (int)probabilities.shape[^1];
        _probabilities.AddRange(HeadOutputs.Floats(probabilities));
        _labels.AddRange(target.reshape(-1).to(ScalarType.Int64).cpu().data<long>().ToArray());
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> Scores(HeadDecision decision) => ClassificationMetrics.Score(
        [.. _probabilities.Select(p => (double)p)], _classes, [.. _labels.Select(l => (int)l)], decision.Binary);
}
