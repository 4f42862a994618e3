using Builder.Graph;
using Builder.Graph.Metrics;
using Builder.Proposals;
using Builder.Web.Runs.Page;
using Builder.Web.Scores;

namespace Builder.Web.Evaluate.Finished;

/// <summary>Says where trainings that differ in their random start only disagree: one score then says little about the next training.</summary>
public static class OtherStarts
{
    private const int MostRuns = 20;

    private static readonly string[] s_shares = [MetricCatalog.Accuracy.Id, MetricCatalog.R2.Id];

    /// <summary>One line; null where there is no other start, or all agree.</summary>
    /// <param name="run">The run.</param>
    /// <param name="runs">The finished runs of its project.</param>
    public static Localized? Of(FinishedRun run, IReadOnlyList<FinishedRun> runs)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(runs);
        var metric = Array.Find(s_shares, name => run.Evaluation.Test.GetValueOrDefault(name) is not null);
        if (metric is null || run.ReadDocument() is not { } document)
        {
            return null;
        }

        double[] scores =
        [
            .. runs.Where(other => other.Id != run.Id && other.Evaluation.Samples == run.Evaluation.Samples).Take(MostRuns)
                .Where(other => other.ReadDocument() is { } trained && !ChangedSince.IsOther(document, trained))
                .Select(other => other.Evaluation.Test.GetValueOrDefault(metric)).Append(run.Evaluation.Test[metric]).OfType<double>().Order(),
        ];
        return scores.Length > 1 && RandomStarts.Disagree(scores[0], scores[^1], run.Evaluation.Samples) ? Line(MetricCatalog.Named(metric), scores) : null;
    }

    private static Localized Line(MetricDefinition metric, double[] scores)
    {
        var (low, high) = (Figures.Score(metric, scores[0], null), Figures.Score(metric, scores[^1], null));
        return new(
            $"{scores.Length} trainings that differ in their random start only came to {low} to {high} ({metric.Term.En}). How good this model is depends on chance as well: judge by the middle of them, bring more data, or repeat with another seed to see more.",
            $"{scores.Length} 次训练只有随机种子不同，{metric.Term.Zh}却在 {low} 到 {high} 之间。这个模型的好坏部分取决于偶然：请以居中的结果为准、提供更多数据，或换个随机种子再训练几次。");
    }
}
