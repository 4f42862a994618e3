using Builder.Graph.Metrics;
using Builder.Protocol.Evaluations;
using Builder.Web.Scores;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate.Sections;

/// <summary>All scores, those of the parts of the data side by side.</summary>
public sealed partial class ScoreTable
{
    /// <summary>The scores.</summary>
    [Parameter, EditorRequired]
    public required Evaluation Evaluation { get; set; }

    private IEnumerable<string> Names => MetricCatalog.Ordered(
        Evaluation.Test.Keys.Concat(Evaluation.Validation.Keys).Concat(Evaluation.Train.Keys));

    private string Value(MetricDefinition score, IReadOnlyDictionary<string, double?> part) =>
        Figures.Score(score, part.GetValueOrDefault(score.Id), Evaluation.Units.GetValueOrDefault(score.Id));
}
