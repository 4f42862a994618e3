using System.Collections.Concurrent;
using Builder.Graph.Documents;
using Builder.Protocol;
using Builder.Storage.Projects;
using Builder.Storage.Publishing;
using Builder.Storage.Runs;
using Builder.Web.Data;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Evaluate.Importances;
using Builder.Web.Evaluate.Rivals;
using Builder.Web.Evaluate.Sizes;
using Builder.Web.Pictures;
using Builder.Web.Publishing;
using Builder.Web.Runs.Feed;
using Builder.Web.Runs.Supervision;
using Builder.Web.Sessions;
using Builder.Web.Shell;
using Builder.Web.Shell.Parts;
using Builder.Web.Shell.Security;
using Builder.Web.Tests.Sessions;
using Builder.Web.Use.Files;
using Builder.Web.Use.Models;
using Builder.Web.Use.Tables;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Builder.Web.Tests.Use;

/// <summary>Tests that need models share them: training takes a while.</summary>
[CollectionDefinition(Name)]
public sealed class TrainedModelsCollection : ICollectionFixture<TrainedModels>
{
    public const string Name = "trained models";
}

/// <summary>The whole server on a data folder of its own, with a model of flowers and one of digits, trained by the real runner.</summary>
public sealed class TrainedModels : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Lazy<Task<UseModel>>> _others = new(StringComparer.Ordinal);
    private readonly string _home = Directory.CreateTempSubdirectory("builder-models-").FullName;

    /// <summary>Tells species of iris apart.</summary>
    public UseModel Iris { get; private set; } = null!;

    /// <summary>Reads digits.</summary>
    public UseModel Digits { get; private set; } = null!;

    public ModelPool Models => Services.GetRequiredService<ModelPool>();

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Gives pages that are rendered alone the services that they ask for.</summary>
    public void Provide(IServiceCollection services)
    {
        services.AddSingleton(Get<FinishedRunService>());
        services.AddSingleton(Get<DataCautions>());
        services.AddSingleton(Get<ThresholdSwitch>());
        services.AddSingleton(Get<ModelNames>());
        services.AddSingleton(Get<SizeTrials>());
        services.AddSingleton(Get<ProjectSessions>());
        services.AddSingleton(Get<RunStore>());
        services.AddSingleton(Get<RunFeed>());
        services.AddSingleton(Get<ImportanceRequests>());
        services.AddSingleton(Get<RivalRequests>());
        services.AddSingleton(new Toasts());
        services.AddSingleton(Get<DataInspections>());
        services.AddSingleton(Get<ModelPool>());
        services.AddSingleton(Get<UseFiles>());
        services.AddSingleton(Get<PictureClient>());
        services.AddSingleton(Get<TablePrediction>());
        services.AddSingleton(Get<PicturePrediction>());
        services.AddSingleton(Get<ProjectStore>());
        services.AddSingleton(Get<PublishedModelStore>());
        services.AddSingleton(Get<ModelPublisher>());
        services.AddSingleton(Get<ModelKeyStore>());
        services.AddSingleton(Get<ModelKeys>());
        services.AddSingleton(Get<ModelUses>());
        services.AddSingleton(Get<ServerAddresses>());
        services.AddScoped<ShellScript>();
    }

    public async ValueTask InitializeAsync()
    {
        Iris = await TrainAsync("iris", epochs: null);
        Digits = await TrainAsync("digits-cnn", epochs: 1);
    }

    /// <summary>A browser that is let in.</summary>
    public async Task<HttpClient> BrowserAsync()
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Add(OriginGuard.ProgramHeader, "test");
        using var entered = await client.GetAsync($"/?token={Get<AccessTokens>().Current}");
        return client;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        TemporaryFolders.Delete(_home);

        GC.SuppressFinalize(this);
    }

    // One thread: where several suites share the cores, the threads of a training wait for each other by turning in circles, and minutes pass.
    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.UseSetting("BUILDER_HOME", _home).UseSetting("BUILDER_RUNNER", Runs.RunsServer.Runner).UseSetting("BUILDER_THREADS", "1").UseSetting("BUILDER_VISITS_PER_MINUTE", "100000")
            // The server of these tests has no limit to set, and would say so at every visit.
            .UseSetting("Logging:LogLevel:Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware", "Error");

    /// <summary>A model that is trained when it is first asked for, for all tests.</summary>
    public Task<UseModel> OnceAsync(string name, Func<Task<UseModel>> train) => _others.GetOrAdd(name, _ => new(train)).Value;

    private Task<UseModel> TrainAsync(string template, long? epochs) => TrainAsync(ReadyProject.Read(template), template, folder => ReadyProject.FillAsync(template, folder), epochs);

    /// <summary>Trains a document with the real runner.</summary>
    /// <param name="document">The document.</param>
    /// <param name="template">The ready project that it comes from; null for none.</param>
    /// <param name="fill">Puts its data into the project's folder.</param>
    /// <param name="epochs">For so long; null as the document says.</param>
    public async Task<UseModel> TrainAsync(ProjectDocument document, string? template, Func<string, Task> fill, long? epochs)
    {
        var project = (await Get<ProjectStore>().CreateAsync(document, template, (folder, _) => fill(folder))).Id;
        var asked = epochs is { } n ? TrainerEdits.With(document, "epochs", n) : document;
        var over = new TaskCompletionSource<RunSummary>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(RunSummary run)
        {
            if (run.ProjectId == project && run.State.IsOver())
            {
                over.TrySetResult(run);
            }
        }

        Get<RunFeed>().StatusChanged += Look;
        await Get<RunSupervisor>().StartAsync(new(project, asked, 1, Devices.Cpu));
        var run = await over.Task.WaitAsync(TimeSpan.FromMinutes(4));
        Get<RunFeed>().StatusChanged -= Look;
        Assert.True(run.State == RunState.Finished, run.Reason?.Words.En);

        // What matters to the model is known then.
        await Get<RunSupervisor>().EndOf(run.Id);
        var finished = Get<FinishedRunService>().Find(project, run.Id)!;
        return UseModel.Of(project, finished, await Models.DescribeAsync(project, finished.Bundle), await Get<PictureClient>().LookAsync(UseModel.PicturesOf(finished)));
    }
}
