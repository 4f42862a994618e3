using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Metrics;
using Builder.Graph.Shapes;
using Builder.Training.Inference;
using Builder.Training.Onnx;

namespace Builder.Training.Export;

/// <summary>What a model tells, as outputs of an ONNX graph: probabilities of classes, quantities in their units, everything else as the network gives it.</summary>
/// <param name="model">The model.</param>
/// <param name="graph">The graph.</param>
internal sealed class OnnxOutputs(ModelRunner model, OnnxGraph graph)
{
    /// <summary>Adds the output of a head.</summary>
    /// <param name="head">The head.</param>
    /// <param name="prediction">What the network gives for it.</param>
    /// <returns>The output.</returns>
    public OnnxOutput Add(Head head, OnnxValue prediction)
    {
        var (value, element, shape) = head switch
        {
            { Task: TaskKind.MultiLabel } => (Yes(head.OutputActivation, prediction.Name), OnnxElement.Float, prediction.Shape),
            { Task: TaskKind.BinaryClassification } => Binary(head, prediction),
            { Task: TaskKind.Classification } => (Likely(head, prediction), OnnxElement.Float, prediction.Shape),
            { Task: TaskKind.Regression, Binding: { } binding } => (InUnits(binding, prediction), OnnxElement.Double, prediction.Shape),
            _ => (prediction.Name, OnnxElements.Of(prediction.Type.Element), prediction.Shape),
        };

        // The numbers of a text or picture have no names of their own.
        var columns = head.Task is TaskKind.LanguageModel or TaskKind.Reconstruction or TaskKind.Generation
            ? null : new HeadColumns(head, model.Bundle.Transforms, model.Bundle.Thresholds);
        return new(graph.Output(head.Name, value, element, shape), head, columns);
    }

    private string Likely(Head head, OnnxValue prediction) => head.OutputActivation switch
    {
        OutputActivation.Logits => graph.Op("Softmax", [prediction.Name], ("axis", (long)head.ClassDimension)),
        OutputActivation.LogProbabilities => graph.Op("Exp", [prediction.Name]),
        _ => prediction.Name,
    };

    private string Yes(OutputActivation reading, string value) => reading switch
    {
        OutputActivation.Logits => graph.Op("Sigmoid", [value]),
        OutputActivation.LogProbabilities => graph.Op("Exp", [value]),
        _ => value,
    };

    // Each yes or no becomes the probabilities of both classes: [N, 2], or [N, …, 2] of several.
    private (string Value, OnnxElement Element, Shape Shape) Binary(Head head, OnnxValue prediction)
    {
        var yes = Yes(head.OutputActivation, prediction.Name);
        var shape = head.Outputs == 1 ? Shape.Batched(2) : prediction.Shape.Append(2);
        yes = head.Outputs == 1 ? graph.Op("Reshape", [yes, graph.Integers(-1, 1)]) : graph.Op("Unsqueeze", [yes, graph.Integers(-1)]);
        return (graph.Op("Concat", [graph.Op("Sub", [graph.Float(1), yes]), yes], ("axis", -1L)), OnnxElement.Float, shape);
    }

    private string InUnits(ColumnBinding binding, OnnxValue prediction)
    {
        var columns = binding.Columns.Select(name => model.Bundle.Transforms[name]).ToArray();
        if (columns is [var only])
        {
            return OnnxSteps.ToUnits(only, prediction.Name, graph);
        }

        // Several quantities alternate, whatever the sizes behind the samples are.
        var table = graph.Op("Reshape", [prediction.Name, graph.Integers(-1, columns.Length)]);
        var parts = graph.Split(table, columns.Length, 1).Zip(columns, (part, column) => OnnxSteps.ToUnits(column, part, graph));
        return graph.Op("Reshape", [graph.Op("Concat", [.. parts], ("axis", 1L)), graph.Op("Shape", [prediction.Name])]);
    }
}

/// <summary>An output of an ONNX graph.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Head">The head.</param>
/// <param name="Columns">What its numbers mean; null where they have no names of their own.</param>
internal sealed record OnnxOutput(string Name, Head Head, HeadColumns? Columns);
