using Builder.Graph.Metrics;

namespace Builder.Graph.Catalog;

/// <summary>How a prediction tensor is read.</summary>
public enum OutputActivation
{
    /// <summary>Unbounded scores; softmax or sigmoid makes probabilities of them.</summary>
    Logits,

    /// <summary>Logarithms of probabilities.</summary>
    LogProbabilities,

    /// <summary>Probabilities.</summary>
    Probabilities,

    /// <summary>Values in the units of the fitted transform.</summary>
    Values,

    /// <summary>A picture [C, H, W].</summary>
    Picture,
}

/// <summary>
/// What a loss or a set of metrics says of the tensor at its first port, when what arrives at its second comes straight from a Target: that
/// tensor is then a prediction of the target's columns.
/// </summary>
/// <param name="Task">What it tells; null where that follows from the shapes: classes, yes or no, or tokens of a text.</param>
/// <param name="OutputActivation">How it is read; null where that follows from the layer before, such as a Softmax.</param>
public sealed record Predicting(TaskKind? Task, OutputActivation? OutputActivation);
