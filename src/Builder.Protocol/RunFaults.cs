using Builder.Graph.Metrics;

namespace Builder.Protocol;

/// <summary>Trainings that went wrong because of the learning rate: what tells them, so that a page can offer a smaller one.</summary>
public static class RunFaults
{
    /// <summary>A loss is infinite or no number at all.</summary>
    public const string LossNotFinite = "LossNotFinite";

    /// <summary>A loss is still a number, but has grown out of all proportion.</summary>
    public const string LossExploded = "LossExploded";

    // A network that has learned nothing ends near its first loss; it takes steps that overshoot to end this much above it.
    private const double ClearlyWorse = 1.5;

    /// <summary>Whether a run that failed with this code most likely needs a smaller learning rate.</summary>
    public static bool AreOfLearningRate(string code) => code is LossNotFinite or LossExploded;

    /// <summary>Whether a run that ended well by its own account knows less than it did before it began.</summary>
    /// <param name="startLoss">The loss of the untrained network; null where there are several losses, or an older run did not keep it.</param>
    /// <param name="train">The final scores on training samples.</param>
    public static bool EndedWorse(double? startLoss, IReadOnlyDictionary<string, double?> train) =>
        startLoss is > 0 and { } before && train.GetValueOrDefault(MetricCatalog.Loss.Id) is { } after && after > ClearlyWorse * before;
}
