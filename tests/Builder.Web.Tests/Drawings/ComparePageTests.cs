using Builder.Graph.Documents;
using Builder.Storage.Runs;
using Builder.Web.Drawings;
using Builder.Web.Drawings.Compare;
using Builder.Web.Runs.Page;
using Builder.Web.Sessions;
using Builder.Web.Shell;
using Builder.Web.Tests.Sessions;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Builder.Web.Tests.Drawings;

public sealed class ComparePageTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SessionsFixture _server = new();
    private readonly BunitContext _window = new();
    private readonly UiState _ui = new();

    public ComparePageTests()
    {
        _window.JSInterop.Mode = JSRuntimeMode.Loose;
        _window.Services.AddSingleton(_server.Sessions);
        _window.Services.AddSingleton(_server.Runs);
        _window.Services.AddSingleton(new DrawnVersions(_server.Sessions, _server.Log, _server.Runs));
    }

    [Fact]
    public async Task The_last_run_stands_beside_the_project_and_every_difference_is_told()
    {
        var session = await TrainedAsync();
        var page = Open(session.Id);

        Assert.Contains("→ 77", page.WaitForElement(".dw-lines", Patience).TextContent, StringComparison.Ordinal);
        Assert.Equal(["Run 1", "The project as it is now"], page.FindAll("select").Select(s => s.QuerySelector($"option[value='{s.GetAttribute("value")}']")!.TextContent));
        Assert.Equal(2, page.FindAll(".dw-frame[data-group='compare']").Count);
    }

    [Fact]
    public async Task Who_chooses_the_same_on_both_sides_is_told_that_nothing_is_different()
    {
        var session = await TrainedAsync();
        _window.Services.GetRequiredService<NavigationManager>().NavigateTo(CompareDrawingsLink.AddressOf(session.Id, "now", "now"));

        Assert.Contains("the same model", Open(session.Id).WaitForElement(".notice.success", Patience).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_gone_is_told_and_others_can_be_chosen()
    {
        var session = await TrainedAsync();
        _window.Services.GetRequiredService<NavigationManager>().NavigateTo(CompareDrawingsLink.AddressOf(session.Id, "gone", "now"));
        var page = Open(session.Id);

        Assert.Contains("no longer there", page.WaitForElement(".empty", Patience).TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll("select").Count);
    }

    private async Task<ProjectSession> TrainedAsync()
    {
        var session = await _server.NewAsync(ReadyProject.Read("iris"));
        await _server.Runs.CreateAsync(new NewRun(session.Id, session.Document, session.Revision));
        var linear = session.Document.Blocks.Values.First(b => b.Kind == "Linear");
        await session.ApplyAsync(new("c", 0, _ => new SetParameter(linear.Id, "out_features", 77), "tester"));
        return session;
    }

    private IRenderedComponent<ComparePage> Open(string project) => _window.Render<ComparePage>(page => page.Add(p => p.ProjectId, project).AddCascadingValue(_ui));

    public async ValueTask DisposeAsync()
    {
        await _window.DisposeAsync();
        await _server.DisposeAsync();
    }
}
