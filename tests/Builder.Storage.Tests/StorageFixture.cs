using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Storage.Database;
using Builder.Storage.Projects;
using Builder.Storage.Runs;

namespace Builder.Storage.Tests;

/// <summary>A data folder of its own for one test, which can be closed and opened again like a server.</summary>
internal sealed class StorageFixture : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("builder-storage-").FullName;

    public StorageFixture() => Database = BuilderDatabase.Open(Folder = new DataFolder(_root));

    public DataFolder Folder { get; }

    public BuilderDatabase Database { get; private set; }

    public MovableClock Clock { get; } = new();

    public ProjectStore Projects => new(Database, Clock);

    public ProjectLog Log => new(Database);

    public RunStore Runs => new(Database, Clock);

    public void Restart()
    {
        Database.Dispose();
        Database = BuilderDatabase.Open(Folder);
    }

    /// <summary>Makes edits as a session does, one transaction each, and returns the history.</summary>
    public async Task<EditHistory> EditAsync(string project, EditHistory history, params Func<EditHistory, EditResult>[] steps)
    {
        foreach (var step in steps)
        {
            Assert.True(step(history).Succeeded);
            await Log.AppendAsync(project, [new(history.Log[^1], ShortId.New(), "tester", Clock.GetUtcNow())], history.Document);
        }

        return history;
    }

    public Task<EditHistory> RenameAsync(string project, EditHistory history, params string[] names) =>
        EditAsync(project, history, [.. names.Select(n => (Func<EditHistory, EditResult>)(h => h.Apply(new RenameProject(n))))]);

    public async Task<(string Id, EditHistory History)> NewProjectAsync(string name = "first")
    {
        var document = ProjectDocument.Create(name);
        return ((await Projects.CreateAsync(document)).Id, new EditHistory(document));
    }

    public void Dispose()
    {
        Database.Dispose();
        Directory.Delete(_root, recursive: true);
    }
}

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class MovableClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Move(TimeSpan by) => _now += by;
}
