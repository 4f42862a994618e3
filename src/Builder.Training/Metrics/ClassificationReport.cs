using Builder.Graph.Metrics;

namespace Builder.Training.Metrics;

/// <summary>All scores of a classification.</summary>
/// <param name="Confusion">How often each class was taken for each class.</param>
/// <param name="PerClass">The scores of each class, at the place of its number.</param>
/// <param name="Macro">The plain mean over the classes that occur, truly or as a prediction.</param>
/// <param name="Weighted">The mean over the classes weighted by their true cases.</param>
/// <param name="Scores">The scores by name (<see cref="Builder.Graph.Metrics.MetricCatalog"/>); one that cannot be told is left out.</param>
public sealed record ClassificationReport(
    ConfusionMatrix Confusion,
    IReadOnlyList<ClassScore> PerClass,
    ClassScore Macro,
    ClassScore Weighted,
    IReadOnlyDictionary<string, double> Scores);
