using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Shapes;
using Builder.Training.Feeding;

namespace Builder.Training.Heads;

/// <summary>
/// Finds out what a document predicts. A loss between a tensor and a target column makes that tensor a prediction of the column; metric
/// and output blocks name further ones.
/// </summary>
public static class HeadFinder
{
    /// <summary>All predictions, the most telling first; none for a document that only generates or rebuilds.</summary>
    public static IReadOnlyList<Head> Find(FlatGraph graph)
    {
        var heads = graph.Nodes.Where(n => n.Kind.Role == Role.Metric).Select(n => OfMetric(graph, n)).OfType<Head>().ToList();
        foreach (var head in graph.Nodes.Where(n => n.Kind.Role == Role.Loss).Select(n => OfLoss(graph, n)).OfType<Head>())
        {
            if (!heads.Any(known => known.Target == head.Target && known.Task == head.Task))
            {
                heads.Add(head);
            }
        }

        heads.AddRange(graph.Nodes.Where(n => n.Kind.Role == Role.Output).Select(n => OfOutput(graph, n, heads)).OfType<Head>());
        return [.. heads.OrderBy(h => h.Target is null)];
    }

    /// <summary>The task of a whole document.</summary>
    public static TaskKind TaskOf(FlatGraph graph, IReadOnlyList<Head> heads) =>
        heads.FirstOrDefault(h => h.Target is not null)?.Task
        ?? (graph.Nodes.Any(n => n.Kind.Id == "Noise") ? TaskKind.Generation : TaskKind.Reconstruction);

    private static Head? OfLoss(FlatGraph graph, FlatNode loss) => loss.Kind.Id switch
    {
        "CrossEntropyLoss" => Scored(graph, loss, "input", null, Reading.Logits),
        "NLLLoss" => Scored(graph, loss, "input", null, Reading.LogProbabilities),
        "MultiMarginLoss" => Scored(graph, loss, "input", TaskKind.Classification, Reading.Logits),
        "BCEWithLogitsLoss" or "HingeLoss" => Scored(graph, loss, "input", TaskKind.BinaryClassification, Reading.Logits),
        "BCELoss" => Scored(graph, loss, "input", TaskKind.BinaryClassification, Reading.Probabilities),
        "MSELoss" or "L1Loss" or "SmoothL1Loss" or "HuberLoss" => Scored(graph, loss, "input", TaskKind.Regression, Reading.Values),
        _ => null,
    };

    private static Head? OfMetric(FlatGraph graph, FlatNode metric) => metric.Kind.Id switch
    {
        "ClassificationMetrics" => Scored(graph, metric, "input", null, ReadingBefore(graph, metric, "input")),
        "RegressionMetrics" => Scored(graph, metric, "input", TaskKind.Regression, Reading.Values),
        "PerplexityMetrics" => Scored(graph, metric, "input", TaskKind.LanguageModel, ReadingBefore(graph, metric, "input")),
        "AnomalyMetrics" => Scored(graph, metric, "score", TaskKind.Anomaly, Reading.Values),
        _ => null,
    };

    private static Head? Scored(FlatGraph graph, FlatNode node, string input, TaskKind? task, Reading reading)
    {
        var targetPort = node.Kind.Inputs[1].Name;
        if (node.Inputs[node.Kind.InputIndex(input)] is not [var prediction] || node.Inputs[1] is not [var target]
            || graph.Nodes[target.Node] is not { Kind.Role: Role.Target } targetNode)
        {
            return null;
        }

        var binding = DataBinding.Of(targetNode.Instance!);
        var type = node.Instance!.At(targetPort)!;
        var predicted = node.Instance.At(input)!;
        var settled = task ?? ClassTask(graph, type, predicted.Shape);
        var dimension = settled == TaskKind.LanguageModel || predicted.Shape.Rank == 2 || LastIsClass(node) ? predicted.Shape.Rank - 1 : 1;
        return new Head(
            string.Join("+", binding.Columns), settled, reading, prediction, target, binding, dimension, OutputsOf(predicted.Shape));
    }

    private static long OutputsOf(Shape predicted) => Math.Max(1, predicted.Product(1).Size);

    private static bool LastIsClass(FlatNode node) => node.Kind.FindParameter("dim") is not null && node.Instance!.Int("dim") == -1;

    private static TaskKind ClassTask(FlatGraph graph, TensorType target, Shape predicted) =>
        target.Shape.Rank == 2 && predicted.Rank == 3 && AreTokens(graph, target) ? TaskKind.LanguageModel
        : predicted.Rank == 2 && predicted[-1].Size == 1 ? TaskKind.BinaryClassification
        : TaskKind.Classification;

    // Classes one after the other are a text only where the model reads tokens of the same vocabulary: a phase for every hour is none.
    private static bool AreTokens(FlatGraph graph, TensorType target) =>
        graph.Nodes.Any(n => n.Kind.Id == "TextInput" && n.Outputs[0].Classes == target.Classes);

    private static Reading ReadingBefore(FlatGraph graph, FlatNode node, string port) =>
        graph.Nodes[node.Inputs[node.Kind.InputIndex(port)][0].Node].Kind.Id switch
        {
            "Softmax" or "Sigmoid" => Reading.Probabilities,
            "LogSoftmax" or "LogSigmoid" => Reading.LogProbabilities,
            _ => Reading.Logits,
        };

    private static Head? OfOutput(FlatGraph graph, FlatNode output, List<Head> heads)
    {
        var source = output.Inputs[0][0];
        var name = output.Instance!.Text("name") is { Length: > 0 } given ? given : output.Path;
        if (heads.Find(h => h.Prediction == source) is { } scored)
        {
            heads[heads.IndexOf(scored)] = scored with { Name = name };
            return null;
        }

        var isPicture = output.Instance.Input.Shape.Rank == 4 && output.Instance.Text("as") is "auto" or "picture";
        var reading = isPicture ? Reading.Picture : output.Instance.Text("as") switch
        {
            "class" or "probability" => ReadingBefore(graph, output, "input"),
            _ => Reading.Values,
        };
        var task = isPicture ? TaskKind.Generation : reading == Reading.Values ? TaskKind.Regression : TaskKind.Classification;
        return new Head(name, task, reading, source, null, null, ClassDimension: 1, OutputsOf(output.Instance.Input.Shape));
    }
}
