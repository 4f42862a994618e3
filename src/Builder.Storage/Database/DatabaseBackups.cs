using System.Globalization;
using Builder.Files;
using Builder.Storage.Files;

namespace Builder.Storage.Database;

/// <summary>A copy of the database.</summary>
/// <param name="Path">The file.</param>
/// <param name="At">When it was made.</param>
public sealed record DatabaseBackup(string Path, DateTimeOffset At);

/// <summary>Copies of the database, each a whole one that can take its place: see docs/operations.md.</summary>
public sealed class DatabaseBackups(BuilderDatabase database, TimeProvider clock)
{
    private const string Prefix = "builder-";
    private const string Ending = ".db";
    private const string Moment = "yyyyMMdd-HHmmss";

    /// <summary>All of a data folder, the newest first.</summary>
    public static IReadOnlyList<DatabaseBackup> Of(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return
        [
            .. Directory.EnumerateFiles(folder.Backups, Prefix + "*" + Ending)
                .Select(file => (file, at: MomentOf(file)))
                .Where(entry => entry.at is not null)
                .Select(entry => new DatabaseBackup(entry.file, entry.at!.Value))
                .OrderByDescending(backup => backup.At),
        ];
    }

    /// <summary>All of this data folder, the newest first.</summary>
    public IReadOnlyList<DatabaseBackup> All => Of(database.Folder);

    /// <summary>The newest one; null where there is none.</summary>
    public DatabaseBackup? Newest => All is [var newest, ..] ? newest : null;

    /// <summary>Makes a copy of the database as it is now; people go on working meanwhile. It counts once it is whole, sound and on the disk.</summary>
    /// <exception cref="StorageException">There is no room, or the folder cannot be written to. Nothing is left behind.</exception>
    public DatabaseBackup Write()
    {
        var now = clock.GetUtcNow();
        var file = Path.Combine(database.Folder.Backups, $"{Prefix}{now.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture)}{Ending}");
        var unfinished = file + ".part";
        try
        {
            File.Delete(unfinished);
            using (var context = database.Context())
            {
                Sqlite.CopyInto(context, unfinished);
            }

            using (var written = new FileStream(unfinished, FileMode.Open, FileAccess.ReadWrite))
            {
                written.Flush(flushToDisk: true);
            }

            File.Move(unfinished, file, overwrite: true);
            FolderSync.Sync(database.Folder.Backups);
            return new(file, now);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            Folders.TryDeleteFile(unfinished);
            throw StorageProblems.NotSaved(cause);
        }
    }

    /// <summary>Removes the copies that are older than that. The newest one always stays.</summary>
    /// <returns>How many were removed.</returns>
    public int RemoveOlderThan(TimeSpan age)
    {
        var old = All.Skip(1).Where(backup => clock.GetUtcNow() - backup.At > age).ToList();
        old.ForEach(backup => Folders.TryDeleteFile(backup.Path));
        return old.Count;
    }

    /// <summary>
    /// Puts a copy in the place of a data folder's database, which is set aside in the folder of copies first. No server may run on the folder.
    /// </summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="backup">The copy; it stays where it is.</param>
    /// <returns>The folder in which the replaced database lies now; null where there was none.</returns>
    /// <exception cref="StorageException">A server runs on the folder, or the copy is no sound database. Nothing was changed then.</exception>
    public static string? Restore(DataFolder folder, string backup)
    {
        ArgumentNullException.ThrowIfNull(folder);
        using var folderLock = FolderLock.Take(folder);
        var incoming = folder.Database + ".incoming";
        try
        {
            // Looked at as a copy: opening it makes files beside it and may change it.
            File.Copy(backup, incoming, overwrite: true);
            if (!IsSound(incoming))
            {
                throw StorageProblems.NoBackup(backup);
            }

            var aside = SetAside(folder);
            File.Move(incoming, folder.Database);
            FolderSync.Sync(folder.Root);
            return aside;
        }
        catch (FileNotFoundException)
        {
            throw StorageProblems.NoBackup(backup);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw StorageProblems.NotSaved(cause);
        }
        finally
        {
            Sqlite.Companions(incoming).Append(incoming).ToList().ForEach(Folders.TryDeleteFile);
        }
    }

    private static bool IsSound(string file)
    {
        using (var context = new BuilderContext(Sqlite.Options(file)))
        {
            if (new FileInfo(file).Length == 0 || !Sqlite.IsSound(context))
            {
                return false;
            }
        }

        Sqlite.Close();
        return true;
    }

    // With the log that belongs to it: SQLite would apply it to whatever database stands beside it.
    private static string? SetAside(DataFolder folder)
    {
        var files = Sqlite.Companions(folder.Database).Append(folder.Database).Where(File.Exists).ToList();
        if (files.Count == 0)
        {
            return null;
        }

        var aside = Path.Combine(folder.Backups, "replaced-" + Guid.NewGuid().ToString("N")[..8]);
        Folders.CreateForOwner(aside);
        files.ForEach(file => File.Move(file, Path.Combine(aside, Path.GetFileName(file))));
        return aside;
    }

    private static DateTimeOffset? MomentOf(string file) => DateTimeOffset.TryParseExact(
        Path.GetFileName(file)[Prefix.Length..^Ending.Length], Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
