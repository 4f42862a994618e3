using Builder.Graph.Documents;
using Builder.Storage;
using Builder.Storage.Database;
using Builder.Storage.Projects;
using Builder.Storage.Runs;
using Builder.Web.Sessions;
using Microsoft.Data.Sqlite;

namespace Builder.Web.Tests.Sessions;

/// <summary>A data folder of its own with the sessions on it, which can be closed and opened again like a server.</summary>
internal sealed class SessionsFixture : IAsyncDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("builder-sessions-").FullName;
    private BuilderDatabase _database;

    public SessionsFixture(TimeProvider? clock = null)
    {
        Clock = clock ?? TimeProvider.System;
        _database = BuilderDatabase.Open(new DataFolder(_root));
        Sessions = new(_database.Folder, new ProjectLog(_database), Clock, Logged);
    }

    public TimeProvider Clock { get; }

    public LoggedLines<ProjectSessions> Logged { get; } = new();

    public ProjectSessions Sessions { get; private set; }

    public ProjectStore Projects => new(_database, Clock);

    public VersionStore Versions => new(_database, Clock);

    public ProjectLog Log => new(_database);

    public RunStore Runs => new(_database, Clock);

    public async Task<ProjectSession> NewAsync(ProjectDocument? document = null, Func<string, CancellationToken, Task>? fill = null) =>
        await Sessions.OpenAsync((await Projects.CreateAsync(document ?? ProjectDocument.Create("first"), null, fill)).Id);

    public async Task<ProjectSession> RestartAsync(string project)
    {
        await Sessions.EndAsync();
        Sessions.Dispose();
        _database.Dispose();
        _database = BuilderDatabase.Open(new DataFolder(_root));
        Sessions = new(_database.Folder, new ProjectLog(_database), Clock, Logged);
        return await Sessions.OpenAsync(project);
    }

    /// <summary>Does something to the database behind the server's back.</summary>
    public void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_database.Folder.Database}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static Command Rename(string name, string? id = null) => new(id ?? Guid.NewGuid().ToString("N"), 0, _ => new RenameProject(name), "tester");

    public async ValueTask DisposeAsync()
    {
        await Sessions.EndAsync();
        Sessions.Dispose();
        _database.Dispose();
        TemporaryFolders.Delete(_root);
    }
}

/// <summary>A clock that is moved by hand; its timers run in real time.</summary>
internal sealed class MovableClock : TimeProvider
{
    private long _now = TimeSpan.FromDays(1).Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Volatile.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero).AddTicks(GetTimestamp());

    public void Move(TimeSpan by) => Interlocked.Add(ref _now, by.Ticks);
}

/// <summary>A clock that makes no more timers once it is broken: an error that nothing foresees.</summary>
internal sealed class BreakableClock : TimeProvider
{
    public bool IsBroken { get; set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        IsBroken ? throw new InvalidOperationException("broken clock") : base.CreateTimer(callback, state, dueTime, period);
}
