using Builder.Storage;
using Builder.Storage.Database;
using Builder.Storage.Settings;
using Builder.Web.Runs.Supervision;
using Builder.Web.Settings;

namespace Builder.Web.Tests.Settings;

public sealed class TrainingSettingsTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("builder-settings-").FullName;
    private readonly BuilderDatabase _database;
    private readonly SettingsStore _store;

    public TrainingSettingsTests()
    {
        _database = BuilderDatabase.Open(new DataFolder(_home));
        _store = new SettingsStore(_database);
    }

    [Fact]
    public async Task What_was_never_chosen_the_machine_decides() =>
        Assert.Equal(new TrainingSettings("auto", null), await TrainingSettings.ReadAsync(_store, TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("cpu", 1)]
    [InlineData("cuda", null)]
    public async Task What_was_chosen_is_found_again(string device, int? threads)
    {
        var chosen = new TrainingSettings(device, threads);
        await chosen.WriteAsync(_store, TestContext.Current.CancellationToken);

        Assert.Equal(chosen, await TrainingSettings.ReadAsync(_store, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_device_that_there_is_not_counts_as_none()
    {
        await _store.SetAsync(SettingNames.Device, "abacus", TestContext.Current.CancellationToken);

        Assert.Equal("auto", (await TrainingSettings.ReadAsync(_store, TestContext.Current.CancellationToken)).Device);
    }

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1_500, "1.5 kB")]
    [InlineData(2_000_000, "2 MB")]
    [InlineData(71_240_000_000, "71.2 GB")]
    public void Sizes_are_told_as_people_read_them(long bytes, string words) => Assert.Equal(words, StorageUse.Words(bytes));

    public void Dispose()
    {
        _database.Dispose();
        TemporaryFolders.Delete(_home);
    }
}
