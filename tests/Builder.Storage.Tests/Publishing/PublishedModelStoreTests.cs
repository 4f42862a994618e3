using Builder.Storage.Publishing;

namespace Builder.Storage.Tests.Publishing;

public sealed class PublishedModelStoreTests : IDisposable
{
    private const string Project = "bcdfghjkmnpq";

    private readonly StorageFixture _storage = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private PublishedModelStore Models => new(_storage.Database, _storage.Clock);

    [Fact]
    public async Task The_version_published_last_answers_and_an_earlier_one_can_be_served_again()
    {
        var first = await PublishAsync("flowers", "first");
        Assert.Equal((1, "first"), (first.Current, await ContentAsync(first)));
        var second = await PublishAsync("flowers", "second");
        Assert.Equal((2, "second"), (second.Current, await ContentAsync(second)));
        Assert.Equal([2, 1], second.Versions.Select(v => v.Number));

        Assert.True(await Models.ServeAsync("flowers", 1, Ct));
        Assert.Equal("first", await ContentAsync((await Models.FindAsync("flowers", Ct))!));
        Assert.False(await Models.ServeAsync("flowers", 3, Ct));
        Assert.Equal(1, (await Models.FindAsync("flowers", Ct))!.Current);
    }

    [Fact]
    public async Task What_is_published_is_there_after_a_restart_and_without_its_project()
    {
        var project = (await _storage.NewProjectAsync()).Id;
        await PublishAsync("flowers", "first", project);
        await Models.DescribeAsync("flowers", "Flowers", "Tells flowers apart.", Ct);
        await Models.LimitAsync("flowers", ModelAccess.Password, "hash", Ct);
        await Models.SwitchAsync("flowers", isOn: false, Ct);
        Assert.True(await _storage.Projects.RemoveAsync(project, Ct));
        _storage.Restart();

        var kept = Assert.Single(await Models.ListAsync(Ct));
        Assert.Equal(("Flowers", "Tells flowers apart.", false, ModelAccess.Password, "hash"), (kept.Title, kept.Purpose, kept.IsOn, kept.Access, kept.PasswordHash));
        Assert.Equal("first", await ContentAsync(kept));
    }

