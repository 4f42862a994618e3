using System.Globalization;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Json;
using Builder.Storage;
using Builder.Storage.Database;
using Builder.Storage.Projects;
using Builder.Tests.Order;

namespace Builder.Web.Tests.Sessions;

/// <summary>
/// Work is never lost: sessions over their storage, without pages and trainings, are killed at random moments of a stream of edits, again
/// and again on the same data. The whole server is killed, and more often, under a page in Builder.EndToEnd.Tests.
/// </summary>
[Collection(Alone.Name)]
public sealed class KilledServerTests : IDisposable
{
    private const int Servers = 2;
    private const int Kills = 10;

    private readonly string _root = Directory.CreateTempSubdirectory("builder-killed-").FullName;

    [Fact]
    public async Task After_kills_at_random_moments_every_acknowledged_edit_is_there_and_the_database_is_sound()
    {
        var acknowledged = await Task.WhenAll(Enumerable.Range(0, Servers).Select(n => Task.Run(() => KillAgainAndAgainAsync(Path.Combine(_root, $"{n}"), new Random(n)))));
        TestContext.Current.TestOutputHelper?.WriteLine($"{acknowledged.Sum()} edits were acknowledged before {Kills} kills.");
        Assert.True(acknowledged.Sum() > Kills * 5);
    }

    private static async Task<int> KillAgainAndAgainAsync(string folder, Random random)
    {
        var acknowledged = new Dictionary<string, long>();
        var project = await NewProjectAsync(folder);
        for (var kill = 0; kill < Kills / Servers; kill++)
        {
            foreach (var (command, revision) in EditUntilKilled(folder, project, random.Next(60), random.Next(200_000)))
            {
                acknowledged.Add(command, revision);
            }

            await CheckAsync(folder, project, acknowledged);
        }

        return acknowledged.Count;
    }

    private static async Task<string> NewProjectAsync(string folder)
    {
        using var database = BuilderDatabase.Open(new DataFolder(folder));
        return (await new ProjectStore(database, TimeProvider.System).CreateAsync(ProjectDocument.Create("first"))).Id;
    }

    /// <summary>Starts a server, lets it acknowledge so many edits, waits a part of a millisecond more, and kills it.</summary>
    private static List<(string Command, long Revision)> EditUntilKilled(string folder, string project, int edits, int ticks) =>
        [.. KilledProcess.Run(new Dictionary<string, string> { [EditingServer.Folder] = folder, [EditingServer.Project] = project }, edits, ticks)
            .Select(l => l.Split(' ')).Select(l => (l[0], long.Parse(l[1], CultureInfo.InvariantCulture)))];

    private static async Task CheckAsync(string folder, string project, Dictionary<string, long> acknowledged)
    {
        using var database = BuilderDatabase.Open(new DataFolder(folder));
        Assert.Equal("ok", database.CheckIntegrity());
        var log = new ProjectLog(database);
        var loaded = await log.LoadAsync(project);
        var entries = await log.EntriesAsync(project, 0, loaded.Revision);
        Assert.Equal(Enumerable.Range(1, (int)loaded.Revision).Select(n => (long)n), entries.Select(e => e.Revision));
        var kept = entries.ToDictionary(e => e.CommandId, e => e.Revision);
        Assert.All(acknowledged, a => Assert.Equal(a.Value, kept[a.Key]));
        var replayed = entries.Aggregate(await log.DocumentAsync(project, 0), (d, e) => DocumentEditor.Apply(d, e.Entry.Edit).Document!);
        Assert.Equal(ProjectJson.Write(replayed), ProjectJson.Write(loaded.Document));
    }

    public void Dispose() => TemporaryFolders.Delete(_root);
}
