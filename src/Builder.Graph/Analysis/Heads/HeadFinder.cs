using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Catalog.Kinds;
using Builder.Graph.Metrics;
using Builder.Graph.Shapes;

namespace Builder.Graph.Analysis;

/// <summary>
/// Finds out what a document predicts. A loss between a tensor and a target column makes that tensor a prediction of the column; metric
/// and output blocks name further ones. What a problem leaves without a shape is left out.
/// </summary>
internal static class HeadFinder
{
    /// <summary>All predictions, the most telling first; none for a document that only generates or rebuilds.</summary>
    public static ImmutableArray<Head> Find(FlatGraph graph)
    {
        var heads = Of(graph, Role.Metric).Select(n => n.Kind is MetricKind kind ? Scored(graph, n, kind.Predicting) : null).OfType<Head>().ToList();
        foreach (var head in Of(graph, Role.Loss).Select(n => n.Kind is LossKind { Predicting: { } said } ? Scored(graph, n, said) : null).OfType<Head>())
        {
            if (!heads.Any(known => known.Target == head.Target && known.Task == head.Task))
            {
                heads.Add(head);
            }
        }

        heads.AddRange(Of(graph, Role.Output).Select(n => OfOutput(graph, n, heads)).OfType<Head>());
        return [.. heads.OrderBy(h => h.Target is null)];
    }

    /// <summary>The task of a whole document.</summary>
    public static TaskKind TaskOf(FlatGraph graph, ImmutableArray<Head> heads) =>
        heads.FirstOrDefault(h => h.Target is not null)?.Task
        ?? (graph.Structure.HasNoise ? TaskKind.Generation : TaskKind.Reconstruction);

    private static IEnumerable<FlatNode> Of(FlatGraph graph, Role role) => graph.Structure.OfRole(role).Select(i => graph.Nodes[i]);

    private static Head? Scored(FlatGraph graph, FlatNode node, Predicting said)
    {
        if (node is not { Instance: { } instance, Inputs: [[var prediction], [var target], ..] }
            || graph.Nodes[target.Node] is not { Kind.Role: Role.Target, Instance: { } targetBlock, Outputs.IsEmpty: false })
        {
            return null;
        }

        var binding = ColumnBinding.Of(targetBlock);
        var (predicted, wanted) = (instance.Input, instance.At(node.Kind.Inputs[1].Name)!);
        var task = wanted.IsMultiLabel && said.Task is null or TaskKind.BinaryClassification ? TaskKind.MultiLabel : said.Task ?? ClassTask(graph, wanted, predicted.Shape);
        var dimension = task == TaskKind.LanguageModel || predicted.Shape.Rank == 2 || LastIsClass(instance) ? predicted.Shape.Rank - 1 : 1;
        return new Head(
            string.Join("+", binding.Columns), task, said.OutputActivation ?? ReadingBefore(graph, prediction), prediction, target, binding, dimension,
            OutputsOf(predicted.Shape));
    }

    private static long OutputsOf(Shape predicted) => Math.Max(1, predicted.Product(1).Size);

    private static bool LastIsClass(BlockInstance block) => block.Kind.FindParameter("dim") is not null && block.Int("dim") == -1;

    private static TaskKind ClassTask(FlatGraph graph, TensorType target, Shape predicted) =>
        target.Shape.Rank == 2 && predicted.Rank == 3 && AreTokens(graph, target) ? TaskKind.LanguageModel
        : predicted.Rank == 2 && predicted[-1].Size == 1 ? TaskKind.BinaryClassification
        : TaskKind.Classification;

    // Classes one after the other are a text only where the model reads tokens of the same vocabulary: a phase for every hour is none.
    private static bool AreTokens(FlatGraph graph, TensorType target) =>
        Of(graph, Role.Input).Any(n => n is { Kind: TextInput, Outputs: [var tokens, ..] } && tokens.Classes == target.Classes);

    private static OutputActivation ReadingBefore(FlatGraph graph, FlatSource prediction) => graph.Nodes[prediction.Node].Kind switch
    {
        Softmax or Sigmoid => OutputActivation.Probabilities,
        LogSoftmax or LogSigmoid => OutputActivation.LogProbabilities,
        _ => OutputActivation.Logits,
    };

    private static Head? OfOutput(FlatGraph graph, FlatNode output, List<Head> heads)
    {
        if (output is not { Instance: { } block, Inputs: [[var source]] })
        {
            return null;
        }

        var name = block.Text("name") is { Length: > 0 } given ? given : output.Path;
        if (heads.Find(h => h.Prediction == source) is { } scored)
        {
            heads[heads.IndexOf(scored)] = scored with { Name = name };
            return null;
        }

        var isPicture = block.Input.Shape.Rank == 4 && block.Text("as") is "auto" or "picture";
        var reading = isPicture ? OutputActivation.Picture : block.Text("as") switch
        {
            "class" or "probability" => ReadingBefore(graph, source),
            _ => OutputActivation.Values,
        };
        var task = isPicture ? TaskKind.Generation : reading == OutputActivation.Values ? TaskKind.Regression : TaskKind.Classification;
        return new Head(name, task, reading, source, null, null, ClassDimension: 1, OutputsOf(block.Input.Shape));
    }
}
