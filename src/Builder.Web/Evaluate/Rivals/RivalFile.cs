using Builder.Files;
using Builder.Graph;
using Builder.Graph.Metrics;
using Builder.Protocol.Evaluations;
using Builder.Protocol.Messages;
using Builder.Web.Evaluate.Finished;

namespace Builder.Web.Evaluate.Rivals;

/// <summary>What is known of how a run's model does beside simple methods.</summary>
public static class RivalFile
{
    /// <summary>The comparison; null where there is none, or the file cannot be read.</summary>
    public static RivalComparison? Read(FinishedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return RunTellings.Read(new RunFolder(run.Folder).Rivals, RivalComparison.MostBytes, json => RivalComparison.FromJson(json));
    }

    /// <summary>Why a run's model cannot be compared with simple methods; null where it can be.</summary>
    public static Localized? Obstacle(FinishedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var evaluation = run.Evaluation;
        return evaluation.Heads is not [var head, ..] || MetricCatalog.Leading(head.Task) is null ? RivalTexts.NoneForTask
            : evaluation.Part is "test" or "validation" ? null : RivalMessages.NothingHeldBack.With().Words;
    }
}
