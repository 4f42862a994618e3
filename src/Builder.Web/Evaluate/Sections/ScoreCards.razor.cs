using Builder.Graph.Metrics;
using Builder.Protocol.Evaluations;
using Builder.Web.Scores;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate.Sections;

/// <summary>The most telling scores as cards, and all of them side by side.</summary>
public sealed partial class ScoreCards
{
    private const int MostCards = 6;

    // Numbers that say the same as another, or that only specialists read, stand in the table alone.
    private static readonly HashSet<string> Minor = [MetricCatalog.Loss.Id, MetricCatalog.Mse.Id, MetricCatalog.BestF1Threshold.Id, MetricCatalog.MedianAbsoluteError.Id];

    /// <summary>The scores.</summary>
    [Parameter, EditorRequired]
    public required Evaluation Evaluation { get; set; }

    private IReadOnlyDictionary<string, double?> Main => Evaluation.Part switch
    {
        "test" => Evaluation.Test,
        "validation" => Evaluation.Validation,
        _ => Evaluation.Train,
    };

    private IEnumerable<string> Names => MetricCatalog.Ordered(
        Evaluation.Test.Keys.Concat(Evaluation.Validation.Keys).Concat(Evaluation.Train.Keys));

    private IEnumerable<string> Shown => MetricCatalog.Ordered(Main.Where(s => s.Value is not null).Select(s => s.Key))
        .Where(n => !Minor.Contains(n) && !n.Contains('.', StringComparison.Ordinal)).Take(MostCards) is var telling && telling.Any()
            ? telling : MetricCatalog.Ordered(Main.Keys).Take(MostCards);

    private string Value(MetricDefinition score, IReadOnlyDictionary<string, double?> part) =>
        Figures.Score(score, part.GetValueOrDefault(score.Id), Evaluation.Units.GetValueOrDefault(score.Id));
}
