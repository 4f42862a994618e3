using Builder.Storage.Database;

namespace Builder.Storage.Tests;

public sealed class DataFolderTests : IDisposable
{
    private readonly StorageFixture _storage = new();

    [Theory]
    [InlineData("/a/home", null, "/a/home")]
    [InlineData(null, "/b/data", "/b/data/builder")]
    [InlineData("/a/home", "/b/data", "/a/home")]
    public void The_environment_says_where_the_data_lie(string? home, string? data, string expected) => Assert.Equal(
        expected, DataFolder.DefaultPath(name => name == DataFolder.Variable ? home : name == "XDG_DATA_HOME" ? data : null));

    [Fact]
    public void Without_a_word_they_lie_in_the_user_s_own_folder() =>
        Assert.EndsWith("/.local/share/builder", DataFolder.DefaultPath(_ => null), StringComparison.Ordinal);

    [Fact]
    public void Two_servers_never_share_a_folder()
    {
        Assert.Equal("FolderInUse", Assert.Throws<StorageException>(() => BuilderDatabase.Open(_storage.Folder)).Code);
        _storage.Restart();
        Assert.Equal("ok", _storage.Database.CheckIntegrity());
    }

    [Fact]
    public void What_was_just_coming_in_when_a_server_was_killed_goes_at_the_next_start_and_what_a_link_leads_to_stays()
    {
        var kept = Directory.CreateDirectory(Path.Combine(_storage.Folder.Root, "kept"));
        File.WriteAllText(Path.Combine(kept.FullName, "file"), "mine");
        File.WriteAllText(Path.Combine(_storage.Folder.Uploads, "half"), "half of a table");
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_storage.Folder.Uploads, "use")).FullName, "drawn.png"), "");
        Directory.CreateSymbolicLink(Path.Combine(_storage.Folder.Uploads, "link"), kept.FullName);
        _storage.Restart();

        Assert.Empty(Directory.EnumerateFileSystemEntries(_storage.Folder.Uploads));
        Assert.True(File.Exists(Path.Combine(kept.FullName, "file")));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named_in_words() =>
        Assert.Equal("FolderUnusable", Assert.Throws<StorageException>(() => new DataFolder(Path.Combine(_storage.Folder.Database, "below-a-file"))).Code);

    [Fact]
    public void Ids_are_short_safe_and_never_the_same()
    {
        var ids = Enumerable.Range(0, 10_000).Select(_ => ShortId.New()).ToHashSet();
        Assert.Equal(10_000, ids.Count);
        Assert.All(ids, id => Assert.True(ShortId.IsValid(id)));
    }

    public void Dispose() => _storage.Dispose();
}
