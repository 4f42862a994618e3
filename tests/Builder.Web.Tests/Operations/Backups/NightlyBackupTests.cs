using Builder.Storage;
using Builder.Storage.Database;
using Builder.Web.Operations.Backups;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Builder.Web.Tests.Operations.Backups;

public sealed class NightlyBackupTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string _home = Directory.CreateTempSubdirectory("builder-nights-").FullName;
    private readonly BuilderDatabase _database;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 22, 30, 0, TimeSpan.Zero));
    private readonly DatabaseBackups _backups;

    public NightlyBackupTests()
    {
        _database = BuilderDatabase.Open(new DataFolder(_home));
        _backups = new(_database, _clock);
    }

    public void Dispose()
    {
        _database.Dispose();
        TemporaryFolders.Delete(_home);
    }

    [Theory]
    [InlineData(null, "2026-03-02T12:00", true)]
    [InlineData("2026-03-02T03:10", "2026-03-02T12:00", false)]
    [InlineData("2026-03-01T03:10", "2026-03-02T02:59", false)]
    [InlineData("2026-03-01T03:10", "2026-03-02T03:00", true)]
    [InlineData("2026-02-20T03:10", "2026-03-02T01:00", true)]
    [InlineData("2026-03-01T02:50", "2026-03-02T01:00", true)]
    public void A_copy_is_due_where_none_was_made_since_the_last_night(string? newest, string now, bool isDue) =>
        Assert.Equal(isDue, NightlyBackup.IsDue(newest is null ? null : At(newest), At(now), 3));

    [Fact]
    public async Task One_is_made_at_the_start_then_every_night_and_those_of_the_last_seven_days_stay()
    {
        using var nightly = new NightlyBackup(_backups, new(), _clock, NullLogger<NightlyBackup>.Instance);
        await nightly.StartAsync(CancellationToken.None);
        await UntilAsync(() => _backups.All.Count == 1);
        for (var day = 2; day <= 12; day++)
        {
            var before = _backups.Newest!.At;
            for (var hour = 0; hour < 24; hour++)
            {
                var isDue = NightlyBackup.IsDue(_backups.Newest!.At, _clock.GetUtcNow().AddHours(1), 3);
                _clock.Advance(TimeSpan.FromHours(1));
                await UntilAsync(() => !isDue || _backups.Newest!.At > before);
            }
        }

        await nightly.StopAsync(CancellationToken.None);
        Assert.InRange(_backups.All.Count, 7, 8);
        Assert.All(_backups.All, backup => Assert.InRange(_clock.GetUtcNow() - backup.At, TimeSpan.Zero, TimeSpan.FromDays(8)));
        Assert.All(_backups.All, backup => Assert.Equal(3, backup.At.Hour));
    }

    [Fact]
    public async Task Where_no_days_are_kept_none_is_made()
    {
        using var nightly = new NightlyBackup(_backups, new() { Days = 0 }, _clock, NullLogger<NightlyBackup>.Instance);
        await nightly.StartAsync(CancellationToken.None);
        await nightly.ExecuteTask!.WaitAsync(Patience);

        Assert.Empty(_backups.All);
    }

    [Fact]
    public async Task What_cannot_be_written_is_logged_and_tried_again()
    {
        var log = new PrintedLog();
        Directory.Delete(_database.Folder.Backups);
        File.WriteAllText(_database.Folder.Backups, "in the way");
        using var nightly = new NightlyBackup(_backups, new(), _clock, new Microsoft.Extensions.Logging.Logger<NightlyBackup>(new Factory(log)));
        await nightly.StartAsync(CancellationToken.None);
        await UntilAsync(() => log.Text.Contains("could not be copied", StringComparison.Ordinal));
        File.Delete(_database.Folder.Backups);
        Directory.CreateDirectory(_database.Folder.Backups);
        await UntilAsync(() =>
        {
            _clock.Advance(TimeSpan.FromHours(1));
            return _backups.All.Count > 0;
        });
        await nightly.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task The_documented_way_brings_the_last_night_back()
    {
        var backup = Path.GetFileName(_backups.Write().Path);
        _database.Dispose();
        File.WriteAllText(Path.Combine(_home, "builder.db"), new string('x', 10_000));

        using (var listed = new ServerProcess(_home, arguments: ["--restore", "list"]))
        {
            Assert.True(await listed.EndAsync() == 0, listed.Errors);
            Assert.Contains(backup, listed.Output, StringComparison.Ordinal);
        }

        using (var refused = new ServerProcess(_home, arguments: ["--restore", "builder-20200101-000000.db"]))
        {
            Assert.Equal(2, await refused.EndAsync());
            Assert.Contains("is no sound copy", refused.Errors, StringComparison.Ordinal);
        }

        using (var restored = new ServerProcess(_home, arguments: ["--restore", backup]))
        {
            Assert.Equal(0, await restored.EndAsync());
            Assert.Contains("Start Builder again", restored.Output, StringComparison.Ordinal);
        }

        using var again = BuilderDatabase.Open(new DataFolder(_home));
        Assert.Equal("ok", again.CheckIntegrity());
    }

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment + "Z", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task UntilAsync(Func<bool> reached)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!reached())
        {
            await Task.Delay(5, limit.Token);
        }
    }

    private sealed class Factory(PrintedLog log) : Microsoft.Extensions.Logging.ILoggerFactory
    {
        public void AddProvider(Microsoft.Extensions.Logging.ILoggerProvider provider)
        {
        }

        public Microsoft.Extensions.Logging.ILogger CreateLogger(string categoryName) => log.CreateLogger(categoryName);

        public void Dispose()
        {
        }
    }
}
