using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Builder.Storage.Database;

/// <summary>Everything that is SQLite's own stands here: how it is opened, kept safe and asked about its health.</summary>
internal static class Sqlite
{
    private const int Full = 13;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    // SQLITE_IOERR_SHMSIZE: no room for the index of the write-ahead log, which each first connection makes anew. See sqlite.org/rescode.html.
    private const int NoRoomForIndex = 4874;
    private const int BusySeconds = 30;

    /// <summary>Options for a database file.</summary>
    public static DbContextOptions<BuilderContext> Options(string file)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = BusySeconds };
        return new DbContextOptionsBuilder<BuilderContext>()
            .UseSqlite(connection.ToString())
            .AddInterceptors(new Safety())
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning))
            .Options;
    }

    /// <summary>True for SQLite's own ways of saying that the disk is full.</summary>
    public static bool IsDiskFull(Exception error) =>
        error is SqliteException { SqliteErrorCode: Full } or SqliteException { SqliteExtendedErrorCode: NoRoomForIndex };

    /// <summary>True for SQLite's own way of saying that the disk takes no changes.</summary>
    public static bool IsReadOnly(Exception error) => error is SqliteException { SqliteErrorCode: ReadOnly };

    /// <summary>
    /// Removes the lock of a migration that was killed half-way. Only who has the data folder's own lock may do so; without this the next
    /// start would wait for ever.
    /// </summary>
    public static void RemoveAbandonedLock(BuilderContext context) => context.Database.ExecuteSqlRaw("DROP TABLE IF EXISTS \"__EFMigrationsLock\"");

    /// <summary>"ok", or what is damaged.</summary>
    public static string Integrity(BuilderContext context) =>
        string.Join('\n', context.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").AsEnumerable());

    /// <summary>
    /// True where the pages of the file hang together. It reads each once, but leaves out what a full check compares between tables and indexes.
    /// </summary>
    public static bool IsSound(BuilderContext context)
    {
        try
        {
            return context.Database.SqlQueryRaw<string>("SELECT quick_check AS Value FROM pragma_quick_check").AsEnumerable().SequenceEqual(["ok"]);
        }
        catch (SqliteException error) when (IsDamage(error))
        {
            return false;
        }
    }

    /// <summary>True for SQLite's own ways of saying that a file is no database, or not a whole one.</summary>
    public static bool IsDamage(Exception error) => error is SqliteException { SqliteErrorCode: Corrupt or NotADatabase };

    /// <summary>Copies the database as it is at this moment into a new file, without its gaps; others may write meanwhile.</summary>
    public static void CopyInto(BuilderContext context, string file)
    {
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        context.Database.ExecuteSqlRaw("VACUUM INTO {0}", file);
    }

    /// <summary>The files beside a database that belong to it alone: its write-ahead log and the index of that.</summary>
    public static IEnumerable<string> Companions(string file) => [file + "-wal", file + "-shm"];

    /// <summary>Closes the connections that wait to be used again, so that the file can be removed.</summary>
    public static void Close() => SqliteConnection.ClearAllPools();

    /// <summary>A write-ahead log that is synced at every commit: what has been acknowledged survives a power cut.</summary>
    private sealed class Safety : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Set(connection);
            return Task.CompletedTask;
        }

        private static void Set(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA busy_timeout={BusySeconds * 1000}; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;";
            command.ExecuteNonQuery();
        }
    }
}
