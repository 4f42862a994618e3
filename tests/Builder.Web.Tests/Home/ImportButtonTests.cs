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
        (string Id, Step Step)? imported = null;
        var button = Open(came => imported = came);

        await button.InvokeAsync(() => button.Instance.Answer(400, body));

        Assert.Equal(words ?? HomeTexts.ImportFailed.En, Assert.Single(_toasts.Shown).Text.En);
        Assert.Null(imported);
    }

    [Theory]
    [InlineData("""{"id":"bcdfghjkmnpq"}""", Step.Model)]
    [InlineData("""{"id":"bcdfghjkmnpq","name":"Flowers","isModel":true}""", Step.Use)]
    public async Task What_came_in_is_told_by_its_id_and_a_model_is_there_to_be_used(string answer, Step step)
    {
        (string Id, Step Step)? imported = null;
        var button = Open(came => imported = came);

        await button.InvokeAsync(() => button.Instance.Answer(200, answer));

        Assert.Equal(("bcdfghjkmnpq", step), imported);
        Assert.Empty(_toasts.Shown);
    }

    private IRenderedComponent<ImportButton> Open(Action<(string Id, Step Step)> imported) => Render<ImportButton>(p => p
        .AddCascadingValue(new UiState()).Add(b => b.OnImported, EventCallback.Factory.Create(this, imported)));
}
