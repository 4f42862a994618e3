using Builder.Storage;
using Builder.Storage.Access;
using Builder.Storage.Database;
using Builder.Web.Shell.Security;

namespace Builder.Web.Tests.Shell.Security;

public sealed class BrowserSessionsTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("builder-sessions-").FullName;
    private readonly MovedClock _clock = new();
    private BuilderDatabase _database;

    public BrowserSessionsTests() => _database = BuilderDatabase.Open(new DataFolder(_home));

    [Fact]
    public async Task A_session_holds_beyond_a_restart_and_its_secret_stands_nowhere_in_the_data_folder()
    {
        var (secret, session) = await Sessions().OpenAsync("Firefox · Linux");
        Restart();

        Assert.Equal(session.Id, (await Sessions().FindAsync(secret))?.Session.Id);
        Assert.DoesNotContain(secret, session.Id, StringComparison.Ordinal);
        Restart();
        Assert.All(Directory.EnumerateFiles(_home, "builder.db*"), file =>
            Assert.True(System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)).IndexOf(secret, StringComparison.Ordinal) < 0, file));
    }

    [Fact]
    public async Task It_slides_for_as_long_as_it_is_used_and_lapses_after_seven_days_without()
    {
        var sessions = Sessions();
        var (secret, _) = await sessions.OpenAsync("Firefox");
        for (var day = 0; day < 20; day++)
        {
            _clock.Now += TimeSpan.FromDays(1);
            Assert.True((await sessions.FindAsync(secret))?.Prolonged);
            Assert.False((await sessions.FindAsync(secret))?.Prolonged);
        }

        Restart();
        sessions = Sessions();
        _clock.Now += TimeSpan.FromDays(6);
        Assert.NotNull(await sessions.FindAsync(secret));
        _clock.Now += TimeSpan.FromDays(7);
        Assert.Null(await sessions.FindAsync(secret));
        Assert.Empty(await sessions.ListAsync());
        Restart();
        Assert.Empty(await Sessions().ListAsync());
        Assert.Empty(await new BrowserSessionStore(_database).ListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task None_lasts_longer_than_ninety_days_however_much_it_is_used()
    {
        var sessions = Sessions();
        var (secret, _) = await sessions.OpenAsync("Firefox");
        for (var day = 0; day < 89; day++)
        {
            _clock.Now += TimeSpan.FromDays(1);
            Assert.NotNull(await sessions.FindAsync(secret));
        }

        _clock.Now += TimeSpan.FromDays(1);
        Assert.Null(await sessions.FindAsync(secret));
    }

    [Fact]
    public async Task One_that_was_ended_holds_no_more_and_the_others_do()
    {
        var sessions = Sessions();
        var (first, session) = await sessions.OpenAsync("Firefox");
        var (second, _) = await sessions.OpenAsync("Chrome");
        var told = new List<string>();
        sessions.Ended += told.AddRange;
        await sessions.EndAsync([session.Id]);

        Assert.Null(await sessions.FindAsync(first));
        Assert.NotNull(await sessions.FindAsync(second));
        Assert.Equal([session.Id], told);
        Restart();
        Assert.Null(await Sessions().FindAsync(first));
        Assert.Equal("Chrome", Assert.Single(await Sessions().ListAsync()).Browser);
    }

    [Fact]
    public async Task Everywhere_means_everywhere()
    {
        var sessions = Sessions();
        string[] secrets = [(await sessions.OpenAsync("Firefox")).Secret, (await sessions.OpenAsync("Chrome")).Secret];
        await sessions.EndAllAsync();
        Restart();

        Assert.All(secrets, secret => Assert.Null(sessions.FindAsync(secret).Result));
        Assert.Empty(await Sessions().ListAsync());
    }

    [Theory]
    [InlineData(1000L, 1000L, true)]
    [InlineData(1000L, 1001L, false)]
    [InlineData(1000L, null, false)]
    [InlineData(null, null, true)]
    [InlineData(null, 1001L, false)]
    public async Task What_another_user_of_the_computer_got_to_see_opens_nothing_for_him(long? owner, long? user, bool opens)
    {
        var sessions = Sessions();
        var (secret, _) = await sessions.OpenAsync("Firefox", owner);

        Assert.Equal(opens, await sessions.FindAsync(secret, user) is not null);
    }

    public void Dispose()
    {
        _database.Dispose();
        TemporaryFolders.Delete(_home);
    }

    private BrowserSessions Sessions() => new(new(_database), _clock);

    private void Restart()
    {
        _database.Dispose();
        _database = BuilderDatabase.Open(new DataFolder(_home));
    }

    private sealed class MovedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
