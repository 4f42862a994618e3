using System.Globalization;
using Builder.Files;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Storage.Database;
using Builder.Storage.Files;
using Microsoft.EntityFrameworkCore;

namespace Builder.Storage.Projects;

/// <summary>The projects as a whole: making, finding, copying and deleting them. Their documents belong to <see cref="ProjectLog"/>.</summary>
public sealed class ProjectStore(BuilderDatabase database, TimeProvider clock)
{
    /// <summary>Days for which a deleted project can be brought back.</summary>
    public const int KeptDays = 30;

    /// <summary>Raised with a project's id when it was deleted, brought back or removed for good; never before that is on the disk.</summary>
    public event Action<string>? Marked;

    /// <summary>Makes a project.</summary>
    /// <param name="document">Its document; its name is the project's.</param>
    /// <param name="template">The ready project that it is made from.</param>
    /// <param name="fill">Writes the project's files into the folder that it is given; null for none. Whatever it throws leaves nothing behind.</param>
    /// <param name="ct">Stops the work; nothing is left behind.</param>
    /// <exception cref="StorageException">There is no room for it.</exception>
    public async Task<ProjectSummary> CreateAsync(
        ProjectDocument document, string? template = null, Func<string, CancellationToken, Task>? fill = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var now = clock.GetUtcNow();
        var row = new ProjectRow { Id = ShortId.New(), Name = document.Name, Template = template, CreatedAt = now, ChangedAt = now };
        var snapshot = new SnapshotRow { ProjectId = row.Id, Document = ProjectJson.Write(document) };
        await AddAsync(row, fill, [snapshot], ct);
        return Summary(row);
    }

    /// <summary>A name that no project has yet: the wanted one, or with the next free number behind it.</summary>
    /// <param name="wanted">What the project shall be called.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<string> FreshNameAsync(string wanted, CancellationToken ct = default)
    {
        await using var context = database.Context();
        var names = await context.Projects.Where(p => p.DeletedAt == null).Select(p => p.Name).ToListAsync(ct);
        var taken = names.ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(2, taken.Count + 1).Select(number => Numbered(wanted, number)).Prepend(wanted).First(name => !taken.Contains(name));
    }

    // As many whole letters of a long name as leave room for the number.
    private static string Numbered(string name, int number)
    {
        var end = FormattableString.Invariant($" {number}");
        var most = DocumentLimits.NameLength - end.Length;
        return (name.Length > most ? name[..StringInfo.ParseCombiningCharacters(name).Last(start => start <= most)] : name) + end;
    }

