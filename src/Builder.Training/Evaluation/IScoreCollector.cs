using Builder.Training.Heads;
using static TorchSharp.torch;

namespace Builder.Training.Evaluation;

/// <summary>Collects predictions batch by batch and scores them at the end.</summary>
public interface IScoreCollector
{
    /// <summary>Takes a batch of predictions with their targets.</summary>
    void Add(Tensor prediction, Tensor target);

    /// <summary>The scores over all batches; a score that cannot be told (one class only) is left out.</summary>
    /// <param name="decision">What the head says by its probabilities.</param>
    IReadOnlyDictionary<string, double> Scores(HeadDecision decision);
}
