using Builder.Storage.Settings;

namespace Builder.Web.Runs.Supervision;

/// <summary>Names under which settings are kept.</summary>
public static class SettingNames
{
    /// <summary>Where to train: "auto", "cpu" or "cuda".</summary>
    public const string Device = "training.device";

    /// <summary>How many threads compute; 0 for as many as the machine has.</summary>
    public const string Threads = "training.threads";
}

/// <summary>How training uses this machine, for all projects.</summary>
/// <param name="Device">"auto", "cpu" or "cuda".</param>
/// <param name="Threads">How many threads compute; null for as many as the machine has.</param>
public sealed record TrainingSettings(string Device, int? Threads)
{
    /// <summary>What is chosen; the machine decides what never was.</summary>
    public static async Task<TrainingSettings> ReadAsync(SettingsStore store, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var device = await store.GetAsync<string>(SettingNames.Device, ct);
        var threads = await store.GetAsync<int>(SettingNames.Threads, ct);
        return new(device is "cpu" or "cuda" ? device : "auto", threads > 0 ? threads : null);
    }

    /// <summary>Keeps it.</summary>
    public async Task WriteAsync(SettingsStore store, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        await store.SetAsync(SettingNames.Device, Device, ct);
        await store.SetAsync(SettingNames.Threads, Threads ?? 0, ct);
    }
}
