using Builder.Storage.Files;
using Microsoft.EntityFrameworkCore;

namespace Builder.Storage.Database;

/// <summary>The database of a data folder: brought up to date when it is opened, and owned by this process until it is closed.</summary>
public sealed class BuilderDatabase : IDisposable
{
    private readonly DbContextOptions<BuilderContext> _options;
    private readonly FolderLock _lock;

    private BuilderDatabase(DataFolder folder, FolderLock folderLock) =>
        (Folder, _lock, _options) = (folder, folderLock, Sqlite.Options(folder.Database));

    /// <summary>The data folder.</summary>
    public DataFolder Folder { get; }

    /// <summary>
    /// Opens the database of a data folder; makes it where there is none, and migrates an older one. What was just coming in when the server
    /// before ended is removed.
    /// </summary>
    /// <exception cref="StorageException">The folder is in use, cannot be written to, or is damaged, or belongs to a newer version.</exception>
    public static BuilderDatabase Open(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var database = new BuilderDatabase(folder, FolderLock.Take(folder));
        try
        {
            Folders.TryWriting(folder.Root, folder.Projects, folder.Uploads);
            database.Check();
            database.Migrate();
            new ProjectMaking(database).RemoveUnfinished();
            new ModelVersionMaking(database).RemoveUnfinished();
            Folders.Empty(folder.Uploads);
            return database;
        }
        catch (Exception cause) when (cause is DbUpdateException or System.Data.Common.DbException or IOException or UnauthorizedAccessException)
        {
            database.Dispose();
            throw Sqlite.IsDamage(cause) || Sqlite.IsDamage(cause.GetBaseException()) ? StorageProblems.DamagedDatabase(folder, cause)
                : StorageProblems.FolderUnusable(folder.Root, cause);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Asks the smallest question; it fails where the database cannot be read any more.</summary>
    public async Task AskAsync(CancellationToken ct = default)
    {
        using var context = Context();
        await context.Settings.AnyAsync(ct);
    }

    /// <summary>"ok" where the file is sound, otherwise what is damaged.</summary>
    public string CheckIntegrity()
    {
        using var context = Context();
        return Sqlite.Integrity(context);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Sqlite.Close();
        _lock.Dispose();
    }

    /// <summary>A unit of work; cheap, for one use.</summary>
    internal BuilderContext Context() => new(_options);

    // An empty database in place of a lost one would look as if all projects were gone, and what is left of them would be cleared away.
    private void Check()
    {
        var file = new FileInfo(Folder.Database);
        if (!file.Exists || (file.Length == 0 && Sqlite.Companions(file.FullName).All(f => new FileInfo(f) is not { Exists: true, Length: > 0 })))
        {
            if (Directory.EnumerateDirectories(Folder.Projects).Any())
            {
                throw StorageProblems.DamagedDatabase(Folder);
            }

            return;
        }

        using var context = Context();
        if (!Sqlite.IsSound(context))
        {
            throw StorageProblems.DamagedDatabase(Folder);
        }
    }

    private void Migrate()
    {
        using var context = Context();
        var known = context.Database.GetMigrations().ToHashSet();
        var applied = context.Database.GetAppliedMigrations().ToHashSet();
        if (!applied.IsSubsetOf(known))
        {
            throw StorageProblems.NewerDatabase();
        }

        if (applied.Count < known.Count)
        {
            Sqlite.RemoveAbandonedLock(context);
            context.Database.Migrate();
        }
    }
}
