using System.Diagnostics;
using System.Globalization;
using Builder.Storage;
using Builder.Storage.Database;
using Builder.Storage.Publishing;
using Builder.Tests.Order;

namespace Builder.Web.Tests.Publishing;

/// <summary>A server is killed at random moments while it publishes, again and again on the same data: no half version ever answers, and none that was acknowledged is lost.</summary>
[Collection(Alone.Name)]
public sealed class KilledWhilePublishingTests : IDisposable
{
    private const int Kills = 12;

    private readonly string _folder = Directory.CreateTempSubdirectory("builder-killed-").FullName;

    [Fact]
    public async Task After_kills_at_random_moments_the_version_that_answers_is_whole_and_what_was_acknowledged_is_there()
    {
        var (random, acknowledged, last) = (new Random(3), new Dictionary<int, string>(), 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            var said = KilledProcess.Run(new Dictionary<string, string> { [PublishingServer.Folder] = _folder }, random.Next(1, 4), random.NextInt64(Stopwatch.Frequency / 20));
            foreach (var line in said.Select(l => l.Split(' ')))
            {
                acknowledged.Add(int.Parse(line[0], CultureInfo.InvariantCulture), line[1]);
            }

            using var database = BuilderDatabase.Open(new DataFolder(_folder));
            using var models = new PublishedModelStore(database, TimeProvider.System);
            var model = (await models.FindAsync(PublishingServer.Model))!;
            Assert.Equal("ok", database.CheckIntegrity());
            Assert.True(model.Current >= Math.Max(last, acknowledged.Keys.Max()));
            foreach (var version in model.Versions)
            {
                var contents = Directory.EnumerateFiles(version.Folder).Select(File.ReadAllText).ToList();
                Assert.Equal(PublishingServer.Files, contents.Count);
                Assert.Single(contents.Distinct());
                Assert.Equal(acknowledged.GetValueOrDefault(version.Number, contents[0]), contents[0]);
            }

            Assert.Empty(acknowledged.Keys.Except(model.Versions.Select(v => v.Number)));
            Assert.Equal(model.Versions.Count, Directory.EnumerateFileSystemEntries(database.Folder.Published).Count());
            last = model.Current;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{acknowledged.Count} versions were acknowledged before {Kills} kills; the last one is number {last}.");
    }

    public void Dispose() => TemporaryFolders.Delete(_folder);
}
