using Builder.Storage;
using Builder.Storage.Database;
using Builder.Storage.Publishing;
using Builder.Web.Settings;
using Builder.Web.Shell;
using Builder.Web.Shell.Parts;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Builder.Web.Tests.Settings;

public sealed class PublishedSectionTests : BunitContext
{
    private readonly string _home = Directory.CreateTempSubdirectory("builder-published-").FullName;
    private readonly BuilderDatabase _database;
    private readonly PublishedModelStore _store;

    public PublishedSectionTests()
    {
        _database = BuilderDatabase.Open(new DataFolder(_home));
        _store = new PublishedModelStore(_database, TimeProvider.System);
        Services.AddSingleton(_store);
        Services.AddSingleton(new Toasts());
    }

    [Fact]
    public async Task What_is_published_is_listed_also_without_its_project_and_can_be_switched_off_and_removed()
    {
        Assert.Empty(Section().Nodes);
        await _store.PublishAsync(new("flowers", "bcdfghjkmnpq", "Flowers", "", "6789bcdfghjk"), (_, _) => Task.CompletedTask, Xunit.TestContext.Current.CancellationToken);
        var section = Section();
        Assert.Equal("/m/flowers", section.Find("a").GetAttribute("href"));
        section.Find(".switch").Change(false);
        Assert.False((await _store.FindAsync("flowers", Xunit.TestContext.Current.CancellationToken))!.IsOn);

        section.Find("button.danger").Click();
        Assert.NotNull(await _store.FindAsync("flowers", Xunit.TestContext.Current.CancellationToken));
        section.Find("[data-testid=remove-published-yes]").Click();
        section.WaitForAssertion(() => Assert.Empty(section.Nodes));
        Assert.Null(await _store.FindAsync("flowers", Xunit.TestContext.Current.CancellationToken));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _store.Dispose();
            _database.Dispose();
            TemporaryFolders.Delete(_home);
        }
    }

    private IRenderedComponent<PublishedSection> Section() => Render<PublishedSection>(p => p.AddCascadingValue(new UiState()));
}
