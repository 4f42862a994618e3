using Builder.Graph.Analysis;
using Builder.Training.Heads;
using Builder.Training.Metrics;
using static TorchSharp.torch;

namespace Builder.Training.Evaluation;

/// <summary>Scores predictions of labels: [N, K] against ones and zeros [N, K].</summary>
public sealed class MultiLabelCollector(Head head) : IScoreCollector
{
    private readonly List<double> _probabilities = [];
    private readonly List<bool> _truth = [];

    /// <inheritdoc/>
    public void Add(Tensor prediction, Tensor target)
    {
        using var scope = NewDisposeScope();
        _probabilities.AddRange(HeadOutputs.Floats(HeadOutputs.Probabilities(head, prediction)).Select(v => (double)v));
        _truth.AddRange(HeadOutputs.Floats(target).Select(v => v > 0.5f));
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> Scores(HeadDecision decision) =>
        MultiLabelMetrics.Report([.. _probabilities], [.. _truth], decision.Labels)?.Scores ?? new Dictionary<string, double>();
}
