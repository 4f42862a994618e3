using Builder.Storage;
using Builder.Web.Hosting.Configuration;
using Builder.Web.Pictures;
using Builder.Web.Runners;
using Builder.Web.Runs.Feed;
using Builder.Web.Runs.Page;
using Builder.Web.Runs.Supervision;

namespace Builder.Web.Runs;

/// <summary>Registers training: the supervision of runs, and what tells people about them.</summary>
public static class RunsSetup
{
    /// <summary>Its services.</summary>
    public static void AddRuns(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddServerOptions<RunnerOptions>(configuration);
        services.AddOptions<RunnerOptions>().PostConfigure<DataFolder>((options, folder) => options.Surroundings = new(folder.Root, folder.Faults));
        services.AddSingleton<RunnerPool>();
        services.AddSingleton<PictureClient>();
        services.AddSingleton<RunFeed>();
        services.AddSingleton<RunMarks>();
        services.AddSingleton<RunSupervisor>();
        services.AddHostedService<RunLife>();
        services.AddSingleton<RunTrash>();
        services.AddScoped<RunCommands>();
        services.AddSingleton<Page.Table.RunFactsReader>();
        services.AddSignalR();
    }

    /// <summary>Its addresses.</summary>
    public static void MapRuns(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHub<RunsHub>(RunsHub.Path);
        endpoints.MapRunFiles();
    }
}

/// <summary>Lets supervision begin and end with the server.</summary>
internal sealed class RunLife(IServiceProvider services) : IHostedService
{
    private RunSupervisor? _supervisor;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            _supervisor = services.GetRequiredService<RunSupervisor>();
            var marks = services.GetRequiredService<RunMarks>();
            marks.Begin();
            await _supervisor.BeginAsync(cancellationToken);
            await marks.RecallAsync(cancellationToken);
        }
        catch (StorageException)
        {
            // Without a database the server does not start; storage says why.
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => _supervisor?.EndAsync(cancellationToken) ?? Task.CompletedTask;
}