    /// <summary>All projects that are not deleted, the one changed last first.</summary>
    /// <param name="search">Part of a name, in any case; null or empty for all.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<IReadOnlyList<ProjectSummary>> ListAsync(string? search = null, CancellationToken ct = default)
    {
        await using var context = database.Context();
        var rows = await context.Projects.AsNoTracking().Where(p => p.DeletedAt == null).OrderByDescending(p => p.ChangedAt).ToListAsync(ct);
        var wanted = search?.Trim() ?? "";
        return [.. rows.Where(r => r.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase)).Select(Summary)];
    }

    /// <summary>One project; null where there is none of that id or it is deleted.</summary>
    public async Task<ProjectSummary?> FindAsync(string id, CancellationToken ct = default)
    {
        await using var context = database.Context();
        return await context.Projects.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.DeletedAt == null, ct) is { } row ? Summary(row) : null;
    }

    /// <summary>One project, be it deleted or not; null where there is none of that id, or no longer.</summary>
    public async Task<ProjectSummary?> FindEvenDeletedAsync(string id, CancellationToken ct = default)
    {
        await using var context = database.Context();
        return await context.Projects.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) is { } row ? Summary(row) : null;
    }

    /// <summary>Copies a project with its data files, but without its history and runs.</summary>
    /// <param name="id">The project.</param>
    /// <param name="name">What the copy is called.</param>
    /// <param name="ct">Stops the work; nothing is left behind.</param>
    /// <exception cref="StorageException">There is no such project, or no room.</exception>
    public async Task<ProjectSummary> DuplicateAsync(string id, string name, CancellationToken ct = default)
    {
        var original = await FindAsync(id, ct) ?? throw StorageProblems.NoProject();
        var loaded = await new ProjectLog(database).LoadAsync(id, ct);
        return await CreateAsync(loaded.Document with { Name = name }, original.Template, (folder, stop) =>
        {
            Folders.Copy(database.Folder.ProjectFolder(id), folder, except: RunFolder.RunsName, stop);
            return Task.CompletedTask;
        }, ct);
    }

    /// <summary>Deletes a project in such a way that it can be brought back.</summary>
    /// <returns>False where there is none.</returns>
    public Task<bool> DeleteAsync(string id, CancellationToken ct = default) => MarkAsync(id, clock.GetUtcNow(), ct);

    /// <summary>Brings a deleted project back as it was.</summary>
    /// <returns>False where it is gone for good.</returns>
    public Task<bool> RestoreAsync(string id, CancellationToken ct = default) => MarkAsync(id, null, ct);

    /// <summary>Removes a project at once and for good, such as one whose making failed half-way.</summary>
    /// <returns>False where there is none.</returns>
    public async Task<bool> RemoveAsync(string id, CancellationToken ct = default)
    {
        await using var context = database.Context();
        var gone = await context.Projects.Where(p => p.Id == id).ToListAsync(ct);
        await RemoveAsync(context, gone, ct);
        return gone.Count > 0;
    }

    /// <summary>The projects that can still be brought back, the one deleted last first.</summary>
    public async Task<IReadOnlyList<ProjectSummary>> ListDeletedAsync(CancellationToken ct = default)
    {
        await using var context = database.Context();
        var rows = await context.Projects.AsNoTracking().Where(p => p.DeletedAt > ProjectMaking.Mark).OrderByDescending(p => p.DeletedAt).ToListAsync(ct);
        return [.. rows.Select(Summary)];
    }

    /// <summary>Removes all deleted projects now and for good.</summary>
    /// <returns>How many went.</returns>
    public async Task<int> RemoveDeletedAsync(CancellationToken ct = default)
    {
        await using var context = database.Context();
        var gone = await context.Projects.Where(p => p.DeletedAt > ProjectMaking.Mark).ToListAsync(ct);
        await RemoveAsync(context, gone, ct);
        return gone.Count;
    }

    /// <summary>Removes what was deleted more than <see cref="KeptDays"/> days ago.</summary>
    /// <returns>How many projects went.</returns>
    public async Task<int> PurgeAsync(CancellationToken ct = default)
    {
        await using var context = database.Context();
        var before = clock.GetUtcNow().AddDays(-KeptDays);
        var gone = await context.Projects.Where(p => p.DeletedAt > ProjectMaking.Mark && p.DeletedAt < before).ToListAsync(ct);
        await RemoveAsync(context, gone, ct);
        return gone.Count;
    }

    /// <summary>
    /// Folders among those of the projects that belong to none. They may be somebody's data, from before the database was lost or put back: a
    /// person has to look at them.
    /// </summary>
    public Task<IReadOnlyList<string>> UnknownFoldersAsync(CancellationToken ct = default) => new ProjectMaking(database).UnknownFoldersAsync(ct);

    /// <summary>Adds a project whose rows are given.</summary>
    internal Task AddAsync(ProjectRow row, Func<string, CancellationToken, Task>? fill, IEnumerable<object> rows, CancellationToken ct) =>
        new ProjectMaking(database).AddAsync(row, fill, rows, ct);

    private async Task<bool> MarkAsync(string id, DateTimeOffset? deletedAt, CancellationToken ct)
    {
        await using var context = database.Context();
        var isDone = await context.Projects.Where(p => p.Id == id).ExecuteUpdateAsync(set => set.SetProperty(p => p.DeletedAt, deletedAt), ct) > 0;
        if (isDone)
        {
            Marked?.Invoke(id);
        }

        return isDone;
    }

    private async Task RemoveAsync(BuilderContext context, List<ProjectRow> gone, CancellationToken ct)
    {
        context.Projects.RemoveRange(gone);
        await context.SaveChangesAsync(ct);
        gone.ForEach(p => Folders.TryDelete(database.Folder.ProjectFolder(p.Id)));
        gone.ForEach(p => Marked?.Invoke(p.Id));
    }

    private static ProjectSummary Summary(ProjectRow row) =>
        new(row.Id, row.Name, row.Template, row.Revision, row.CreatedAt, row.ChangedAt, row.DeletedAt);
}
