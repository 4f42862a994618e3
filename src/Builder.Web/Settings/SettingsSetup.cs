namespace Builder.Web.Settings;

/// <summary>Registers the settings page.</summary>
public static class SettingsSetup
{
    /// <summary>Its services.</summary>
    public static void AddSettings(this IServiceCollection services) => services.AddSingleton<Machine>();
}
