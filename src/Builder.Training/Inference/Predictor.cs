using System.Collections.Immutable;
using Builder.Datasets;
using Builder.Graph.Catalog;
using Builder.Training.Feeding;
using Builder.Training.Heads;
using Builder.Training.Layers;
using Builder.Training.Programs;
using static TorchSharp.torch;

namespace Builder.Training.Inference;

/// <summary>Predicts for raw rows or pictures; the target is not needed.</summary>
public static class Predictor
{
    private const long BatchSize = 256;

    /// <summary>Predictions for every sample of a file.</summary>
    /// <param name="model">The model.</param>
    /// <param name="inputFile">A table, a picture, or a folder of pictures.</param>
    /// <exception cref="DataException">The file cannot be read, or lacks a column.</exception>
    public static PredictionTable Predict(ModelRunner model, string inputFile)
    {
        var inputs = model.Analysis.Graph.Nodes.Where(n => n.Kind.Role == Role.Input).SelectMany(n => DataBinding.Of(n.Instance!).Columns);
        var data = DataPreparation.Apply(
            model.Bundle.Document.Data[model.Bundle.Transforms.DataSetId], model.Bundle.Transforms, inputFile, [.. inputs]);
        using var onDevice = new DeviceData(model.Analysis.Graph, data, model.Program.Device, targets: false);
        using var feed = onDevice.Feed(data.Test);
        var columns = model.Heads.Select(head => new HeadColumns(head, model.Bundle.Transforms)).ToList();
        var plan = model.Program.Plan(model.Heads.Select(head => head.Prediction));
        var rows = new List<object[]>();
        using var noGrad = no_grad();
        for (long first = 0; first < feed.Samples; first += BatchSize)
        {
            feed.MoveTo(first, BatchSize);
            rows.AddRange(PredictBatch(plan, feed, columns));
        }

        return new([.. columns.SelectMany(c => c.Names)], rows);
    }

    private static IEnumerable<object[]> PredictBatch(ExecutionPlan plan, BatchFeed feed, List<HeadColumns> columns)
    {
        using var scope = NewDisposeScope();
        plan.Run(feed, new Pass(Training: false, feed.BatchSize));
        var parts = columns.Select(c => c.Rows(plan[c.Head.Prediction])).ToList();
        return [.. Enumerable.Range(0, (int)feed.BatchSize).Select(row => parts.SelectMany(part => part[row]).ToArray())];
    }
}

/// <summary>The columns that one head adds to a prediction table.</summary>
internal sealed class HeadColumns
{
    private readonly FittedTransforms _transforms;
    private readonly string[] _classNames;

    public HeadColumns(Head head, FittedTransforms transforms)
    {
        (Head, _transforms) = (head, transforms);
        _classNames = IsClass ? ClassNames() : [];
        Names = IsClass ? [head.Name, "confidence", .. _classNames.Select(name => $"p({name})")]
            : head.Task == TaskKind.Anomaly ? ["score"]
            : head.Binding is { } binding ? [.. binding.Columns.Select(WithUnit)]
            : [head.Name];
    }

    public Head Head { get; }

    public ImmutableArray<string> Names { get; }

    private bool IsClass => Head.Task is TaskKind.Classification or TaskKind.BinaryClassification;

    /// <summary>One array of values for each sample.</summary>
    public object[][] Rows(Tensor prediction) => IsClass ? ClassRows(prediction) : ValueRows(prediction);

    private object[][] ClassRows(Tensor prediction)
    {
        var probabilities = HeadReading.Floats(HeadReading.Probabilities(Head, prediction));
        return [.. probabilities.Chunk(_classNames.Length).Select(p =>
        {
            var best = Array.IndexOf(p, p.Max());
            return (object[])[_classNames[best], (double)p[best], .. p.Select(v => (object)(double)v)];
        })];
    }

    private object[][] ValueRows(Tensor prediction)
    {
        var perSample = (int)(prediction.numel() / prediction.shape[0]);
        var columns = Head.Task == TaskKind.Anomaly ? null : Head.Binding?.Columns;
        return [.. HeadReading.Floats(prediction).Chunk(perSample).Select(values => values
            .Take(Names.Length)
            .Select((value, i) => (object)(columns is null ? value : _transforms.ToUnits(columns.Value[i], value)))
            .ToArray())];
    }

    private string WithUnit(string column) => _transforms[column].Schema.Unit is { } unit ? $"{column} ({unit})" : column;

    private string[] ClassNames()
    {
        var names = Head.Binding is { } binding ? _transforms[binding.Columns[0]].Schema.ClassNames : [];
        return Head.Task == TaskKind.BinaryClassification && names.Length != 2 ? ["0", "1"] : [.. names];
    }
}
