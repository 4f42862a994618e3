using Builder.Web.Home;
using Builder.Web.Shell;
using Builder.Web.Shell.Parts;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Builder.Web.Tests.Home;

public sealed class ImportButtonTests : BunitContext
{
    private readonly Toasts _toasts = new();

    public ImportButtonTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(_toasts);
        Services.AddScoped<ShellScript>();
    }

    [Theory]
    [InlineData("""{"status":400,"code":"NotAProjectFile","detail":"This file is damaged."}""", "This file is damaged.")]
    [InlineData("<html>Bad gateway</html>", null)]
    [InlineData("", null)]
    [InlineData("null", null)]
    [InlineData("[1]", null)]
    public async Task A_refused_file_says_why_in_the_server_s_words(string body, string? words)
    {
        string? imported = null;
        var button = Open(id => imported = id);

        await button.InvokeAsync(() => button.Instance.Answer(400, body));

        Assert.Equal(words ?? HomeTexts.ImportFailed.En, Assert.Single(_toasts.Shown).Text.En);
        Assert.Null(imported);
    }

    [Fact]
    public async Task A_project_that_came_in_is_told_by_its_id()
    {
        string? imported = null;
        var button = Open(id => imported = id);

        await button.InvokeAsync(() => button.Instance.Answer(200, """{"id":"bcdfghjkmnpq"}"""));

        Assert.Equal("bcdfghjkmnpq", imported);
        Assert.Empty(_toasts.Shown);
    }

    private IRenderedComponent<ImportButton> Open(Action<string> imported) => Render<ImportButton>(p => p
        .AddCascadingValue(new UiState()).Add(b => b.OnImported, EventCallback.Factory.Create(this, imported)));
}
