using Builder.Storage;
using Builder.Storage.Database;

namespace Builder.Web.Operations.Backups;

/// <summary>
/// Copies the database every night, and at once where the last night was missed, as it is on a laptop that is closed at night. A copy that
/// fails is tried again an hour later.
/// </summary>
internal sealed class NightlyBackup(DatabaseBackups backups, BackupOptions options, TimeProvider clock, ILogger<NightlyBackup> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromHours(1);

    /// <summary>True where the newest copy is from before the last time that one was due.</summary>
    internal static bool IsDue(DateTimeOffset? newest, DateTimeOffset now, int hour)
    {
        var today = new DateTimeOffset(now.Date.AddHours(hour), now.Offset);
        return newest is null || newest < (today <= now ? today : today.AddDays(-1));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Days == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(Look, clock);
        do
        {
            // The first copy must not hold up the start.
            await Task.Run(BackUpWhereDue, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void BackUpWhereDue()
    {
        try
        {
            if (!IsDue(backups.Newest?.At, clock.GetLocalNow(), options.Hour))
            {
                return;
            }

            var backup = backups.Write();
            var removed = backups.RemoveOlderThan(TimeSpan.FromDays(options.Days));
            var (name, bytes) = (Path.GetFileName(backup.Path), new FileInfo(backup.Path).Length);
            BackupLog.Written(log, name, bytes, removed);
        }
        catch (StorageException failure)
        {
            BackupLog.NotWritten(log, failure.Code);
        }
        catch (IOException failure)
        {
            BackupLog.NotWritten(log, failure.GetType().Name);
        }
    }
}

/// <summary>What goes to the log about copies of the database.</summary>
internal static partial class BackupLog
{
    [LoggerMessage(EventId = 3101, Level = LogLevel.Information, Message = "The database was copied to {File} ({Bytes} bytes); {Removed} old copies were removed.")]
    public static partial void Written(ILogger log, string file, long bytes, int removed);

    [LoggerMessage(EventId = 3102, Level = LogLevel.Warning, Message = "The database could not be copied ({Code}); it is tried again in an hour.")]
    public static partial void NotWritten(ILogger log, string code);
}
