using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Data;

namespace Builder.Graph.Analysis;

/// <summary>Finds out which optimizer makes which loss small and which weights it changes.</summary>
internal sealed class TrainingPlan(DocumentIndex index, FlatGraph graph, DataSchema? data, UsageRules usage, ProblemList problems)
{
    /// <summary>The optimizers whose loss is known.</summary>
    public ImmutableArray<OptimizerSummary> Optimizers { get; private set; } = [];

    /// <summary>Reads the plan and reports what is missing in it.</summary>
    public void Read()
    {
        var nodes = graph.Structure.OfRole(Role.Optimizer).Select(i => graph.Nodes[i]).Where(HasLoss).ToList();
        Optimizers = EpochScores.Named(graph, [.. nodes.Select(Summarize)]);
        LossRules.Check(index, graph, data, Optimizers, problems);
        TargetInputs.Check(graph, problems);
        usage.Check(graph, problems);
    }

    private static bool HasLoss(FlatNode optimizer) =>
        optimizer.Inputs[LossPort(optimizer)].Length == 1;

    private static int LossPort(FlatNode optimizer) => optimizer.Kind.Inputs.Index().First(p => p.Item.Content == PortContent.Tensor).Index;

    private OptimizerSummary Summarize(FlatNode optimizer)
    {
        var loss = optimizer.Inputs[LossPort(optimizer)][0];
        var schedule = optimizer.Kind.Inputs.Index()
            .Where(p => p.Item.Content == PortContent.Schedule)
            .SelectMany(p => optimizer.Inputs[p.Index])
            .Select(s => (int?)s.Node)
            .FirstOrDefault();
        var trained = TrainedWeights.Of(graph, index, optimizer, loss, problems);
        return new(optimizer.Index, loss, schedule, trained);
    }
}
