using Builder.Storage.Settings;

namespace Builder.Storage.Tests.Settings;

public sealed class SettingsStoreTests : IDisposable
{
    private readonly StorageFixture _storage = new();

    [Fact]
    public async Task A_setting_is_kept_over_a_restart_and_can_be_changed()
    {
        await new SettingsStore(_storage.Database).SetAsync("device", "cpu");
        await new SettingsStore(_storage.Database).SetAsync("device", "cuda:0");
        _storage.Restart();
        Assert.Equal("cuda:0", await new SettingsStore(_storage.Database).GetAsync<string>("device"));
    }

    [Fact]
    public async Task What_was_never_set_or_is_of_another_type_is_the_default()
    {
        var settings = new SettingsStore(_storage.Database);
        await settings.SetAsync("device", "cpu");
        Assert.Null(await settings.GetAsync<string>("theme"));
        Assert.Equal(0, await settings.GetAsync<int>("device"));
    }

    public void Dispose() => _storage.Dispose();
}
