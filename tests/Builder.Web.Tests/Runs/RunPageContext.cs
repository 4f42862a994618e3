using Builder.Storage;
using Builder.Web.Runners;
using Builder.Web.Runs;
using Builder.Web.Sessions;
using Builder.Web.Shell;
using Builder.Web.Shell.Parts;
using Builder.Web.Tests.Shell;
using Bunit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Builder.Web.Tests.Runs;

/// <summary>A data folder without a runner, for pages that show runs.</summary>
public abstract class RunPageContext : BunitContext, IAsyncDisposable
{
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _home = Directory.CreateTempSubdirectory("builder-runs-").FullName;

    protected RunPageContext()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(DataFolder.Variable, _home)]).Build();
        Services.AddLogging(log => log.ClearProviders());
        Services.AddSessions(configuration);
        Services.AddRuns(configuration);
        Services.AddSingleton(new RunnerOptions { Program = Path.Combine(_home, "none") });
        Services.AddSingleton<StepMarks>();
        Services.AddScoped<Toasts>();
        Services.AddScoped<ShellScript>();
        Services.AddScoped<PageAddress>();
        Services.AddCascadingValue(_ => new UiState());
        JSInterop.Mode = JSRuntimeMode.Loose;
        ShownPage.In(this);
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await base.DisposeAsync();
        TemporaryFolders.Delete(_home);
        GC.SuppressFinalize(this);
    }
}
