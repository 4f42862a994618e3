using Builder.Graph.Documents;
using Builder.Storage;
using Builder.Storage.Database;
using Builder.Storage.Projects;
using Builder.Storage.Runs;
using Builder.Web.Canvas.Editing;
using Builder.Web.Runs.Feed;
using Builder.Web.Shell;

namespace Builder.Web.Tests;

/// <summary>One window that fails to listen takes nothing from the others.</summary>
public sealed class ListenersTests
{
    private readonly List<string> _heard = [];

    [Fact]
    public void Those_behind_one_that_throws_are_told_as_well()
    {
        Action? listeners = () => _heard.Add("first");
        listeners += () => throw new InvalidOperationException("gone");
        listeners += () => _heard.Add("last");
        var failures = new List<Exception>();

        Listeners.Each(listeners, listener => listener(), failures.Add);

        Assert.Equal(["first", "last"], _heard);
        Assert.Equal("gone", Assert.Single(failures).Message);
    }

    [Fact]
    public void An_event_without_listeners_calls_nobody() => Listeners.Each<Action>(null, _ => Assert.Fail("Nobody listens."), _ => Assert.Fail("Nothing fails."));

    [Fact]
    public async Task A_run_is_told_to_all_pages_and_the_one_that_fails_is_logged()
    {
        var root = Directory.CreateTempSubdirectory("builder-feed-").FullName;
        using (var database = BuilderDatabase.Open(new DataFolder(root)))
        {
            var logged = new LoggedLines<RunFeed>();
            var store = new RunStore(database, TimeProvider.System);
            var feed = new RunFeed(store, database.Folder, TimeProvider.System, logged);
            var document = ProjectDocument.Create("runs");
            var run = await store.CreateAsync(new((await new ProjectStore(database, TimeProvider.System).CreateAsync(document)).Id, document, 0));
            feed.StatusChanged += _ => throw new InvalidOperationException("gone");
            feed.StatusChanged += told => _heard.Add(told.Id);

            await feed.TellAsync(run);

            Assert.Equal([run.Id], _heard);
            Assert.Contains(run.Id, Assert.Single(logged.Lines).Text, StringComparison.Ordinal);
        }

        TemporaryFolders.Delete(root);
    }

    [Fact]
    public void Steps_and_people_are_told_to_all_windows()
    {
        var (ofMarks, ofPresence) = (new LoggedLines<StepMarks>(), new LoggedLines<ProjectPresence>());
        var (marks, presence) = (new StepMarks(ofMarks), new ProjectPresence(ofPresence));
        marks.Changed += _ => throw new InvalidOperationException("gone");
        marks.Changed += project => _heard.Add($"steps of {project}");
        presence.Changed += _ => throw new InvalidOperationException("gone");
        presence.Changed += project => _heard.Add($"people in {project}");

        marks.Set("p", Step.Train, new(MarkKind.Done, Builder.Graph.Localized.Same("done")));
        presence.Join("p");

        Assert.Equal(["steps of p", "people in p"], _heard);
        Assert.Single(ofMarks.Lines);
        Assert.Single(ofPresence.Lines);
    }
}
