using Builder.Storage.Files;
using Builder.Storage.Projects;
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
    /// <exception cref="StorageException">The folder is in use, cannot be written to, or belongs to a newer version.</exception>
    public static BuilderDatabase Open(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var database = new BuilderDatabase(folder, FolderLock.Take(folder));
        try
        {
            Folders.TryWriting(folder.Root, folder.Projects, folder.Uploads);
            database.Migrate();
            new ProjectMaking(database).RemoveUnfinished();
            Folders.Empty(folder.Uploads);
            return database;
        }
        catch (Exception cause) when (cause is DbUpdateException or System.Data.Common.DbException or IOException or UnauthorizedAccessException)
        {
            database.Dispose();
            throw StorageProblems.FolderUnusable(folder.Root, cause);
        }
        catch
        {
            database.Dispose();
            throw;
        }
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
