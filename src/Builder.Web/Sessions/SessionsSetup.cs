using Builder.Storage;
using Builder.Storage.Database;
using Builder.Storage.Projects;

namespace Builder.Web.Sessions;

/// <summary>Registers storage and the open projects.</summary>
public static class SessionsSetup
{
    /// <summary>Their services. BUILDER_HOME names the data folder.</summary>
    public static void AddSessions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddStorage(configuration[DataFolder.Variable] is { Length: > 0 } named ? new DataFolder(named) : DataFolder.Default());
        services.AddSingleton<ProjectSessions>();
        services.AddHostedService<StorageLife>();
    }
}

/// <summary>Opens the database when the server starts, and closes the projects when it ends.</summary>
internal sealed class StorageLife(IServiceProvider services, IHostApplicationLifetime server) : IHostedService
{
    private ProjectSessions? _sessions;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            services.GetRequiredService<BuilderDatabase>();
            _sessions = services.GetRequiredService<ProjectSessions>();
            _ = services.GetRequiredService<ProjectStore>().PurgeAsync(CancellationToken.None);
        }
        catch (StorageException refused)
        {
            Console.Error.WriteLine(refused.Text.En);
            Console.Error.WriteLine(refused.Text.Zh);
            Environment.ExitCode = 1;
            server.StopApplication();
        }

        return Task.CompletedTask;
    }

    // The services may be gone by now: a test's host ends them while it stops.
    public Task StopAsync(CancellationToken cancellationToken) => _sessions?.EndAsync() ?? Task.CompletedTask;
}
