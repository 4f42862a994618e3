namespace Builder.Graph.Metrics;

/// <summary>How often each class was taken for each class.</summary>
public sealed class ConfusionMatrix
{
    private readonly long[] _counts;

    /// <summary>Counts.</summary>
    /// <param name="predicted">Shape [n]: the class that was said.</param>
    /// <param name="labels">Shape [n]: the true class.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a class is not from 0 to <paramref name="classes"/> - 1.</exception>
    public ConfusionMatrix(ReadOnlySpan<int> predicted, ReadOnlySpan<int> labels, int classes)
    {
        if (predicted.Length != labels.Length)
        {
            throw new ArgumentException($"There are {predicted.Length} predictions, but {labels.Length} labels.", nameof(labels));
        }

        Classes = classes;
        _counts = new long[classes * classes];
        for (int i = 0; i < labels.Length; i++)
        {
            if ((uint)labels[i] >= (uint)classes || (uint)predicted[i] >= (uint)classes)
            {
                throw new ArgumentException($"Case {i} has class {labels[i]} and prediction {predicted[i]}, but there are {classes} classes.", nameof(labels));
            }

            _counts[(labels[i] * classes) + predicted[i]]++;
        }

        Cases = labels.Length;
    }

    /// <summary>How many classes there are.</summary>
    public int Classes { get; }

    /// <summary>How many cases were counted.</summary>
    public long Cases { get; }

    /// <summary>How often <paramref name="label"/> was taken for <paramref name="predicted"/>.</summary>
    public long this[int label, int predicted] => _counts[(label * Classes) + predicted];

    /// <summary>How many cases have a true class.</summary>
    public long Actual(int label) => Enumerable.Range(0, Classes).Sum(predicted => this[label, predicted]);

    /// <summary>How often a class was said.</summary>
    public long Predicted(int predicted) => Enumerable.Range(0, Classes).Sum(label => this[label, predicted]);

    /// <summary>How many cases were right.</summary>
    public long Right() => Enumerable.Range(0, Classes).Sum(label => this[label, label]);
}
