using System.Collections.Concurrent;
using Builder.Graph;
using Builder.Protocol;
using Builder.Storage.Runs;
using Builder.Web.Runs.Feed;
using Builder.Web.Shell;

namespace Builder.Web.Runs;

/// <summary>Says in the bar of steps how training stands, whatever page a person looks at.</summary>
public sealed class RunMarks(RunFeed feed, StepMarks marks, RunStore store)
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> _active = new(StringComparer.Ordinal);

    private static Localized Learning { get; } = new("A model is learning", "模型正在学习");

    private static Localized Done { get; } = new("A model is trained", "模型已训练好");

    private static Localized Failed { get; } = new("The last training failed", "上一次训练失败");

    /// <summary>Begins to follow all runs.</summary>
    public void Begin() => feed.StatusChanged += Follow;

    /// <summary>Says again how the last runs ended under the server before, where nothing has begun since.</summary>
    public async Task RecallAsync(CancellationToken ct)
    {
        foreach (var (project, end) in await store.LastEndsAsync(ct))
        {
            if (marks.Of(project, Step.Train) is null)
            {
                marks.Set(project, Step.Train, MarkOf(end));
            }
        }
    }

    private void Follow(RunSummary run)
    {
        var active = _active.GetOrAdd(run.ProjectId, _ => new(StringComparer.Ordinal));
        if (!run.State.IsOver())
        {
            active[run.Id] = true;
            marks.Set(run.ProjectId, Step.Train, new(MarkKind.Live, Learning));
        }
        else if (active.TryRemove(run.Id, out _) && active.IsEmpty)
        {
            marks.Set(run.ProjectId, Step.Train, MarkOf(run.State));
        }
    }

    private static StepMark MarkOf(RunState end) => end == RunState.Failed ? new(MarkKind.Attention, Failed) : new(MarkKind.Done, Done);
}
