using Builder.Graph.Documents;
using Builder.Storage;
using Builder.Storage.Projects;
using Builder.Web.Data;
using Builder.Web.Instruments;
using Builder.Web.Pictures;
using Builder.Web.Runners;
using Builder.Web.Sessions;
using Builder.Web.Shell;
using Builder.Web.Shell.Parts;
using Builder.Web.Tests.Runs;
using Builder.Web.Tests.Shell;
using Bunit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Builder.Web.Tests.Data;

/// <summary>A data folder, a project in it, and its data page.</summary>
public abstract class DataPageContext : BunitContext, IAsyncLifetime
{
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _home = Directory.CreateTempSubdirectory("builder-page-").FullName;
    protected UiState Ui { get; } = new();
    protected string Project { get; private set; } = "";

    protected DataPageContext()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(DataFolder.Variable, _home), new("BUILDER_TEMPLATES", Path.Combine(Repository.Root, "templates"))]).Build();
        Services.AddLogging(log => log.ClearProviders());
        Services.AddSessions(configuration);
        Services.AddData(configuration);
        var runner = new RunnerOptions { Program = RunsServer.Runner };
        Services.AddSingleton(runner);
        Services.AddSingleton(new PictureClient(runner, TimeProvider.System, NullLogger<PictureClient>.Instance));
        Services.AddInstruments();
        Services.AddScoped<ShellScript>();
        Services.AddScoped<PageAddress>();
        Services.AddSingleton<StepMarks>();
        Services.AddScoped<Dialogs>();
        Services.AddScoped<Toasts>();
        Services.AddSingleton(Ui);
        Services.AddCascadingValue(_ => Ui);
        JSInterop.Mode = JSRuntimeMode.Loose;
        ShownPage.In(this);
    }

    protected ProjectSessions Sessions => Services.GetRequiredService<ProjectSessions>();

    public async ValueTask InitializeAsync() =>
        Project = (await Services.GetRequiredService<ProjectStore>().CreateAsync(ProjectDocument.Create("Test"))).Id;

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await base.DisposeAsync();
        TemporaryFolders.Delete(_home);
        GC.SuppressFinalize(this);
    }

    protected IRenderedComponent<DataPage> Open() => Render<DataPage>(p => p.Add(c => c.ProjectId, Project));

    protected IRenderedComponent<DataPage> WithPenguins()
    {
        var page = Open();
        page.WaitForElement("button.sample", Patience).Click();
        page.WaitForState(() => page.FindAll("tr[data-column]").Count == 7, Patience);
        return page;
    }
}
