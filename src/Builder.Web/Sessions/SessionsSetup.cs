using Builder.Storage;
using Builder.Storage.Database;
using Builder.Storage.Projects;
using Builder.Web.Shell.Security;

namespace Builder.Web.Sessions;

/// <summary>Registers storage and the open projects.</summary>
public static class SessionsSetup
{
    /// <summary>Their services. BUILDER_HOME names the data folder.</summary>
    /// <exception cref="StartException">The folder cannot be used.</exception>
    public static void AddSessions(this IServiceCollection services, IConfiguration configuration)
    {
        try
        {
            services.AddStorage(configuration[DataFolder.Variable] is { Length: > 0 } named ? new DataFolder(named) : DataFolder.Default());
        }
        catch (StorageException refused)
        {
            throw new StartException(refused.Text.In(Announcement.TerminalLanguage()));
        }

        services.AddSingleton<ProjectSessions>();
        services.AddHostedService<StorageLife>();
    }

    /// <summary>Opens the database before anything else begins.</summary>
    /// <returns>Why it cannot be opened, in words for the terminal; null where all is well.</returns>
    public static string? OpenStorage(this WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<BuilderDatabase>();
            return null;
        }
        catch (StorageException refused)
        {
            return refused.Text.In(Announcement.TerminalLanguage());
        }
    }
}

/// <summary>Removes what was deleted long ago when the server starts, and closes the projects when it ends.</summary>
internal sealed partial class StorageLife(ProjectStore projects, ProjectSessions sessions, ILogger<StorageLife> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Nobody waits for it: an error here, such as a full disk, is met again where it matters.
        Background.Run(SweepAsync, log, "remove what was deleted long ago");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => sessions.EndAsync();

    private async Task SweepAsync()
    {
        await projects.PurgeAsync(CancellationToken.None);
        foreach (var folder in await projects.UnknownFoldersAsync(CancellationToken.None))
        {
            UnknownFolder(log, folder);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The folder {Folder} belongs to no project. It is kept: look into it, and delete it by hand if nobody needs it.")]
    private static partial void UnknownFolder(ILogger log, string folder);
}
