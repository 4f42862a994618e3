using Builder.Graph;
using Builder.Graph.Metrics;
using Builder.Protocol.Evaluations;
using Builder.Web.Scores;
using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate.Sections;

/// <summary>The most telling scores as cards, and all of them side by side.</summary>
public sealed partial class ScoreCards
{
    private const int MostCards = 6;

    // Numbers that say the same as another, or that only specialists read, stand in the table alone.
    private static readonly HashSet<string> Minor = [MetricCatalog.Loss.Id, MetricCatalog.Mse.Id, MetricCatalog.BestF1Threshold.Id, MetricCatalog.MedianAbsoluteError.Id];

    private static readonly HashSet<string> OfAClass = [MetricCatalog.Precision.Id, MetricCatalog.Recall.Id, MetricCatalog.F1.Id, MetricCatalog.PrAuc.Id];

    /// <summary>The scores.</summary>
    [Parameter, EditorRequired]
    public required Evaluation Evaluation { get; set; }

    /// <summary>False where the baseline stands elsewhere on the page, among other simple methods.</summary>
    [Parameter]
    public bool WithBaseline { get; set; } = true;

    private IReadOnlyDictionary<string, double?> Main => Evaluation.Part switch
    {
        "test" => Evaluation.Test,
        "validation" => Evaluation.Validation,
        _ => Evaluation.Train,
    };

    private IEnumerable<string> Shown => MetricCatalog.Ordered(Main.Where(s => s.Value is not null).Select(s => s.Key))
        .Where(n => !Minor.Contains(n) && !n.Contains('.', StringComparison.Ordinal)).Take(MostCards) is var telling && telling.Any()
            ? telling : MetricCatalog.Ordered(Main.Keys).Take(MostCards);

    // With two classes these are of the second one, with more the plain mean over the classes.
    private Localized TitleOf(MetricDefinition score)
    {
        if (Evaluation.Heads is [{ Labels: not null }] && OfAClass.Contains(score.Id))
        {
            return score.Id == MetricCatalog.Precision.Id ? LabelTexts.Precision : score.Id == MetricCatalog.Recall.Id ? LabelTexts.Recall : LabelTexts.MeanOf(score.Title);
        }

        if (!OfAClass.Contains(score.Id) || Evaluation.Heads is not [{ Classes.Names: { Count: > 1 } names }])
        {
            return score.Title;
        }

        return names.Count > 2 ? ClassTexts.MeanOf(score.Title)
            : score.Id == MetricCatalog.Precision.Id ? ClassTexts.PrecisionOf(Bidi.Isolated(names[1]))
            : score.Id == MetricCatalog.Recall.Id ? ClassTexts.RecallOf(Bidi.Isolated(names[1]))
            : ClassTexts.For(score.Title, Bidi.Isolated(names[1]));
    }

    private string Value(MetricDefinition score, IReadOnlyDictionary<string, double?> part) =>
        Figures.Score(score, part.GetValueOrDefault(score.Id), Evaluation.Units.GetValueOrDefault(score.Id));
}
