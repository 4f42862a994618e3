using Builder.Files;
using System.Diagnostics;
using Builder.Storage.Files;
using Microsoft.EntityFrameworkCore;

namespace Builder.Storage.Database;

/// <summary>
/// Makes a project of files and rows, so that it is there wholly or not at all. Until it is whole its row is marked as being made and its
/// folder has another name: what a killed server leaves is known by that, and goes at the next start. A folder that no row knows is
/// therefore never half a project, and nobody but a person may remove it.
/// </summary>
internal sealed class ProjectMaking(BuilderDatabase database)
{
    /// <summary>The moment of deletion that marks a project that is still being made.</summary>
    public static readonly DateTimeOffset Mark = DateTimeOffset.UnixEpoch;

    private const string Unfinished = ".new";
    private const int RowsAtOnce = 200;

    /// <summary>Makes the project.</summary>
    /// <param name="row">Its own row.</param>
    /// <param name="fill">Writes its files into the folder that it is given; null for none.</param>
    /// <param name="rows">All other rows, in an order in which they can be added; read one after the other, so that they need not be in memory together.</param>
    /// <param name="ct">Stops the work; nothing is left behind.</param>
    /// <exception cref="StorageException">There is no room for it.</exception>
    public async Task AddAsync(ProjectRow row, Func<string, CancellationToken, Task>? fill, IEnumerable<object> rows, CancellationToken ct)
    {
        var folder = database.Folder.ProjectFolder(row.Id);
        try
        {
            row.DeletedAt = Mark;
            await SaveAsync([row], ct);
            Directory.CreateDirectory(folder + Unfinished);
            await (fill?.Invoke(folder + Unfinished, ct) ?? Task.CompletedTask);
            foreach (var part in rows.Chunk(RowsAtOnce))
            {
                var held = Stopwatch.GetTimestamp();
                await SaveAsync(part, ct);
                // Only one can write at a time: as long as this took, others have their turn. A single part is no reason to wait.
                await (part.Length < RowsAtOnce ? Task.CompletedTask : Task.Delay(Stopwatch.GetElapsedTime(held), ct));
            }

            Directory.Move(folder + Unfinished, folder);
            FolderSync.Sync(database.Folder.Projects);
            await using var context = database.Context();
            await context.Projects.Where(p => p.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.DeletedAt, (DateTimeOffset?)null), ct);
            row.DeletedAt = null;
        }
        catch (Exception cause)
        {
            await TryRemoveAsync(row.Id);
            throw cause is IOException or UnauthorizedAccessException or DbUpdateException or System.Data.Common.DbException
                ? StorageProblems.NotSaved(cause) : cause;
        }
    }

    /// <summary>Removes what was being made when the server before ended.</summary>
    public void RemoveUnfinished()
    {
        using var context = database.Context();
        foreach (var id in context.Projects.Where(p => p.DeletedAt == Mark).Select(p => p.Id).ToList())
        {
            RemoveFolders(id);
        }

        context.Projects.Where(p => p.DeletedAt == Mark).ExecuteDelete();
        foreach (var folder in Directory.EnumerateDirectories(database.Folder.Projects, "*" + Unfinished)
            .Where(f => ShortId.IsValid(Path.GetFileName(f)[..^Unfinished.Length])))
        {
            Folders.TryDelete(folder);
        }
    }

    /// <summary>Folders among those of the projects that belong to none: of a database that was lost or put back, or put there by hand.</summary>
    public async Task<IReadOnlyList<string>> UnknownFoldersAsync(CancellationToken ct)
    {
        // First the folders: a project that is made meanwhile has its row before its folder.
        var folders = Directory.EnumerateDirectories(database.Folder.Projects).ToList();
        await using var context = database.Context();
        var known = (await context.Projects.Select(p => p.Id).ToListAsync(ct)).SelectMany(id => (string[])[id, id + Unfinished]).ToHashSet();
        return [.. folders.Where(f => !known.Contains(Path.GetFileName(f))).Order(StringComparer.Ordinal)];
    }

    private async Task SaveAsync(object[] rows, CancellationToken ct)
    {
        await using var context = database.Context();
        context.AddRange(rows);
        await context.SaveChangesAsync(ct);
    }

    /// <summary>Where even that fails, the next start does it.</summary>
    private async Task TryRemoveAsync(string id)
    {
        RemoveFolders(id);
        try
        {
            await using var context = database.Context();
            await context.Projects.Where(p => p.Id == id).ExecuteDeleteAsync();
        }
        catch (System.Data.Common.DbException)
        {
            // The first error is the one to report.
        }
    }

    private void RemoveFolders(string id)
    {
        Folders.TryDelete(database.Folder.ProjectFolder(id) + Unfinished);
        Folders.TryDelete(database.Folder.ProjectFolder(id));
    }
}
