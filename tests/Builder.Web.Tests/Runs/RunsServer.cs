using Builder.Graph.Documents;
using Builder.Protocol;
using Builder.Storage;
using Builder.Storage.Projects;
using Builder.Storage.Runs;
using Builder.Web.Runners;
using Builder.Web.Runs;
using Builder.Web.Runs.Feed;
using Builder.Web.Runs.Supervision;
using Builder.Web.Shell;
using Builder.Web.Tests.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Builder.Web.Tests.Runs;

/// <summary>A real server with storage, supervision, hub and files, on a free port of this machine, that trains with the real runner.</summary>
internal sealed class RunsServer : IAsyncDisposable
{
    private readonly string _root;
    private readonly bool _ownsRoot;
    private readonly WebApplication _app;

    private RunsServer(WebApplication app, string root, bool ownsRoot) => (_app, _root, _ownsRoot) = (app, root, ownsRoot);

    /// <summary>The runner: the one that is tested, or the newest that was built.</summary>
    public static string Runner => Environment.GetEnvironmentVariable("BUILDER_RUNNER")
        ?? Path.Combine(Repository.Root, "src", "Builder.Runner", "bin", "Release", "net10.0", "builder-runner");

    public RunSupervisor Supervisor => _app.Services.GetRequiredService<RunSupervisor>();

    public RunStore Store => _app.Services.GetRequiredService<RunStore>();

    public ProjectStore Projects => _app.Services.GetRequiredService<ProjectStore>();

    public RunFeed Feed => _app.Services.GetRequiredService<RunFeed>();

    public DataFolder Data => _app.Services.GetRequiredService<DataFolder>();

    public Uri Address => new(_app.Urls.First());

    public IServiceProvider Services => _app.Services;

    public static async Task<RunsServer> StartAsync(string? root = null, Func<RunnerOptions, RunnerOptions>? options = null)
    {
        var folder = root ?? Directory.CreateTempSubdirectory("builder-runs-").FullName;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddStorage(new DataFolder(folder));
        builder.Services.AddSingleton<StepMarks>();
        builder.Services.AddRuns(builder.Configuration);
        var chosen = new RunnerOptions { Program = Runner, Threads = 1 };
        builder.Services.AddSingleton(options?.Invoke(chosen) ?? chosen);
        var app = builder.Build();
        app.MapRuns();
        await app.StartAsync();
        return new(app, folder, root is null);
    }

    /// <summary>Makes a project from a ready one.</summary>
    public async Task<string> NewProjectAsync(string template = "iris") => (await Projects.CreateAsync(
        ReadyProject.Read(template), template, (folder, _) => ReadyProject.FillAsync(template, folder))).Id;

    /// <summary>Asks for a run of a ready project's document.</summary>
    /// <param name="project">The project.</param>
    /// <param name="epochs">How long; null for as long as the ready project says.</param>
    /// <param name="template">The ready project.</param>
    public Task<RunSummary> TrainAsync(string project, long? epochs = null, string template = "iris")
    {
        ProjectDocument document = ReadyProject.Read(template);
        return Supervisor.StartAsync(new(project, epochs is { } n ? TrainerEdits.With(document, "epochs", n) : document, 1, Devices.Cpu));
    }

    /// <summary>Waits until a run is in a state that is asked for.</summary>
    public async Task<RunSummary> UntilAsync(string run, Func<RunSummary, bool> condition)
    {
        var reached = new TaskCompletionSource<RunSummary>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(RunSummary summary)
        {
            if (summary.Id == run && condition(summary))
            {
                reached.TrySetResult(summary);
            }
        }

        Feed.StatusChanged += Look;
        try
        {
            if (await Store.FindAsync(run) is { } now)
            {
                Look(now);
            }

            return await reached.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        }
        finally
        {
            Feed.StatusChanged -= Look;
        }
    }

    public Task<RunSummary> UntilAsync(string run, RunState state) => UntilAsync(run, r => r.State == state);

    public Task<RunSummary> UntilOverAsync(string run) => UntilAsync(run, r => r.State.IsOver());

    /// <summary>Waits until a run has learned for so many epochs.</summary>
    public async Task UntilEpochAsync(string run, long epochs)
    {
        var ring = (await Feed.OpenAsync(run))!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        for (long seen = 0; ring.EpochsDone < epochs;)
        {
            await ring.ChangedSinceAsync(seen, patience.Token);
            seen = ring.Since(0)!.Sequence;
        }
    }

    /// <summary>A viewer, connected.</summary>
    public async Task<HubConnection> ConnectAsync()
    {
        var connection = new HubConnectionBuilder().WithUrl(new Uri(Address, RunsHub.Path)).Build();
        await connection.StartAsync();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_ownsRoot)
        {
            TemporaryFolders.Delete(_root);
        }
    }
}
