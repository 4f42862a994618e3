using Builder.Graph.Metrics;

namespace Builder.Training.Rivals.Methods;

/// <summary>What a method has to predict.</summary>
/// <param name="Task">Classes, labels or quantities.</param>
/// <param name="Outputs">How many classes, labels or quantities.</param>
/// <param name="Inputs">What the network reads.</param>
/// <param name="Horizon">For series: rows between the latest known value and the one that is predicted, at least 1.</param>
public sealed record RivalProblem(TaskKind Task, int Outputs, RivalInputs Inputs, int Horizon)
{
    /// <summary>True where one of several classes is right, so that their probabilities add up to 1.</summary>
    public bool IsOneOfSeveral => Task is TaskKind.Classification or TaskKind.BinaryClassification;
}

/// <summary>A simple method that has learned.</summary>
public interface IRival
{
    /// <summary>Training samples that it learned from.</summary>
    int Learned { get; }

    /// <summary>Predicts.</summary>
    /// <param name="rows">The samples; their targets are not looked at.</param>
    /// <param name="leave">Ends the work soon.</param>
    /// <returns>Shape [samples, outputs]: probabilities, or quantities in their units.</returns>
    /// <exception cref="OperationCanceledException">It was told to end.</exception>
    double[] Predict(RivalRows rows, CancellationToken leave);
}
