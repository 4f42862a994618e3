using Builder.Graph;
using Builder.Graph.Metrics;
using Builder.Storage.Runs;

namespace Builder.Web.Scores;

/// <summary>The one number that tells how far a project has come.</summary>
public static class BestScore
{
    /// <summary>
    /// The main score of the run that is best on validation cases, told on its test cases: choosing by the test would flatter. Null where no run
    /// has a score. Runs are only compared where they have the same task.
    /// </summary>
    public static Localized? Of(IEnumerable<RunScores> runs)
    {
        var all = runs.Where(r => Told(r).Count > 0).ToList();
        if (all is not [var first, ..] || MainOf(first) is not { } metric)
        {
            return null;
        }

        var best = all.Where(r => r.Task == first.Task && Told(r).GetValueOrDefault(metric.Id) is not null).Aggregate((a, b) => IsBetter(metric, b, a) ? b : a);
        var value = Figures.Score(metric, Told(best)[metric.Id], best.Units.GetValueOrDefault(metric.Id));
        return new($"{metric.Term.En} {value}", $"{metric.Term.Zh} {value}");
    }

    private static bool IsBetter(MetricDefinition metric, RunScores run, RunScores other) =>
        Judged(run, metric) is { } value && (Judged(other, metric) is not { } than || metric.IsBetter(value, than));

    private static double? Judged(RunScores run, MetricDefinition metric) => run.Validation.GetValueOrDefault(metric.Id) ?? Told(run).GetValueOrDefault(metric.Id);

    private static MetricDefinition? MainOf(RunScores run) =>
        MetricCatalog.Ordered(Told(run).Where(s => s.Value is not null).Select(s => s.Key)).FirstOrDefault() is { } name ? MetricCatalog.Named(name) : null;

    private static IReadOnlyDictionary<string, double?> Told(RunScores run) => run switch { { Test.Count: > 0 } => run.Test, { Validation.Count: > 0 } => run.Validation, _ => run.Train };
}
