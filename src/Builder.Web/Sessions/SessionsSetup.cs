using Builder.Storage;
using Builder.Storage.Database;
using Builder.Storage.Projects;
using Builder.Web.Hosting.Configuration;

namespace Builder.Web.Sessions;

/// <summary>Registers storage and the open projects.</summary>
public static class SessionsSetup
{
    /// <summary>Their services. BUILDER_HOME names the data folder.</summary>
    /// <exception cref="StorageException">The folder cannot be used.</exception>
    public static void AddSessions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddStorage(ServerSettings.Read<PlaceOptions>(configuration).OpenHome());
        services.AddServerOptions<ImportLimits>(configuration);
        services.AddSingleton<ProjectSessions>();
        services.AddHostedService<StorageLife>();
    }

    /// <summary>Opens the database before anything else begins.</summary>
    /// <exception cref="StorageException">It cannot be opened.</exception>
    public static void OpenStorage(this WebApplication app)
    {
        var file = new FileInfo(app.Services.GetRequiredService<BuilderDatabase>().Folder.Database);
        StorageLog.Opened(app.Logger, file.Length);
    }
}

/// <summary>What goes to the log about the database.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(EventId = 3001, Level = LogLevel.Information, Message = "The database is open and sound ({Bytes} bytes).")]
    public static partial void Opened(ILogger log, long bytes);
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

    [LoggerMessage(EventId = 3002, Level = LogLevel.Warning, Message = "The folder {Folder} belongs to no project. It is kept: look into it, and delete it by hand if nobody needs it.")]
    private static partial void UnknownFolder(ILogger log, string folder);
}
