using System.Linq.Expressions;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Protocol;
using Builder.Storage.Database;
using Builder.Storage.Files;
using Microsoft.EntityFrameworkCore;

namespace Builder.Storage.Runs;

/// <summary>The training runs of all projects. What they wrote lies in their folders; here is what is known of them.</summary>
public sealed class RunStore(BuilderDatabase database, TimeProvider clock)
{
    /// <summary>Puts a run into the queue and makes its folder.</summary>
    /// <exception cref="StorageException">The project is not there, or there is no room.</exception>
    public async Task<RunSummary> CreateAsync(NewRun run, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        await using var context = database.Context();
        await using var transaction = await context.Database.BeginTransactionAsync(ct);
        if (!await context.Projects.AnyAsync(p => p.Id == run.ProjectId && p.DeletedAt == null, ct))
        {
            throw StorageProblems.NoProject();
        }

        var last = await context.Runs.Where(r => r.ProjectId == run.ProjectId).MaxAsync(r => (long?)r.Number, ct) ?? 0;
        var row = new RunRow
        {
            Id = ShortId.New(),
            ProjectId = run.ProjectId,
            Number = last + 1,
            Name = run.Name,
            State = RunState.Queued,
            Revision = run.Revision,
            Document = ProjectJson.Write(run.Document),
            Seed = run.Seed,
            Device = run.Device,
            AskedAt = clock.GetUtcNow(),
        };
        context.Runs.Add(row);
        await Saving(async () =>
        {
            Directory.CreateDirectory(database.Folder.RunFolder(row.ProjectId, row.Id));
            await context.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        });
        return RunRows.Summary(row);
    }

    /// <summary>One run; null where there is none.</summary>
    public async Task<RunSummary?> FindAsync(string run, CancellationToken ct = default) =>
        await SelectAsync(r => r.Id == run, ct) is [var found] ? found : null;

    /// <summary>The runs of a project, the newest first.</summary>
    public Task<IReadOnlyList<RunSummary>> ListAsync(string project, CancellationToken ct = default) => SelectAsync(r => r.ProjectId == project, ct);

    /// <summary>Runs of any project that are not over, in the order in which they were asked for: after a restart, those to be taken care of.</summary>
    public async Task<IReadOnlyList<RunSummary>> UnfinishedAsync(CancellationToken ct = default)
    {
        var open = await SelectAsync(r => r.State != RunState.Finished && r.State != RunState.Failed && r.State != RunState.Stopped, ct);
        return [.. open.OrderBy(r => r.AskedAt).ThenBy(r => r.Number)];
    }

    /// <summary>How the newest run that is over ended, by project.</summary>
    public async Task<IReadOnlyDictionary<string, RunState>> LastEndsAsync(CancellationToken ct = default)
    {
        await using var context = database.Context();
        var over = await context.Runs.Where(r => r.State == RunState.Finished || r.State == RunState.Failed || r.State == RunState.Stopped)
            .Select(r => new { r.ProjectId, r.Number, r.State }).ToListAsync(ct);
        return over.GroupBy(r => r.ProjectId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Number)!.State);
    }

    /// <summary>The scores of all runs that have some, by project.</summary>
    public async Task<ILookup<string, RunScores>> ScoresAsync(CancellationToken ct = default)
    {
        await using var context = database.Context();
        var scored = await context.Runs.Where(r => r.Scores != null).Select(r => new { r.ProjectId, r.Scores }).ToListAsync(ct);
        return scored.ToLookup(r => r.ProjectId, r => RunRows.Scores(r.Scores!), StringComparer.Ordinal);
    }

    /// <summary>The document that a run trains.</summary>
    /// <exception cref="StorageException">There is no such run.</exception>
    public async Task<ProjectDocument> DocumentAsync(string run, CancellationToken ct = default)
    {
        await using var context = database.Context();
        var document = await context.Runs.Where(r => r.Id == run).Select(r => r.Document).FirstOrDefaultAsync(ct);
        return ProjectJson.Read(document ?? throw StorageProblems.NoRun(run));
    }

    /// <summary>Notes what became of a run. Times are set with the state: the start with the first "running", the end with the end.</summary>
    /// <exception cref="StorageException">There is no such run, or it cannot be saved.</exception>
    public async Task<RunSummary> UpdateAsync(string run, RunChange change, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        await using var context = database.Context();
        var row = await context.Runs.FirstOrDefaultAsync(r => r.Id == run, ct) ?? throw StorageProblems.NoRun(run);
        RunRows.Change(row, change, clock.GetUtcNow());
        await Saving(() => context.SaveChangesAsync(ct));
        return RunRows.Summary(row);
    }

    /// <summary>Gives a run another name; an empty one for "Run" and its number.</summary>
    /// <exception cref="StorageException">There is no such run, or it cannot be saved.</exception>
    public async Task RenameAsync(string run, string name, CancellationToken ct = default)
    {
        await using var context = database.Context();
        var row = await context.Runs.FirstOrDefaultAsync(r => r.Id == run, ct) ?? throw StorageProblems.NoRun(run);
        row.Name = name.Trim();
        await Saving(() => context.SaveChangesAsync(ct));
    }

    /// <summary>Deletes a run with its folder. It must be over.</summary>
    /// <returns>False where there is none, or it is not over.</returns>
    public async Task<bool> DeleteAsync(string run, CancellationToken ct = default)
    {
        await using var context = database.Context();
        var row = await context.Runs.FirstOrDefaultAsync(r => r.Id == run, ct);
        if (row is null || !row.State.IsOver())
        {
            return false;
        }

        context.Runs.Remove(row);
        await Saving(() => context.SaveChangesAsync(ct));
        Folders.TryDelete(database.Folder.RunFolder(row.ProjectId, row.Id));
        return true;
    }

    private async Task<IReadOnlyList<RunSummary>> SelectAsync(Expression<Func<RunRow, bool>> which, CancellationToken ct)
    {
        await using var context = database.Context();
        // Documents can be large and no list shows them.
        var rows = await context.Runs.AsNoTracking().Where(which).OrderByDescending(r => r.Number).Select(r => new RunRow
        {
            Id = r.Id, ProjectId = r.ProjectId, Number = r.Number, Name = r.Name, State = r.State, Reason = r.Reason,
            Revision = r.Revision, Document = Array.Empty<byte>(), DataFingerprint = r.DataFingerprint, Seed = r.Seed, Device = r.Device,
            AskedAt = r.AskedAt, StartedAt = r.StartedAt, EndedAt = r.EndedAt, Scores = r.Scores,
        }).ToListAsync(ct);
        return [.. rows.Select(RunRows.Summary)];
    }

    private static async Task Saving(Func<Task> save)
    {
        try
        {
            await save();
        }
        catch (Exception cause) when (cause is DbUpdateException or System.Data.Common.DbException or IOException or UnauthorizedAccessException)
        {
            throw StorageProblems.NotSaved(cause);
        }
    }
}
