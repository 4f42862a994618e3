using Builder.Web.Shell;
using Builder.Web.Use.TakeAway;
using Bunit;

namespace Builder.Web.Tests.Use.TakeAway;

[Collection(TrainedModelsCollection.Name)]
public sealed class TakeAwayMenuTests : BunitContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TrainedModels _trained;
    private readonly UiState _ui = new();

    public TakeAwayMenuTests(TrainedModels trained)
    {
        _trained = trained;
        JSInterop.Mode = JSRuntimeMode.Loose;
        trained.Provide(Services);
    }

    [Fact]
    public async Task An_onnx_file_is_written_on_demand_and_shown_with_the_lines_that_ask_it_something()
    {
        var menu = Menu();
        Assert.Empty(menu.FindAll("[data-testid=onnx-download]"));
        menu.Find("[data-testid=take-onnx]").Click();

        var link = menu.WaitForElement("[data-testid=onnx-download]", Patience);
        Assert.EndsWith(".onnx", link.GetAttribute("download"), StringComparison.Ordinal);
        Assert.Contains("\"sepal_length_cm\": np.full(1, 5.", menu.Find("[data-testid=onnx-usage]").TextContent, StringComparison.Ordinal);

        using var client = await _trained.BrowserAsync();
        using var answer = await client.GetAsync(link.GetAttribute("href"), Xunit.TestContext.Current.CancellationToken);
        var content = await answer.Content.ReadAsByteArrayAsync(Xunit.TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode);
        Assert.Contains("builder.model", System.Text.Encoding.Latin1.GetString(content), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_is_gone_is_told_in_words_in_place_of_a_link()
    {
        _ui.Begin("zh", "light");
        var gone = _trained.Iris.Run with { Folder = Path.Combine(_trained.Iris.Run.Folder, "gone") };
        var menu = Render<TakeAwayMenu>(p => p.AddCascadingValue(_ui).Add(m => m.ProjectId, _trained.Iris.ProjectId).Add(m => m.Run, gone));
        menu.Find("[data-testid=take-onnx]").Click();

        Assert.NotEmpty(menu.WaitForElement(".notice.danger", Patience).TextContent);
        Assert.Empty(menu.FindAll("[data-testid=onnx-download]"));
    }

    private IRenderedComponent<TakeAwayMenu> Menu() =>
        Render<TakeAwayMenu>(p => p.AddCascadingValue(_ui).Add(m => m.ProjectId, _trained.Iris.ProjectId).Add(m => m.Run, _trained.Iris.Run));
}
