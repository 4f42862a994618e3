using Builder.Datasets.Archives;
using Builder.Files;
using Builder.Graph;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Graph.Metrics;
using Builder.Web.Runs.Page;
using Builder.Web.Scores;

namespace Builder.Web.Evaluate.Finished;

/// <summary>Says where trainings that differ in their random start only disagree: one score then says little about the next training.</summary>
public static class OtherStarts
{
    /// <summary>Scores, as shares, that are further apart are no longer the same answer.</summary>
    private const double Apart = 0.03;

    /// <summary>One case more or less is no disagreement.</summary>
    private const double FewestCases = 2;

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
        if (metric is null || Read(run) is not { } document)
        {
            return null;
        }

        double[] scores =
        [
            .. runs.Where(other => other.Id != run.Id && other.Evaluation.Samples == run.Evaluation.Samples).Take(MostRuns)
                .Where(other => Read(other) is { } trained && !ChangedSince.IsOther(document, trained))
                .Select(other => other.Evaluation.Test.GetValueOrDefault(metric)).Append(run.Evaluation.Test[metric]).OfType<double>().Order(),
        ];
        return scores.Length < 2 || scores[^1] - scores[0] <= Apart || (scores[^1] - scores[0]) * run.Evaluation.Samples < FewestCases
            ? null : Line(MetricCatalog.Named(metric), scores);
    }

    private static Localized Line(MetricDefinition metric, double[] scores)
    {
        var (low, high) = (Figures.Score(metric, scores[0], null), Figures.Score(metric, scores[^1], null));
        return new(
            $"{scores.Length} trainings that differ in their random start only came to {low} to {high} ({metric.Term.En}). How good this model is depends on chance as well: judge by the middle of them, bring more data, or repeat with another seed to see more.",
            $"{scores.Length} 次训练只有随机种子不同，{metric.Term.Zh}却在 {low} 到 {high} 之间。这个模型的好坏部分取决于偶然：请以居中的结果为准、提供更多数据，或换个随机种子再训练几次。");
    }

    private static ProjectDocument? Read(FinishedRun run)
    {
        try
        {
            return BoundedFile.Read(new RunFolder(run.Folder).Document, DocumentLimits.FileBytes) is { } json ? ProjectJson.Read(json) : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or ProjectFileException)
        {
            return null;
        }
    }
}
