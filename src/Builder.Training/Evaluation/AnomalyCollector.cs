using Builder.Training.Heads;
using Builder.Training.Metrics;
using static TorchSharp.torch;

namespace Builder.Training.Evaluation;

/// <summary>Scores how well a number per sample tells unusual samples (label 1) from usual ones. The labels serve scoring only.</summary>
public sealed class AnomalyCollector : IScoreCollector
{
    private readonly List<double> _scores = [];
    private readonly List<int> _labels = [];

    /// <inheritdoc/>
    public void Add(Tensor prediction, Tensor target)
    {
        using var scope = NewDisposeScope();
        _scores.AddRange(HeadOutputs.Floats(prediction.reshape(-1)).Select(v => (double)v));
        _labels.AddRange(HeadOutputs.Floats(target.reshape(-1)).Select(v => v > 0.5 ? 1 : 0));
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> Scores(HeadDecision decision) => AnomalyMetrics.Score([.. _scores], [.. _labels]);
}
