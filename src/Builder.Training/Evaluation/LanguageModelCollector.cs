using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Metrics;
using Builder.Training.Heads;
using Builder.Training.Metrics;
using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Training.Evaluation;

/// <summary>
/// Scores next-token predictions. Only two sums leave the device: a text has far too many predictions to keep.
/// Perplexity is e to the mean negative log likelihood (in nats) of a token.
/// </summary>
public sealed class LanguageModelCollector(Head head) : IScoreCollector
{
    private double _negativeLogLikelihood;
    private double _correct;
    private long _tokens;

    /// <inheritdoc/>
    public void Add(Tensor prediction, Tensor target)
    {
        using var scope = NewDisposeScope();
        var flat = HeadOutputs.ClassesLast(head, prediction).to(ScalarType.Float32);
        var logProbabilities = head.OutputActivation switch
        {
            OutputActivation.Logits => flat.log_softmax(-1),
            OutputActivation.Probabilities => flat.log(),
            _ => flat,
        };
        var truth = target.reshape(-1);
        _negativeLogLikelihood -= logProbabilities.gather(1, truth.unsqueeze(1)).sum().ToDouble();
        _correct += logProbabilities.argmax(1).eq(truth).sum().ToInt64();
        _tokens += truth.numel();
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> Scores(HeadDecision decision)
    {
        var scores = new Dictionary<string, double>(PerplexityMetrics.Score(_negativeLogLikelihood, _tokens));
        if (_tokens > 0)
        {
            scores.Add(MetricCatalog.Accuracy.Id, _correct / _tokens);
        }

        return scores;
    }
}
