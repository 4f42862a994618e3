using Builder.Storage.Database;
using Builder.Storage.Exchange;
using Builder.Storage.Projects;
using Builder.Storage.Publishing;
using Builder.Storage.Runs;
using Builder.Storage.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Builder.Storage;

/// <summary>Makes storage known to a server.</summary>
public static class StorageServices
{
    /// <summary>Adds everything that is kept in a data folder. The database is opened when it is first asked for.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, DataFolder folder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(folder);
        services.AddSingleton(_ => BuilderDatabase.Open(folder));
        services.AddSingleton<ProjectStore>();
        services.AddSingleton<ProjectLog>();
        services.AddSingleton<VersionStore>();
        services.AddSingleton<RunStore>();
        services.AddSingleton<PublishedModelStore>();
        services.AddSingleton<ModelKeyStore>();
        services.AddSingleton<ModelUseStore>();
        services.AddSingleton<SettingsStore>();
        services.AddSingleton<DatabaseBackups>();
        services.AddSingleton<ProjectExport>();
        services.AddSingleton<ProjectImport>();
        return services;
    }
}
