using Builder.Datasets.Preparation;
using Builder.Graph.Analysis;
using Builder.Graph.Metrics;
using Builder.Training.Heads;
using static TorchSharp.torch;

namespace Builder.Training.Evaluation;

/// <summary>The predictions of one head for some samples, with the truth, in plain memory.</summary>
public sealed class CollectedSamples(Head head, FittedTransforms fitted)
{
    private readonly List<double> _predicted = [];
    private readonly List<double> _true = [];

    /// <summary>The head.</summary>
    public Head Head => head;

    /// <summary>False where the head tells more than one thing of a sample, such as a class of every pixel.</summary>
    public bool IsOnePerSample { get; private set; } = true;

    /// <summary>Numbers that the head tells of a sample: one a class or label, or one a target column.</summary>
    public int Width { get; private set; } = 1;

    /// <summary>How many samples there are.</summary>
    public int Count => _predicted.Count / Width;

    /// <summary>Shape [Count, Width]: probabilities of the classes or labels, quantities in their units, or how unusual a sample is.</summary>
    public IReadOnlyList<double> Predicted => _predicted;

    /// <summary>Class numbers or marks of anomalies, one a sample; of labels 1 where a sample has it, or quantities in their units, shape [Count, Width].</summary>
    public IReadOnlyList<double> True => _true;

    private bool IsClass => HeadClasses.AreOf(head);

    /// <summary>Takes a batch.</summary>
    public void Add(Tensor prediction, Tensor target)
    {
        if (head.Task == TaskKind.MultiLabel)
        {
            AddLabels(prediction, target);
            return;
        }

        var samples = prediction.shape[0];
        var width = head.Task == TaskKind.Regression ? head.Binding!.Columns.Length : 1;
        IsOnePerSample &= target.numel() == samples * width && (IsClass || prediction.numel() == samples * width);
        if (!IsOnePerSample)
        {
            return;
        }

        using var scope = NewDisposeScope();
        if (IsClass)
        {
            var probabilities = HeadOutputs.Probabilities(head, prediction);
            Width = (int)probabilities.shape[^1];
            _predicted.AddRange(HeadOutputs.Floats(probabilities).Select(v => (double)v));
            _true.AddRange(target.reshape(-1).to(ScalarType.Int64).cpu().data<long>().ToArray().Select(v => (double)v));
            return;
        }

        Width = width;
        _predicted.AddRange(Quantities(prediction));
        _true.AddRange(Quantities(target));
    }

    /// <summary>The same samples with what somebody else predicts for them.</summary>
    /// <param name="predicted">Shape [<see cref="Count"/>, <see cref="Width"/>], as <see cref="Predicted"/>.</param>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    public CollectedSamples Instead(IReadOnlyCollection<double> predicted)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        if (predicted.Count != _predicted.Count)
        {
            throw new ArgumentException($"There are {predicted.Count} numbers in place of {_predicted.Count}.", nameof(predicted));
        }

        var other = new CollectedSamples(head, fitted) { IsOnePerSample = IsOnePerSample, Width = Width };
        other._predicted.AddRange(predicted);
        other._true.AddRange(_true);
        return other;
    }

    private void AddLabels(Tensor prediction, Tensor target)
    {
        IsOnePerSample &= prediction.dim() == 2 && target.numel() == prediction.numel();
        if (IsOnePerSample)
        {
            using var scope = NewDisposeScope();
            Width = (int)prediction.shape[1];
            _predicted.AddRange(HeadOutputs.Floats(HeadOutputs.Probabilities(head, prediction)).Select(v => (double)v));
            _true.AddRange(HeadOutputs.Floats(target).Select(v => (double)v));
        }
    }

    private IEnumerable<double> Quantities(Tensor values)
    {
        var columns = head.Binding!.Columns;
        return HeadOutputs.Floats(values).Select((value, i) =>
            head.Task == TaskKind.Regression ? fitted.ToUnits(columns[i % columns.Length], value) : value);
    }
}
