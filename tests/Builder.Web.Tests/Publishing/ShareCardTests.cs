using Builder.Storage;
using Builder.Storage.Publishing;
using Builder.Web.Publishing;
using Builder.Web.Shell;
using Builder.Web.Shell.Security;
using Builder.Web.Tests.Serving;
using Builder.Web.Tests.Use;
using Builder.Web.Use.Models;
using Bunit;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Builder.Web.Tests.Publishing;

[Collection(TrainedModelsCollection.Name)]
public sealed class ShareCardTests : BunitContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TrainedModels _trained;
    private readonly UiState _ui = new();

    public ShareCardTests(TrainedModels trained)
    {
        _trained = trained;
        JSInterop.Mode = JSRuntimeMode.Loose;
        trained.Provide(Services);
    }

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_press_publishes_under_a_name_made_from_the_projects_and_the_link_is_there()
    {
        var (model, name) = await FreshAsync("Flower kinds");
        var card = Card(model);
        Assert.Equal(name, card.WaitForElement("#share-name", Patience).GetAttribute("value"));
        card.Find("form").Submit();
        Assert.EndsWith($"/m/{name}", card.WaitForElement("#share-link", Patience).GetAttribute("value"), StringComparison.Ordinal);
        Assert.Contains("this computer only", card.Find("[data-testid=only-here]").TextContent, StringComparison.Ordinal);
        Assert.Empty(card.FindAll("svg.qr-code"));
        Assert.Equal(1, (await _trained.Store().FindAsync(name, Ct))!.Current);
        Assert.Empty(card.FindAll("[data-testid=publish-version]"));
    }

    [Fact]
    public async Task A_server_that_others_reach_shows_its_own_name_and_a_code_for_cameras()
    {
        Services.AddSingleton(new ServerAddresses(
            _trained.Get<IServer>(), new(new HashSet<string> { "models.example" }), new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>(TrustedProxies.Switch, "127.0.0.1")]).Build()));
        var (model, _) = await FreshAsync("Reached by others");
        var card = Card(model);
        card.WaitForElement("form", Patience).Submit();
        card.WaitForElement("#share-link", Patience);
        Assert.NotEmpty(card.Find("svg.qr-code path").GetAttribute("d")!);
        Assert.Empty(card.FindAll("[data-testid=only-here]"));
    }

    [Fact]
    public async Task It_is_switched_off_and_on_and_an_earlier_version_is_brought_back()
    {
        _ui.Begin("zh", "light");
        var (model, name) = await FreshAsync("Switched");
        var bundle = PublishedModels.BundleOf(model);
        await _trained.Get<ModelPublisher>().PublishAsync(model.ProjectId, name, "Switched", "", bundle, Ct);
        await _trained.Get<ModelPublisher>().PublishAsync(model.ProjectId, name, "Switched", "", bundle, Ct);
        var card = Card(model);
        card.WaitForElement("[data-testid=share-on]", Patience).Change(false);
        card.WaitForAssertion(() => Assert.Contains("已停用", card.Find(".notice").TextContent, StringComparison.Ordinal), Patience);
        Assert.False((await _trained.Store().FindAsync(name, Ct))!.IsOn);
        card.Find("[data-testid=share-on]").Change(true);
        card.WaitForElement("#share-link", Patience);

        card.Find("[data-testid=serve-1]").Click();
        card.WaitForElement("[data-testid=serve-2]", Patience);
        Assert.Equal(1, (await _trained.Store().FindAsync(name, Ct))!.Current);
    }

    [Fact]
    public async Task A_password_is_asked_for_and_what_is_stored_is_only_its_hash()
    {
        var (model, name) = await FreshAsync("Guarded");
        var card = Card(model);
        card.WaitForElement("form", Patience).Submit();
        card.WaitForElement("[data-testid=share-password]", Patience).Change(true);
        card.Find("#share-password-text").Change("short");
        card.Find("[data-testid=save-access]").Closest("form")!.Submit();
        card.WaitForElement("#share-password-help.field-error", Patience);
        Assert.Equal(ModelAccess.Open, (await _trained.Store().FindAsync(name, Ct))!.Access);

        card.Find("#share-password-text").Change("swordfish");
        card.Find("[data-testid=save-access]").Closest("form")!.Submit();
        card.WaitForAssertion(() => Assert.Contains("whoever knows the password", card.Markup, StringComparison.Ordinal), Patience);
        var kept = (await _trained.Store().FindAsync(name, Ct))!;
        Assert.Equal(ModelAccess.Password, kept.Access);
        Assert.DoesNotContain("swordfish", kept.PasswordHash!, StringComparison.Ordinal);
        Assert.True(ModelPasswords.IsRight(kept.PasswordHash!, "swordfish"));
        Assert.False(ModelPasswords.IsRight(kept.PasswordHash!, "swordfisH"));
        Assert.False(ModelPasswords.IsRight(kept.PasswordHash!, null));
    }

    [Fact]
    public async Task A_name_that_cannot_stand_in_a_link_is_refused_in_words()
    {
        var (model, _) = await FreshAsync("Refused");
        var card = Card(model);
        card.WaitForElement("#share-name", Patience).Change("My flowers!");
        card.Find("form").Submit();
        Assert.Contains("iris-flowers", card.WaitForElement("[role=alert]", Patience).TextContent, StringComparison.Ordinal);
        Assert.Empty(await _trained.Store().ListAsync(model.ProjectId, Ct));
    }

    [Fact]
    public async Task Answers_are_counted_by_version()
    {
        var (model, name) = await FreshAsync("Counted");
        await _trained.Get<ModelPublisher>().PublishAsync(model.ProjectId, name, "Counted", "", PublishedModels.BundleOf(model), Ct);
        using var visitor = _trained.Visitor();
        for (var i = 0; i < 3; i++)
        {
            using var answer = await visitor.PostAsync($"/m/{name}", new FormUrlEncodedContent(Enumerable.Range(0, 4).Select(f => KeyValuePair.Create($"f{f}", "3"))), Ct);
            answer.EnsureSuccessStatusCode();
        }

        var card = Card(model);
        Assert.Matches("3 answers, [0-9,]+ ms each on average", card.WaitForElement("[data-testid=uses]", Patience).TextContent);
        var use = Assert.Single(await _trained.Get<ModelUseStore>().ListAsync(name, Ct));
        Assert.Equal((1, 3), (use.Version, use.Answers));

        // A page that only renders again does not write and read the counts each time.
        using (var another = await visitor.PostAsync($"/m/{name}", new FormUrlEncodedContent(Enumerable.Range(0, 4).Select(f => KeyValuePair.Create($"f{f}", "3"))), Ct))
        {
            another.EnsureSuccessStatusCode();
        }

        card.Render(p => p.Add(c => c.Bundle, PublishedModels.BundleOf(model)));
        Assert.Equal(3, Assert.Single(await _trained.Get<ModelUseStore>().ListAsync(name, Ct)).Answers);
        card.Find("[data-testid=share-on]").Change(false);
        card.WaitForAssertion(() => Assert.Contains("4 answers", card.Find("[data-testid=uses]").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task A_key_is_shown_once_and_can_be_revoked()
    {
        var (model, name) = await FreshAsync("For programs of others");
        var card = Card(model);
        card.WaitForElement("form", Patience).Submit();
        Assert.Contains($"/api/models/{name}/predict", card.WaitForElement(".call", Patience).TextContent, StringComparison.Ordinal);
        card.Find("[data-testid=make-key]").Click();
        var key = card.WaitForElement("[data-testid=key]", Patience).TextContent;
        Assert.NotNull(await _trained.Get<ModelKeys>().FindAsync(name, key, Ct));
        var again = Card(model);
        Assert.Contains(key[..8], again.WaitForElement(".keys", Patience).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(key, again.Markup, StringComparison.Ordinal);
        again.Find(".keys button").Click();
        again.WaitForAssertion(() => Assert.Empty(again.FindAll(".keys")), Patience);
        Assert.Null(await _trained.Get<ModelKeys>().FindAsync(name, key, Ct));
    }

    // The same model in a project of its own: cards show what their project has published.
    private async Task<(UseModel Model, string Name)> FreshAsync(string title)
    {
        var project = await _trained.Get<Builder.Storage.Projects.ProjectStore>().CreateAsync(Builder.Graph.Documents.ProjectDocument.Create(title), ct: Ct);
        return (_trained.Iris with { ProjectId = project.Id }, ModelName.From(title));
    }

    private IRenderedComponent<ShareCard> Card(UseModel model) => Render<ShareCard>(p => p
        .Add(c => c.ProjectId, model.ProjectId).Add(c => c.Bundle, PublishedModels.BundleOf(model)).AddCascadingValue(_ui));
}
