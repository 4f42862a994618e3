using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Web.History;
using Builder.Web.Sessions;
using Builder.Web.Shell;
using Builder.Web.Shell.Parts;
using Builder.Web.Tests.Sessions;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using static Builder.Web.Tests.Sessions.SessionsFixture;

namespace Builder.Web.Tests.History;

public sealed class HistoryPageTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SessionsFixture _server = new();
    private readonly BunitContext _window = new();
    private readonly UiState _ui = new();

    public HistoryPageTests()
    {
        _window.Services.AddSingleton(_server.Sessions);
        _window.Services.AddSingleton(_server.Log);
        _window.Services.AddSingleton(new TimeLine(_server.Log));
        _window.Services.AddSingleton(_server.Versions);
        _window.Services.AddSingleton<Toasts>();
        _window.JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public async Task A_person_chooses_a_moment_sees_what_was_different_and_goes_back()
    {
        var session = await _server.NewAsync(ReadyProject.Read("iris"));
        var first = session.Document;
        await session.ApplyAsync(Rename("Flowers"));
        await session.ApplyAsync(new("c", 0, d => new RemoveBlock(d.Blocks.Values.First(b => b.Kind == "ReLU").Id), "tester"));
        var page = Open(session);

        page.WaitForElement("[data-revision='0']", Patience).Click();
        Assert.Contains("1 block comes back", page.WaitForElement(".differences", Patience).TextContent, StringComparison.Ordinal);
        await page.Find("[data-testid='restore']").ClickAsync();
        page.WaitForElement("[data-revision='3']", Patience);
        Assert.Equal(ProjectJson.Write(first), ProjectJson.Write(session.Document));
        Assert.Empty(page.FindAll("[data-testid='restore']"));
        Assert.Single(_window.Services.GetRequiredService<Toasts>().Shown);
    }

    [Fact]
    public async Task A_version_gets_a_name_and_stands_above_all_others()
    {
        var session = await _server.NewAsync();
        await session.ApplyAsync(Rename("Flowers"));
        var page = Open(session);
        page.WaitForElement("[data-revision='1']", Patience).Click();
        page.WaitForElement("#version-name", Patience).Input("Before the lesson");
        page.Find("form").Submit();
        Assert.Contains("Before the lesson", page.WaitForElement("section[aria-labelledby='named-versions']", Patience).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_happens_in_another_window_appears_at_once()
    {
        var session = await _server.NewAsync();
        await session.ApplyAsync(Rename("Flowers"));
        var page = Open(session);
        page.WaitForElement("[data-revision='1']", Patience);
        await session.ApplyAsync(Rename("Irises"));
        Assert.Contains("Irises", page.WaitForElement("[data-revision='2']", Patience).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_speaks_Chinese_and_a_project_without_changes_invites_to_make_one()
    {
        _ui.SetLanguage(UiState.Chinese);
        var page = Open(await _server.NewAsync());
        Assert.Contains("还没有任何修改", page.WaitForElement(".empty", Patience).TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<HistoryPage> Open(ProjectSession session) =>
        _window.Render<HistoryPage>(page => page.Add(p => p.ProjectId, session.Id).AddCascadingValue(_ui));

    public async ValueTask DisposeAsync()
    {
        await _window.DisposeAsync();
        await _server.DisposeAsync();
    }
}
