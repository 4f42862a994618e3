using Builder.Protocol;
using Builder.Storage;
using Builder.Storage.Projects;
using Builder.Storage.Runs;
using Builder.Web.Runs.Page;
using Builder.Web.Sessions;

namespace Builder.Web.Evaluate.Finished;

/// <summary>The finished runs of every project: what lies in their folders, under the names that people gave them.</summary>
public sealed class FinishedRunService(FinishedRunCache shelf, ProjectSessions sessions, ProjectStore projects, RunStore store)
{
    /// <summary>The finished runs of a project, the latest first; null where there is no such project.</summary>
    public async Task<IReadOnlyList<FinishedRun>?> ListAsync(string projectId, CancellationToken ct = default)
    {
        if (FolderOf(projectId) is not { } folder || await projects.FindAsync(projectId, ct) is null)
        {
            return null;
        }

        var runs = await Task.Run(() => shelf.List(folder), ct);
        var known = (await store.ListAsync(projectId, ct)).ToDictionary(r => r.Id, StringComparer.Ordinal);
        return [.. runs.Select(r => known.TryGetValue(r.Id, out var summary) ? Named(r, summary) : r)];
    }

    /// <summary>The run of a project that a page without a finished one speaks of: the one that is being trained, or waits for that, else the newest one where it failed; null where there is none.</summary>
    public async Task<RunSummary?> AwaitedAsync(string projectId, CancellationToken ct = default)
    {
        var all = await store.ListAsync(projectId, ct);
        var active = all.Where(r => !r.State.IsOver()).ToList();
        return active.Find(r => r.State != RunState.Queued) ?? active.FirstOrDefault() ?? (all is [{ State: RunState.Failed } failed, ..] ? failed : null);
    }

    /// <summary>One finished run; null where there is none of that name.</summary>
    public FinishedRun? Find(string projectId, string run) => FolderOf(projectId) is { } folder ? shelf.Find(folder, run) : null;

    private static FinishedRun Named(FinishedRun run, RunSummary summary) => run with { Title = TrainTexts.NameOf(summary) };

    private string? FolderOf(string projectId)
    {
        try
        {
            return sessions.FolderOf(projectId);
        }
        catch (StorageException)
        {
            return null;
        }
    }
}