    [Fact]
    public async Task A_name_belongs_to_one_project()
    {
        await PublishAsync("flowers", "first");
        Assert.Equal("ModelNameTaken", (await Assert.ThrowsAsync<StorageException>(() => PublishAsync("flowers", "mine", "rstvwxyz2345"))).Code);
        Assert.Equal("first", await ContentAsync((await Models.FindAsync("flowers", Ct))!));
        Assert.Equal("flowers-2", await Models.FreshNameAsync("flowers", Ct));
        Assert.Equal("trees", await Models.FreshNameAsync("trees", Ct));
        await PublishAsync("flowers-2", "mine", "rstvwxyz2345");
        Assert.Equal("flowers-3", await Models.FreshNameAsync("flowers", Ct));
        Assert.Equal(["flowers-2"], (await Models.ListAsync("rstvwxyz2345", Ct)).Select(m => m.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Flowers")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("-a")]
    [InlineData("a--b")]
    [InlineData("花")]
    [InlineData("a\n")]
    public async Task What_cannot_stand_in_an_address_is_no_name(string name)
    {
        Assert.False(ModelName.IsValid(name));
        Assert.Equal("NoModelName", (await Assert.ThrowsAsync<StorageException>(() => PublishAsync(name, "x"))).Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_storage.Folder.Published));
    }

    [Theory]
    [InlineData("Iris flowers", "iris-flowers")]
    [InlineData("  Café & Crème!  ", "cafe-creme")]
    [InlineData("鸢尾花", "model")]
    [InlineData("鸢尾花 Iris", "iris")]
    [InlineData("", "model")]
    public void A_title_makes_a_name(string title, string name) => Assert.Equal(name, ModelName.From(title));

    [Fact]
    public void Every_title_makes_a_name_that_is_one()
    {
        var random = new Random(1);
        for (var round = 0; round < 2_000; round++)
        {
            var title = string.Concat(Enumerable.Range(0, random.Next(100)).Select(_ => (char)random.Next(1, 0xD7FF)));
            Assert.True(ModelName.IsValid(ModelName.From(title)), title);
        }
    }

    [Fact]
    public async Task A_version_whose_files_cannot_be_written_leaves_nothing_behind_and_the_one_before_answers()
    {
        await Assert.ThrowsAsync<StorageException>(() => FailAsync("flowers", new IOException("no room")));
        Assert.Null(await Models.FindAsync("flowers", Ct));
        await PublishAsync("flowers", "first");
        await Assert.ThrowsAsync<StorageException>(() => FailAsync("flowers", new IOException("no room")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => FailAsync("flowers", new InvalidOperationException()));
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Models.PublishAsync(Version("flowers", Project), (_, _) => Task.CompletedTask, stopped.Token));

        var model = (await Models.FindAsync("flowers", Ct))!;
        Assert.Equal("first", await ContentAsync(model));
        Assert.Single(model.Versions);
        Assert.Single(Directory.EnumerateFileSystemEntries(_storage.Folder.Published));
    }

    // What a kill leaves is what lies on the disk in that moment: the data folder is copied at every step and opened as a next server would.
    [Theory]
    [InlineData("before the first file")]
    [InlineData("between two files")]
    [InlineData("before the folder has its name")]
    [InlineData("after the folder has its name")]
    public async Task A_server_that_is_killed_while_publishing_never_leaves_half_a_version(string moment)
    {
        await PublishAsync("flowers", "first");
        // The last connection that is closed, such as by a test beside this one, takes files of the database with it: none is to go while they are copied.
        await using var open = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_storage.Folder.Database};Pooling=False");
        await open.OpenAsync(Ct);
        await using var look = open.CreateCommand();
        look.CommandText = "SELECT count(*) FROM sqlite_master";
        await look.ExecuteScalarAsync(Ct);
        var copy = Directory.CreateTempSubdirectory("builder-killed-").FullName;
        foreach (var name in new[] { "flowers", "trees" })
        {
            Directory.Delete(copy, recursive: true);
            await Models.PublishAsync(Version(name, Project), async (folder, ct) =>
            {
                Snapshot(moment == "before the first file");
                await File.WriteAllTextAsync(Path.Combine(folder, "a"), "second", ct);
                Snapshot(moment == "between two files");
                await File.WriteAllTextAsync(Path.Combine(folder, "b"), "second", ct);
                Snapshot(moment is "before the folder has its name" or "after the folder has its name");
            }, Ct);
            if (moment == "after the folder has its name")
            {
                var half = Assert.Single(Directory.EnumerateDirectories(Path.Combine(copy, "published"), "*.new"));
                Directory.Move(half, half[..^".new".Length]);
            }

            var root = new DataFolder(copy);
            using var database = Builder.Storage.Database.BuilderDatabase.Open(root);
            using var models = new PublishedModelStore(database, _storage.Clock);
            var kept = (await models.ListAsync(Ct)).Single(m => m.Name == "flowers");
            Assert.Equal("first", await File.ReadAllTextAsync(Path.Combine(root.Published, Path.GetFileName(kept.Versions.Single(v => v.Number == 1).Folder), "a"), Ct));
            Assert.Equal(name == "flowers" ? 1 : 2, kept.Current);
            Assert.Null(await models.FindAsync("trees", Ct));
            Assert.Equal(kept.Versions.Count, Directory.EnumerateFileSystemEntries(root.Published).Count());

            // The same can be published again.
            var again = await models.PublishAsync(Version(name, Project), (folder, ct) => File.WriteAllTextAsync(Path.Combine(folder, "a"), "third", ct), Ct);
            Assert.Equal("third", await ContentAsync(again));
        }

        Directory.Delete(copy, recursive: true);

        void Snapshot(bool isNow)
        {
            if (isNow)
            {
                Builder.Storage.Files.Folders.Copy(_storage.Folder.Root, copy, except: "in-use.lock");
            }
        }
    }

    [Fact]
    public async Task Uses_add_up_over_days_and_go_with_their_model()
    {
        await PublishAsync("flowers", "first");
        var uses = new ModelUseStore(_storage.Database, _storage.Clock);
        await uses.AddAsync([new("flowers", 1, 3, 30), new("gone", 1, 9, 9)], Ct);
        await uses.AddAsync([new("flowers", 1, 1, 6)], Ct);
        _storage.Clock.Move(TimeSpan.FromDays(1));
        await uses.AddAsync([new("flowers", 1, 6, 4)], Ct);
        Assert.Equal([new("flowers", 1, 10, 40)], await uses.ListAsync("flowers", Ct));
        Assert.Empty(await uses.ListAsync("gone", Ct));
        await Models.RemoveAsync("flowers", Ct);
        await PublishAsync("flowers", "again");
        Assert.Empty(await uses.ListAsync("flowers", Ct));
    }

    [Fact]
    public async Task A_key_holds_for_one_model_until_it_is_taken_away()
    {
        await PublishAsync("flowers", "first");
        var keys = new ModelKeyStore(_storage.Database);
        await keys.AddAsync(new("0a1b", "flowers", "bk_AbCd", _storage.Clock.GetUtcNow()), Ct);
        Assert.Equal("flowers", (await keys.FindAsync("0a1b", Ct))!.Model);
        await Assert.ThrowsAsync<StorageException>(() => keys.AddAsync(new("2c3d", "gone", "bk_AbCd", _storage.Clock.GetUtcNow()), Ct));
        Assert.True(await keys.RemoveAsync("0a1b", Ct));
        Assert.False(await keys.RemoveAsync("0a1b", Ct));
        await keys.AddAsync(new("0a1b", "flowers", "bk_AbCd", _storage.Clock.GetUtcNow()), Ct);
        await Models.RemoveAsync("flowers", Ct);
        Assert.Null(await keys.FindAsync("0a1b", Ct));
    }

    [Fact]
    public async Task A_model_that_is_removed_takes_its_folders_along_and_its_name_is_free()
    {
        await PublishAsync("flowers", "first");
        await PublishAsync("flowers", "second");
        Assert.True(await Models.RemoveAsync("flowers", Ct));
        Assert.False(await Models.RemoveAsync("flowers", Ct));
        Assert.Null(await Models.FindAsync("flowers", Ct));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_storage.Folder.Published));
        await PublishAsync("flowers", "mine", "rstvwxyz2345");
    }

    [Fact]
    public async Task Versions_published_at_once_get_numbers_of_their_own()
    {
        using var models = Models;
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => models.PublishAsync(
            Version("flowers", Project), (folder, ct) => File.WriteAllTextAsync(Path.Combine(folder, "a"), $"{i}", ct), Ct)));
        var model = (await models.FindAsync("flowers", Ct))!;
        Assert.Equal(Enumerable.Range(1, 8).Reverse(), model.Versions.Select(v => v.Number));
        Assert.Equal(8, (await Task.WhenAll(model.Versions.Select(v => File.ReadAllTextAsync(Path.Combine(v.Folder, "a"), Ct)))).Distinct().Count());
        Assert.Equal(8, all.Length);
    }

    public void Dispose() => _storage.Dispose();

    private static NewModelVersion Version(string name, string project) => new(name, project, "Flowers", "", "6789bcdfghjk");

    private Task<PublishedModel> PublishAsync(string name, string content, string project = Project) =>
        Models.PublishAsync(Version(name, project), (folder, ct) => File.WriteAllTextAsync(Path.Combine(folder, "a"), content, ct), Ct);

    private Task<PublishedModel> FailAsync(string name, Exception failure) => Models.PublishAsync(Version(name, Project), async (folder, ct) =>
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "a"), "half", ct);
        throw failure;
    }, Ct);

    private static Task<string> ContentAsync(PublishedModel model) => File.ReadAllTextAsync(Path.Combine(model.CurrentVersion.Folder, "a"), Ct);
}
