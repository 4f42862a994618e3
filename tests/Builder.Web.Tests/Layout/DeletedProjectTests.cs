using Builder.Graph.Documents;
using Builder.Storage;
using Builder.Storage.Projects;
using Builder.Web.Instruments;
using Builder.Web.Layout;
using Builder.Web.Sessions;
using Builder.Web.Shell;
using Builder.Web.Shell.Parts;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Builder.Web.Tests.Layout;

/// <summary>What the windows of a project show that is deleted meanwhile; the frame around them is the real one.</summary>
public sealed class DeletedProjectTests : BunitContext, IAsyncLifetime
{
    private const string Deleted = "[data-testid=deleted-project]";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _home = Directory.CreateTempSubdirectory("builder-deleted-").FullName;
    private string _project = "";

    public DeletedProjectTests()
    {
        Services.AddLogging(log => log.ClearProviders());
        Services.AddInstruments();
        Services.AddSessions(new ConfigurationBuilder().AddInMemoryCollection([new(DataFolder.Variable, _home)]).Build());
        Services.AddSingleton<StepMarks>();
        Services.AddScoped<ShellScript>();
        Services.AddScoped<PageAddress>();
        Services.AddScoped<Dialogs>();
        Services.AddScoped<Toasts>();
        Services.AddSingleton(new UiState());
        Services.AddCascadingValue(services => services.GetRequiredService<UiState>());
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    private ProjectStore Projects => Services.GetRequiredService<ProjectStore>();

    public async ValueTask InitializeAsync() => _project = (await Projects.CreateAsync(ProjectDocument.Create("Flowers"))).Id;

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await base.DisposeAsync();
        TemporaryFolders.Delete(_home);
    }

    [Fact]
    public async Task An_open_window_is_told_at_once_and_shows_the_way_back()
    {
        var window = Window();
        Assert.NotEmpty(window.FindAll("#page"));
        await Projects.DeleteAsync(_project);

        window.WaitForElement(Deleted, Patience);
        Assert.Contains("“Flowers” was deleted", window.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Equal("/", window.Find($"{Deleted} a").GetAttribute("href"));
        Assert.Empty(window.FindAll("#page"));
        Assert.Empty(window.FindAll("[data-testid=save-state]"));
    }

    [Fact]
    public async Task A_window_that_is_opened_later_shows_it_as_well_though_the_project_is_still_in_memory()
    {
        await Services.GetRequiredService<ProjectSessions>().OpenAsync(_project, Xunit.TestContext.Current.CancellationToken);
        await Projects.DeleteAsync(_project);
        var window = Window();

        window.WaitForElement(Deleted, Patience);
        Assert.Empty(window.FindAll("#page"));
    }

    [Fact]
    public async Task Bringing_it_back_in_one_window_brings_it_back_in_all_with_what_was_done_to_it_last()
    {
        var (one, other) = (Window(), Window());
        var session = await Services.GetRequiredService<ProjectSessions>().OpenAsync(_project, Xunit.TestContext.Current.CancellationToken);
        await Projects.DeleteAsync(_project);
        await session.ApplyAsync(new("late", 0, _ => new RenameProject("Late flowers"), "tester"), Xunit.TestContext.Current.CancellationToken);
        await one.WaitForElement($"{Deleted} button", Patience).ClickAsync(new());

        one.WaitForElement("#page", Patience);
        other.WaitForElement("#page", Patience);
        Assert.Equal("Late flowers", (await Projects.FindAsync(_project, Xunit.TestContext.Current.CancellationToken))!.Name);
    }

    [Fact]
    public async Task What_was_removed_for_good_is_not_there_and_nothing_brings_it_back()
    {
        var window = Window();
        await Projects.DeleteAsync(_project);
        await Projects.RemoveDeletedAsync(Xunit.TestContext.Current.CancellationToken);

        window.WaitForAssertion(() => Assert.Equal("This project is not there", window.Find("h1").TextContent), Patience);
        Assert.Empty(window.FindAll("#page, [data-testid=restore]"));
    }

    private IRenderedComponent<MainLayout> Window()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"projects/{_project}/train");
        return Render<MainLayout>(p => p.Add(l => l.Body, "<p id=\"page\"></p>"));
    }
}
