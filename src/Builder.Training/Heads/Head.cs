using Builder.Graph.Analysis;
using Builder.Training.Feeding;

namespace Builder.Training.Heads;

/// <summary>What a model learns to tell.</summary>
public enum TaskKind
{
    /// <summary>One of several classes.</summary>
    Classification,

    /// <summary>Yes or no.</summary>
    BinaryClassification,

    /// <summary>A quantity.</summary>
    Regression,

    /// <summary>The next token of a text.</summary>
    LanguageModel,

    /// <summary>How unusual something is.</summary>
    Anomaly,

    /// <summary>The input itself.</summary>
    Reconstruction,

    /// <summary>New things out of noise.</summary>
    Generation,
}

/// <summary>How a prediction tensor is read.</summary>
public enum Reading
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

/// <summary>A prediction of the model: where it comes from, what it means, and what it is compared with.</summary>
/// <param name="Name">Name in results: the target column, or the name of the Output block.</param>
/// <param name="Task">What it tells.</param>
/// <param name="Reading">How the tensor is read.</param>
/// <param name="Prediction">The tensor.</param>
/// <param name="Target">The true values; null for predictions that are not scored.</param>
/// <param name="Binding">The columns of the target; null where there is none.</param>
/// <param name="ClassDimension">The dimension that holds the classes, for classification.</param>
/// <param name="Outputs">Numbers that the tensor holds for each sample: all its sizes but the batch's, multiplied.</param>
public sealed record Head(
    string Name, TaskKind Task, Reading Reading, FlatSource Prediction, FlatSource? Target, DataBinding? Binding, int ClassDimension, long Outputs);
