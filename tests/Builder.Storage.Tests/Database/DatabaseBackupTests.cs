using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Storage.Database;

namespace Builder.Storage.Tests.Database;

public sealed class DatabaseBackupTests : IDisposable
{
    private readonly StorageFixture _storage = new();

    private DatabaseBackups Backups => new(_storage.Database, _storage.Clock);

    public void Dispose() => _storage.Dispose();

    [Fact]
    public async Task A_copy_brings_back_what_was_saved_when_it_was_made_and_the_database_before_stays_aside()
    {
        var (id, history) = await _storage.NewProjectAsync("kept");
        history = await _storage.RenameAsync(id, history, "in the copy");
        var backup = Backups.Write();
        await _storage.RenameAsync(id, history, "after the copy");
        _storage.Database.Dispose();

        var aside = DatabaseBackups.Restore(_storage.Folder, backup.Path);
        _storage.Restart();

        Assert.Equal("in the copy", (await _storage.Log.LoadAsync(id)).Document.Name);
        Assert.Equal("ok", _storage.Database.CheckIntegrity());
        Assert.True(File.Exists(Path.Combine(aside!, "builder.db")));
        Assert.True(File.Exists(backup.Path));
    }

    [Fact]
    public async Task A_copy_is_whole_while_others_write()
    {
        var (id, history) = await _storage.NewProjectAsync();
        var editing = Task.Run(() => _storage.EditAsync(id, history, [.. Enumerable.Range(0, 100).Select(n => (Func<EditHistory, EditResult>)(h => h.Apply(new RenameProject($"name {n}"))))]));
        var backup = Backups.Write();
        await editing;
        _storage.Database.Dispose();
        DatabaseBackups.Restore(_storage.Folder, backup.Path);
        _storage.Restart();

        var loaded = await _storage.Log.LoadAsync(id);
        Assert.Equal("ok", _storage.Database.CheckIntegrity());
        Assert.True(loaded.Revision == 0 || loaded.Document.Name == $"name {loaded.Revision - 1}", $"{loaded.Revision}: {loaded.Document.Name}");
    }

    [Fact]
    public void Old_copies_go_and_the_newest_stays_however_old_it_is()
    {
        for (var day = 0; day < 10; day++)
        {
            Backups.Write();
            _storage.Clock.Move(TimeSpan.FromDays(1));
        }

        File.WriteAllText(Path.Combine(_storage.Folder.Backups, "builder-of-mine.db"), "");
        Assert.Equal(3, Backups.RemoveOlderThan(TimeSpan.FromDays(7)));
        Assert.Equal(7, Backups.All.Count);
        _storage.Clock.Move(TimeSpan.FromDays(100));
        Backups.RemoveOlderThan(TimeSpan.FromDays(7));
        Assert.Single(Backups.All);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no database at all")]
    public async Task What_is_no_sound_copy_changes_nothing(string content)
    {
        var (id, _) = await _storage.NewProjectAsync("mine");
        var broken = Path.Combine(_storage.Folder.Backups, "builder-20260101-000000.db");
        File.WriteAllText(broken, content.Length == 0 ? "" : string.Concat(Enumerable.Repeat(content, 500)));
        _storage.Database.Dispose();

        Assert.Equal("NoBackup", Assert.Throws<StorageException>(() => DatabaseBackups.Restore(_storage.Folder, broken)).Code);
        Assert.Equal("NoBackup", Assert.Throws<StorageException>(() => DatabaseBackups.Restore(_storage.Folder, broken + "x")).Code);
        _storage.Restart();
        Assert.Equal("mine", (await _storage.Log.LoadAsync(id)).Document.Name);
        Assert.Empty(Directory.EnumerateFiles(_storage.Folder.Root, "*.incoming*"));
    }

    [Fact]
    public void Nothing_is_restored_under_a_server_that_runs()
    {
        var backup = Backups.Write();

        Assert.Equal("FolderInUse", Assert.Throws<StorageException>(() => DatabaseBackups.Restore(_storage.Folder, backup.Path)).Code);
    }

    [Fact]
    public void A_copy_that_cannot_be_finished_leaves_nothing_behind()
    {
        Directory.Delete(_storage.Folder.Backups);
        File.WriteAllText(_storage.Folder.Backups, "");

        Assert.Equal("NotSaved", Assert.Throws<StorageException>(Backups.Write).Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5_000)]
    [InlineData(-1)]
    public async Task A_database_that_is_cut_off_or_gone_is_told_and_not_replaced_by_an_empty_one(long length)
    {
        await _storage.NewProjectAsync();
        _storage.Database.Dispose();
        Sqlite.Companions(_storage.Folder.Database).ToList().ForEach(File.Delete);
        if (length < 0)
        {
            File.Delete(_storage.Folder.Database);
        }
        else
        {
            using var file = File.OpenWrite(_storage.Folder.Database);
            file.SetLength(length);
        }

        Assert.Equal("DamagedDatabase", Assert.Throws<StorageException>(_storage.Restart).Code);
    }

    [Fact]
    public async Task A_page_that_is_overwritten_is_told_at_the_start()
    {
        await _storage.NewProjectAsync();
        _storage.Database.Dispose();
        using (var file = File.OpenWrite(_storage.Folder.Database))
        {
            file.Position = 4096;
            file.Write(Enumerable.Repeat((byte)0xAB, 4096).ToArray());
        }

        Assert.Equal("DamagedDatabase", Assert.Throws<StorageException>(_storage.Restart).Code);
    }
}
