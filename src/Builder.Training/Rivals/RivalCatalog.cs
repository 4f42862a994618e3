using System.Collections.Immutable;
using Builder.Graph.Messages;
using Builder.Graph.Metrics;
using Builder.Protocol.Messages;
using Builder.Training.Rivals.Methods;
using static Builder.Graph.Metrics.TaskKind;

namespace Builder.Training.Rivals;

/// <summary>A kind of simple method.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Tasks">What it can predict.</param>
/// <param name="Reads">What it reads of all that a network reads.</param>
/// <param name="Fit">Learns from training samples; null where the data hold nothing for it to learn.</param>
public sealed record RivalKind(Message Name, ImmutableArray<TaskKind> Tasks, RivalInputs Reads, Func<RivalProblem, RivalRows, CancellationToken, IRival?> Fit)
{
    /// <summary>True where it can be compared with a network.</summary>
    public bool Suits(RivalProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return Tasks.Contains(problem.Task) && (Reads == RivalInputs.None || (Reads & problem.Inputs) != 0);
    }

    /// <summary>True where it learns from some of what a network reads, but not from all of it.</summary>
    public bool ReadsPartOf(RivalProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return Reads is not (RivalInputs.None or RivalInputs.Past) && (problem.Inputs & ~RivalInputs.Past & ~Reads) != 0;
    }
}

/// <summary>Every simple method that a network is compared with. One that is added here takes part everywhere.</summary>
public static class RivalCatalog
{
    private static readonly ImmutableArray<TaskKind> Classes = [Classification, BinaryClassification];
    private static readonly ImmutableArray<TaskKind> ClassesAndLabels = [Classification, BinaryClassification, MultiLabel];
    private static readonly ImmutableArray<TaskKind> Any = [Classification, BinaryClassification, MultiLabel, Regression];

    /// <summary>The kinds, the simplest first.</summary>
    public static ImmutableArray<RivalKind> All { get; } =
    [
        new(RivalMessages.Commonest.With(), Classes, RivalInputs.None, (problem, rows, _) => new Constant(problem, rows)),
        new(RivalMessages.SameLabels.With(), [MultiLabel], RivalInputs.None, (problem, rows, _) => new Constant(problem, rows)),
        new(RivalMessages.Mean.With(), [Regression], RivalInputs.None, (problem, rows, _) => new Constant(problem, rows)),
        new(RivalMessages.Naive.With(), [Regression], RivalInputs.Past, (_, rows, _) => NaiveForecast.Latest(rows)),
        new(RivalMessages.SeasonalNaive.With(), [Regression], RivalInputs.Past, (problem, rows, _) => NaiveForecast.Seasonal(problem, rows)),
        new(RivalMessages.Linear.With(), [Regression], RivalInputs.Numbers, (problem, rows, leave) => LinearModel.Linear(problem, rows, r => r.Numbers!, standardizes: true, leave)),
        new(RivalMessages.Logistic.With(), ClassesAndLabels, RivalInputs.Numbers, (problem, rows, leave) => LinearModel.Logistic(problem, rows, r => r.Numbers!, standardizes: true, leave)),
        new(RivalMessages.Tree.With(), Any, RivalInputs.Numbers, TreeMean.One),
        new(RivalMessages.Forest.With(), Any, RivalInputs.Numbers, TreeMean.Forest),
        new(RivalMessages.Boosted.With(), Any, RivalInputs.Numbers, (problem, rows, leave) => new BoostedTrees(problem, rows, leave)),
        new(RivalMessages.NaiveBayes.With(), Classes, RivalInputs.Texts, (problem, rows, _) => new NaiveBayes(problem, rows)),
        new(RivalMessages.TfidfLogistic.With(), ClassesAndLabels, RivalInputs.Texts, (problem, rows, leave) => LinearModel.Logistic(problem, rows, new Tfidf(rows.Tokens!, rows.Count).Of, standardizes: false, leave)),
        new(RivalMessages.TfidfLinear.With(), [Regression], RivalInputs.Texts, (problem, rows, leave) => LinearModel.Linear(problem, rows, new Tfidf(rows.Tokens!, rows.Count).Of, standardizes: false, leave)),
        new(RivalMessages.Nearest.With(), Any, RivalInputs.Pictures, (problem, rows, _) => new NearestNeighbours(problem, rows)),
        new(RivalMessages.PixelLogistic.With(), ClassesAndLabels, RivalInputs.Pictures, (problem, rows, leave) => LinearModel.Logistic(problem, rows, r => r.Pixels!, standardizes: true, leave)),
        new(RivalMessages.PixelLinear.With(), [Regression], RivalInputs.Pictures, (problem, rows, leave) => LinearModel.Linear(problem, rows, r => r.Pixels!, standardizes: true, leave)),
    ];
}
