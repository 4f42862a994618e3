using System.Text;
using System.Text.Json;
using Builder.Graph.Edits;
using Builder.Graph.Json;
using Builder.Storage.Database;
using Builder.Storage.Exchange;
using Builder.Storage.Projects;
using Builder.Storage.Runs;
using Builder.Storage.Settings;
using Builder.Tests.Earlier;

namespace Builder.Storage.Tests;

/// <summary>The data folder and the project file that earlier versions wrote are opened, and nothing in them is lost or changed.</summary>
public sealed class EarlierVersionTests
{
    public static TheoryData<string> Versions => [.. EarlierVersion.All];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_data_folder_opens_with_all_projects_named_versions_and_settings(string version)
    {
        using var earlier = new EarlierVersion(version);
        using var database = BuilderDatabase.Open(new(earlier.Unpack("home.zip")));
        var projects = (await new ProjectStore(database, TimeProvider.System).ListAsync()).ToDictionary(p => p.Id);

        Assert.Equal("ok", database.CheckIntegrity());
        Assert.Equal(earlier.List("projects").Select(p => p.GetProperty("id").GetString()!).Order(), projects.Keys.Order());
        foreach (var kept in earlier.List("projects"))
        {
            var project = projects[kept.GetProperty("id").GetString()!];
            Assert.Equal(
                (kept.GetProperty("name").GetString(), kept.GetProperty("template").GetString(), kept.GetProperty("revision").GetInt64()),
                (project.Name, project.Template, project.Revision));
            var entries = await new ProjectLog(database).EntriesAsync(project.Id, 0, project.Revision);
            Assert.Equal(kept.GetProperty("entries").GetInt32(), entries.Count);
            var named = await new VersionStore(database, TimeProvider.System).ListAsync(project.Id);
            Assert.Equal(
                kept.GetProperty("versions").EnumerateArray().Select(v => (v.GetProperty("revision").GetInt64(), v.GetProperty("name").GetString()!)),
                named.Select(v => (v.Revision, v.Name)));
        }

        Assert.Equal(1, await new SettingsStore(database).GetAsync<int>("training.threads"));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Every_document_that_there_ever_was_comes_out_of_the_history_to_the_byte_and_undo_goes_on(string version)
    {
        using var earlier = new EarlierVersion(version);
        using var database = BuilderDatabase.Open(new(earlier.Unpack("home.zip")));
        var (log, runs, compared) = (new ProjectLog(database), new RunStore(database, TimeProvider.System), 0);
        foreach (var (of, at, document) in earlier.Documents())
        {
            var now = at switch
            {
                "run" => await runs.DocumentAsync(of),
                "undone" => (await HistoryAsync(log, of)).Undo().Document!,
                _ => await log.DocumentAsync(of, long.Parse(at, System.Globalization.CultureInfo.InvariantCulture)),
            };
            Assert.Equal(Encoding.UTF8.GetString(document), Encoding.UTF8.GetString(ProjectJson.Write(now)));
            compared++;
        }

        Assert.True(compared > 100, $"Only {compared} documents are kept.");
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_history_that_an_earlier_version_began_takes_more_edits_and_is_there_after_a_restart(string version)
    {
        using var earlier = new EarlierVersion(version);
        var folder = new DataFolder(earlier.Unpack("home.zip"));
        var id = earlier.List("projects").MaxBy(p => p.GetProperty("revision").GetInt64()).GetProperty("id").GetString()!;
        byte[] undone;
        using (var database = BuilderDatabase.Open(folder))
        {
            var history = await HistoryAsync(new(database), id);
            Assert.True(history.Undo().Succeeded);
            undone = ProjectJson.Write(history.Document);
            await new ProjectLog(database).AppendAsync(id, [new(history.Log[^1], ShortId.New(), "tester", DateTimeOffset.UtcNow)], history.Document);
        }

        using var next = BuilderDatabase.Open(folder);
        var again = await HistoryAsync(new(next), id);
        Assert.Equal(undone, ProjectJson.Write(again.Document));
        Assert.True(again.Redo().Succeeded);
        Assert.Equal(earlier.Documents().Last(d => d.Of == id && d.At != "undone").Document, ProjectJson.Write(again.Document));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Runs_are_listed_with_their_names_ends_and_scores(string version)
    {
        using var earlier = new EarlierVersion(version);
        using var database = BuilderDatabase.Open(new(earlier.Unpack("home.zip")));
        foreach (var project in earlier.List("projects"))
        {
            var runs = (await new RunStore(database, TimeProvider.System).ListAsync(project.GetProperty("id").GetString()!)).OrderBy(r => r.Number).ToList();
            Assert.Equal(project.GetProperty("runs").GetArrayLength(), runs.Count);
            foreach (var (kept, run) in project.GetProperty("runs").EnumerateArray().Zip(runs))
            {
                Assert.Equal(kept.GetProperty("id").GetString(), run.Id);
                AssertSame(kept, run);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_project_file_comes_in_again_with_its_history_runs_and_data(string version)
    {
        using var earlier = new EarlierVersion(version);
        using var storage = new StorageFixture();
        var project = await new ProjectImport(storage.Projects, storage.Clock).ReadAsync(earlier.Kept("iris.builder.zip"));

        var kept = earlier.List("projects").Single(p => p.GetProperty("name").GetString() == project.Name);
        var id = kept.GetProperty("id").GetString();
        foreach (var (_, at, document) in earlier.Documents().Where(d => d.Of == id && d.At != "undone"))
        {
            Assert.Equal(document, ProjectJson.Write(await storage.Log.DocumentAsync(project.Id, long.Parse(at, System.Globalization.CultureInfo.InvariantCulture))));
        }

        Assert.Equal(kept.GetProperty("revision").GetInt64(), project.Revision);
        Assert.Equal(kept.GetProperty("versions").GetArrayLength(), (await new VersionStore(storage.Database, storage.Clock).ListAsync(project.Id)).Count);
        Assert.True(File.Exists(Path.Combine(storage.Folder.ProjectFolder(project.Id), "iris.csv")));
        var runs = (await storage.Runs.ListAsync(project.Id)).OrderBy(r => r.Number).ToList();
        Assert.Equal(kept.GetProperty("runs").GetArrayLength(), runs.Count);
        foreach (var (old, run) in kept.GetProperty("runs").EnumerateArray().Zip(runs))
        {
            AssertSame(old, run);
            Assert.True(File.Exists(Path.Combine(storage.Folder.RunFolder(project.Id, run.Id), "bundle", "weights.safetensors")));
        }
    }

    private static async Task<EditHistory> HistoryAsync(ProjectLog log, string project)
    {
        var loaded = await log.LoadAsync(project);
        return EditHistory.Replay(loaded.Document, loaded.Revision, loaded.Recent.Select(e => e.Entry));
    }

    private static void AssertSame(JsonElement kept, RunSummary run)
    {
        Assert.Equal(
            (kept.GetProperty("number").GetInt64(), kept.GetProperty("name").GetString(), kept.GetProperty("state").GetString(),
                kept.GetProperty("revision").GetInt64(), kept.GetProperty("seed").GetInt64(), kept.GetProperty("dataFingerprint").GetString()),
            (run.Number, run.Name, run.State.ToString(), run.Revision, run.Seed!.Value, run.DataFingerprint));
        if (kept.GetProperty("scores") is not { ValueKind: JsonValueKind.Object } scores)
        {
            Assert.Null(run.Scores);
            return;
        }

        Assert.Equal(scores.GetProperty("task").GetString(), run.Scores!.Task);
        AssertSame(scores.GetProperty("train"), run.Scores.Train);
        AssertSame(scores.GetProperty("validation"), run.Scores.Validation);
        AssertSame(scores.GetProperty("test"), run.Scores.Test);
        AssertSame(scores.GetProperty("baseline"), run.Scores.Baseline);
    }

    private static void AssertSame(JsonElement kept, IReadOnlyDictionary<string, double?> scores) => Assert.Equal(
        kept.EnumerateObject().ToDictionary(s => s.Name, s => s.Value.ValueKind == JsonValueKind.Null ? (double?)null : s.Value.GetDouble()), scores.ToDictionary());
}
