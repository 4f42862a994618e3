using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Json;
using Builder.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Builder.Storage.Projects;

/// <summary>The documents of projects: a snapshot now and then, and every edit between.</summary>
public sealed class ProjectLog(BuilderDatabase database)
{
    /// <summary>Edits between two snapshots.</summary>
    public const int SnapshotEvery = 100;

    /// <summary>Entries that are read with a project, so that undo reaches back beyond the last start.</summary>
    public const int RecentEntries = 500;

    /// <summary>The project as the last acknowledged edit left it.</summary>
    /// <exception cref="StorageException">There is none, it is deleted, or its log is damaged.</exception>
    public async Task<LoadedProject> LoadAsync(string id, CancellationToken ct = default)
    {
        await using var context = database.Context();
        var project = await context.Projects.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.DeletedAt == null, ct)
            ?? throw StorageProblems.NoProject();
        var document = await DocumentAsync(context, id, project.Revision, ct);
        var recent = await EntriesAsync(context, id, project.Revision - RecentEntries, project.Revision, ct);
        return new(id, document, project.Revision, recent, recent.Count == project.Revision);
    }

    /// <summary>The document as it was after an edit.</summary>
    /// <param name="id">The project.</param>
    /// <param name="revision">Number of the document; 0 is what the project began with.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <exception cref="StorageException">The log is damaged.</exception>
    public async Task<ProjectDocument> DocumentAsync(string id, long revision, CancellationToken ct = default)
    {
        await using var context = database.Context();
        return await DocumentAsync(context, id, revision, ct);
    }

    /// <summary>Entries of the log, oldest first.</summary>
    /// <param name="id">The project.</param>
    /// <param name="after">Entries after this revision.</param>
    /// <param name="upTo">Up to and with this one.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<IReadOnlyList<LoggedEdit>> EntriesAsync(string id, long after, long upTo, CancellationToken ct = default)
    {
        await using var context = database.Context();
        return await EntriesAsync(context, id, after, upTo, ct);
    }

    /// <summary>The revision that a command led to; null where it has never been carried out.</summary>
    public async Task<long?> FindCommandAsync(string id, string commandId, CancellationToken ct = default)
    {
        await using var context = database.Context();
        return await context.Edits.Where(e => e.ProjectId == id && e.CommandId == commandId).Select(e => (long?)e.Revision).FirstOrDefaultAsync(ct);
    }

    /// <summary>Adds entries, all or none. They are on the disk when this returns.</summary>
    /// <param name="id">The project.</param>
    /// <param name="entries">What happened, oldest first; continues the log without a gap.</param>
    /// <param name="after">The document after the last of them.</param>
    /// <param name="ct">Stops waiting for the database; nothing is added then.</param>
    /// <exception cref="StorageException">They cannot be saved; nothing was added.</exception>
    public async Task AppendAsync(string id, IReadOnlyList<LoggedEdit> entries, ProjectDocument after, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(after);
        try
        {
            await using var context = database.Context();
            var last = entries[^1];
            await using var transaction = await context.Database.BeginTransactionAsync(ct);
            var changed = await context.Projects.Where(p => p.Id == id && p.Revision == entries[0].Revision - 1).ExecuteUpdateAsync(
                set => set.SetProperty(p => p.Revision, last.Revision).SetProperty(p => p.Name, after.Name).SetProperty(p => p.ChangedAt, last.At), ct);
            if (changed == 0)
            {
                throw StorageProblems.NoProject();
            }

            context.Edits.AddRange(entries.Select(e => LogRows.Write(id, e)));
            if (entries.Any(e => e.Revision % SnapshotEvery == 0))
            {
                context.Snapshots.Add(new() { ProjectId = id, Revision = last.Revision, Document = ProjectJson.Write(after) });
            }

            await context.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (Exception cause) when (cause is DbUpdateException or System.Data.Common.DbException or IOException)
        {
            throw StorageProblems.NotSaved(cause);
        }
    }

    private static async Task<ProjectDocument> DocumentAsync(BuilderContext context, string id, long revision, CancellationToken ct)
    {
        var snapshot = await context.Snapshots.AsNoTracking().Where(s => s.ProjectId == id && s.Revision <= revision)
            .OrderByDescending(s => s.Revision).FirstOrDefaultAsync(ct) ?? throw StorageProblems.NoProject();
        var document = ProjectJson.Read(snapshot.Document);
        foreach (var entry in await EntriesAsync(context, id, snapshot.Revision, revision, ct))
        {
            document = DocumentEditor.Apply(document, entry.Entry.Edit).Document ?? throw StorageProblems.Damaged(id, entry.Revision);
        }

        return document;
    }

    private static async Task<IReadOnlyList<LoggedEdit>> EntriesAsync(BuilderContext context, string id, long after, long upTo, CancellationToken ct)
    {
        var rows = await context.Edits.AsNoTracking().Where(e => e.ProjectId == id && e.Revision > after && e.Revision <= upTo)
            .OrderBy(e => e.Revision).ToListAsync(ct);
        return [.. rows.Select(LogRows.Read)];
    }
}
